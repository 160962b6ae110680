import { later, never } from '../platform/durations.ts';
import { Refused } from '../serve.ts';
import type { DualWriteMap, Due, Link, MapRequest, Master, Start } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { dependants } from './dependants.ts';
import { takeStartFault } from './initial-sync.ts';
import { refusalOf } from './obstacles.ts';
import { allowedActions } from './states.ts';

/** One map of a request, as the page and the gateway both hand it on. */
export interface Wish {
  readonly map: DualWriteMap;
  readonly skipInitialSync: boolean;
  /** Dataverse, unless said otherwise (enable-entity-map). */
  readonly master?: Master;
  /** A paused map that goes on without what was queued: that is kept as errors, or thrown away. */
  readonly skipCatchUp?: 'kept' | 'discarded';
}

/** How long the gateway takes to begin, to make a project, and to change a state without copying rows. Assumed. */
const [accepting, initialising, changing, catchingUp] = [3_000, 15_000, 10_000, 60_000];

/**
 * Initialise (8), start (1), stop (4), pause (5) or resume (6) maps: one request, and for initial syncs one map
 * after the other in the order given. Answers the request's id.
 */
export function askMaps(world: World, link: Link, action: string, asked: readonly Wish[]): string {
  const wishes = action === '5' ? withDependants(world, link, asked) : asked;
  for (const { map } of wishes) refuseOdd(world, link, map, action, wishes);
  const id = world.id();
  const now = world.clock.now();
  const acceptedAt = later(now, accepting);
  let first = true;
  for (const wish of wishes) {
    const { map } = wish;
    const made = { id, map: map.id, action, createdAt: now.toISOString(), activity: world.id(), acceptedAt };
    const copies = action === '1' && !wish.skipInitialSync;
    const outcome = copies ? copy(world, link, wish, made, first) : change(world, action, wish, acceptedAt);
    link.requests.push({ ...made, ...outcome });
    // The first that copies begins at once; the others when it is done.
    if (copies && outcome.endsAt === never) first = false;
  }
  return id;
}

function refuseOdd(
  world: World,
  link: Link,
  map: DualWriteMap,
  action: string,
  wishes: readonly Wish[],
): void {
  const needed =
    action === '4' && world.state.switches.stoppingNeeded === 'refused'
      ? dependants(link, map).filter(({ id }) => !wishes.some((wish) => wish.map.id === id))
      : [];
  // Initialising twice is harmless: the project is there.
  const allowed = allowedActions(map).includes(action) || (action === '8' && map.due.length === 0);
  if (allowed && needed.length === 0) return;
  const message = allowed
    ? `${map.name} can't be stopped while ${needed[0]?.name} is running.`
    : `Action ${action} is not allowed for ${map.name} in state ${map.state}.`;
  throw new Refused(400, { error: { code: 'BadRequest', message } });
}

/** Pausing a map pauses those that depend on it (training on pause and resume), or does what it was asked alone. */
function withDependants(world: World, link: Link, wishes: readonly Wish[]): readonly Wish[] {
  if (world.state.switches.pausingNeeded === 'alone') return wishes;
  const more = wishes.flatMap(({ map }) => dependants(link, map));
  const maps = new Set([...wishes.map(({ map }) => map), ...more]);
  return [...maps].map((map) => ({ map, skipInitialSync: true }));
}

type Outcome = Pick<MapRequest, 'endsAt' | 'error' | 'waits'>;

/** What is done without copying rows. */
function change(world: World, action: string, { map, skipCatchUp }: Wish, at: string): Outcome {
  const from = new Date(at);
  const step = (wait: number, due: Omit<Due, 'at'>): Due => ({ at: later(from, wait), ...due });
  // Who has a project keeps it, and its state: assumed of a running map.
  const initialise = () => (map.pid ? [] : [step(initialising, { state: 1, pid: world.id() })]);
  const goesOn = skipCatchUp
    ? [step(changing, { state: 4, queued: skipCatchUp })]
    : [step(0, { state: 3 }), step(catchingUp, { state: 4, queued: 'written' })];
  const goals: Readonly<Record<string, () => readonly Due[]>> = {
    '1': () => [step(changing, { state: 4 })],
    '4': () => [step(changing, { state: 1, queued: 'discarded' })],
    '5': () => [step(changing, { state: 5 })],
    '6': () => goesOn,
    '8': initialise,
  };
  map.due.push(...(goals[action]?.() ?? []));
  return { endsAt: map.due.at(-1)?.at ?? at };
}

function copy(
  world: World,
  link: Link,
  { map, master = 'CRM' }: Wish,
  { id, acceptedAt }: Pick<MapRequest, 'id' | 'acceptedAt'>,
  first: boolean,
): Outcome {
  const error = refusalOf(world, link, map);
  if (error) {
    map.due.push({ at: acceptedAt, state: 1 });
    return { endsAt: acceptedAt, error };
  }
  const fault = takeStartFault(world);
  const starts: Start = { request: id, master, ...(fault ? { fault } : {}) };
  map.due.push({ at: acceptedAt, state: 2, ...(first ? { starts } : {}) });
  return { endsAt: never, ...(first ? {} : { waits: starts }) };
}
