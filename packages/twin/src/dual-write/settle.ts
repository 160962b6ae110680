import type { DualWriteMap, Link } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { never } from '../platform/durations.ts';
import { duplicateMaps } from './apply-solutions.ts';
import { endCompany, errorOf, planSync } from './initial-sync.ts';
import { settleQueue } from './live-sync.ts';
import { keepRecord } from './runtime-record.ts';

/**
 * Brings about what the clock has made due, one thing after the other as they would have happened: projects, rows of
 * companies, states of maps and their records, applied solutions.
 */
export function settleDualWrite(world: World): void {
  const now = world.clock.now().getTime();
  for (const link of world.state.dualWrite.links) {
    for (let next = earliest(link, now); next; next = earliest(link, now)) next(world);
    settleApplications(world, link, now);
  }
}

/** The first thing that is due in a link, if anything is. At one time rows come before states. */
function earliest(link: Link, now: number): ((world: World) => void) | undefined {
  let first: { readonly at: number; readonly happen: (world: World) => void } | undefined;
  const offer = (time: string, happen: (world: World) => void) => {
    const at = Date.parse(time);
    if (at <= now && (!first || at < first.at)) first = { at, happen };
  };
  for (const execution of link.executions)
    if (!execution.settled) offer(execution.endsAt, (world) => endCompany(world, link, execution));
  for (const map of link.maps) if (map.due[0]) offer(map.due[0].at, (world) => walk(world, link, map));
  return first?.happen;
}

/** A map takes its next step. */
function walk(world: World, link: Link, map: DualWriteMap): void {
  const step = map.due.shift();
  if (!step) return;
  const { at, state, pid, starts, ends, queued } = step;
  if (pid) map.pid = pid;
  if (queued) settleQueue(world, link, map, queued);
  const error = ends ? errorOf(link, ends, map.pid) : undefined;
  map.state = error ? 1 : state;
  keepRecord(world, link, map, at);
  if (starts) {
    const end = planSync(world, link, map, starts, at);
    if (end !== never) map.due.push({ at: end, state: 4, ends: starts.request });
  }
  if (ends) endRequest(link, map, ends, at, error);
}

/** The sync of one map is over: what the request says, and the turn of the next map in it. */
function endRequest(
  link: Link,
  map: DualWriteMap,
  request: string,
  at: string,
  error: string | undefined,
): void {
  const parts = link.requests.filter(({ id }) => id === request);
  const mine = parts.find((part) => part.map === map.id);
  if (mine) Object.assign(mine, { endsAt: at, ...(error ? { error } : {}) });
  const next = parts.find(({ waits }) => waits);
  const other = link.maps.find(({ id }) => id === next?.map);
  if (!next?.waits || !other) return;
  other.due.push({ at, state: 2, starts: next.waits });
  delete next.waits;
}

function settleApplications(world: World, link: Link, now: number): void {
  for (const application of link.applications) {
    if (application.settled || Date.parse(application.endsAt) > now) continue;
    application.settled = true;
    if (application.error !== undefined) continue;
    for (const solution of application.solutions)
      if (!link.applied.includes(solution)) link.applied.push(solution);
    if (application.solutions.length > 1) duplicateMaps(world, link, application.solutions);
  }
}
