import { later, minutes } from '../platform/durations.ts';
import type { DualWriteMap, Execution, Link, RowError } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { missingReferences } from './obstacles.ts';

/** Per company, one company after the other (training material on dual-write). */
const rowsPerMinute = 100;
/** However few the rows: both exports have to be started and packaged. */
const shortest = 20_000;
/** Rows that can't be written fail quickly. */
const failing = 1 * minutes;

export interface Sync {
  readonly executions: readonly Execution[];
  readonly endsAt: string;
  readonly error?: string;
}

/** What an initial sync that begins at a time will do, company by company. */
export function planSync(
  world: World,
  link: Link,
  map: DualWriteMap,
  request: string,
  startsAt: string,
): Sync {
  const missing = missingReferences(world, link, map, Date.parse(startsAt));
  const errors: readonly RowError[] = missing.length > 0 ? missing : map.errors;
  // A retry meets fewer circular references: the first pass has written the rows that others refer to.
  if (missing.length === 0) map.errors = map.errors.slice(0, Math.floor(map.errors.length / 2));
  let at = startsAt;
  const executions = Object.entries(map.rows).map(([company, rows]): Execution => {
    const mine = errors.filter((error) => error.company === company);
    const takes = missing.length > 0 ? failing : Math.max(shortest, (rows / rowsPerMinute) * minutes);
    const began = at;
    at = later(new Date(began), takes);
    return {
      id: world.id(),
      pid: map.pid ?? '',
      request,
      company,
      startsAt: began,
      endsAt: at,
      rows: missing.length > 0 ? 0 : Math.max(0, rows - mine.length),
      errors: mine,
    };
  });
  const [first] = errors;
  return { executions, endsAt: at, ...(first ? { error: first.message } : {}) };
}
