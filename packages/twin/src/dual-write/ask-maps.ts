import { later } from '../platform/durations.ts';
import { Refused } from '../serve.ts';
import type { DualWriteMap, Link, MapCode, MapRequest } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { planSync } from './initial-sync.ts';
import { refusalOf } from './obstacles.ts';
import { allowedActions } from './states.ts';

/** One map of a request, as the page and the gateway both hand it on. */
export interface Wish {
  readonly map: DualWriteMap;
  readonly skipInitialSync: boolean;
}

/** How long the gateway takes to begin, to make a project, and to change a state without copying rows. Assumed. */
const [accepting, initialising, changing, catchingUp] = [3_000, 15_000, 10_000, 60_000];

/**
 * Initialise (8), start (1), stop (4), pause (5) or resume (6) maps: one request, and for initial syncs one map
 * after the other in the order given. Answers the request's id.
 */
export function askMaps(world: World, link: Link, action: string, wishes: readonly Wish[]): string {
  for (const { map } of wishes) {
    if (allowedActions(map).includes(action)) continue;
    // Initialising twice is harmless: the project is there.
    if (action === '8' && map.due.length === 0) continue;
    throw new Refused(400, {
      error: {
        code: 'BadRequest',
        message: `Action ${action} is not allowed for ${map.name} in state ${map.state}.`,
      },
    });
  }
  const id = world.id();
  const now = world.clock.now();
  const acceptedAt = later(now, accepting);
  let free = acceptedAt;
  for (const { map, skipInitialSync } of wishes) {
    const made = { id, map: map.id, action, createdAt: now.toISOString(), activity: world.id() };
    const outcome = begin(world, link, action, { map, skipInitialSync }, { id, acceptedAt, at: free });
    link.requests.push({ ...made, acceptedAt, ...outcome });
    if (action === '1') free = outcome.endsAt;
  }
  return id;
}

type Outcome = Pick<MapRequest, 'endsAt' | 'error'>;

interface Turn {
  readonly id: string;
  readonly acceptedAt: string;
  /** When the maps before it in the same request are done. */
  readonly at: string;
}

function begin(
  world: World,
  link: Link,
  action: string,
  { map, skipInitialSync }: Wish,
  turn: Turn,
): Outcome {
  const { at } = turn;
  if (action === '1') return start(world, link, map, skipInitialSync, turn);
  if (action === '8') {
    // Who has a project keeps it, and its state: assumed of a running map.
    if (map.pid) return { endsAt: at };
    const endsAt = later(new Date(at), initialising);
    map.due.push({ at: endsAt, state: 1, pid: world.id() });
    return { endsAt };
  }
  const from = new Date(at);
  const goals: Readonly<Record<string, readonly [number, MapCode][]>> = {
    '4': [[changing, 1]],
    '5': [[changing, 5]],
    '6': [
      [0, 3],
      [catchingUp, 4],
    ],
  };
  for (const [wait, state] of goals[action] ?? []) map.due.push({ at: later(from, wait), state });
  return { endsAt: map.due.at(-1)?.at ?? at };
}

function start(
  world: World,
  link: Link,
  map: DualWriteMap,
  skipInitialSync: boolean,
  { id, acceptedAt, at }: Turn,
): Outcome {
  if (skipInitialSync) {
    const endsAt = later(new Date(at), changing);
    map.due.push({ at: endsAt, state: 4 });
    return { endsAt };
  }
  const refused = refusalOf(world, link, map);
  if (refused) {
    map.due.push({ at, state: 1 });
    return { endsAt: at, error: refused };
  }
  const { executions, endsAt, error } = planSync(world, link, map, id, at);
  link.executions.push(...executions);
  map.due.push({ at: acceptedAt, state: 2 }, { at: endsAt, state: error ? 1 : 4 });
  return { endsAt, ...(error ? { error } : {}) };
}
