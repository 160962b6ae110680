import { takeFault } from '../faults.ts';
import { later, minutes, never } from '../platform/durations.ts';
import type { DualWriteMap, Execution, Link, RowError } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { missingReferences, unfitRows } from './obstacles.ts';

/** Per company, one company after the other (training material on dual-write). */
const rowsPerMinute = 100;
/** However few the rows: both exports have to be started and packaged. */
const shortest = 20_000;
/** Rows that can't be written fail quickly. */
const failing = 1 * minutes;
/** What is said when the data import/export framework is down (dual-write documentation, troubleshooting-initial-sync). */
const frameworkDown =
  '([Bad Request], The remote server returned an error: (400) Bad Request.), AX export encountered an error';

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
  const broken = takeFault(world, 'Dual-write', 'start', 'operation-fails');
  const endless = takeFault(world, 'Dual-write', 'start', 'operation-never-ends');
  const stopped: readonly RowError[] = broken
    ? Object.keys(map.rows).map((company) => ({ company, record: '', field: '', message: frameworkDown }))
    : missingReferences(world, link, map, Date.parse(startsAt));
  const nothing = stopped.length > 0;
  const errors = nothing ? stopped : [...map.errors, ...unfitRows(world, link, map)];
  // A retry meets fewer circular references: the first pass has written the rows that others refer to.
  if (!nothing) map.errors = map.errors.slice(0, Math.floor(map.errors.length / 2));
  let at = startsAt;
  const executions = Object.entries(map.rows).map(([company, rows]): Execution => {
    const mine = errors.filter((error) => error.company === company);
    const takes = nothing ? failing : Math.max(shortest, (rows / rowsPerMinute) * minutes);
    const began = at;
    // Endless is a job that hangs in finance and operations: the first company never gets further.
    at = endless ? never : later(new Date(began), takes);
    return {
      id: world.id(),
      pid: map.pid ?? '',
      request,
      company,
      startsAt: began,
      endsAt: at,
      rows: nothing ? 0 : Math.max(0, rows - mine.length),
      errors: mine,
    };
  });
  const [first] = errors;
  return { executions, endsAt: at, ...(first ? { error: first.message } : {}) };
}
