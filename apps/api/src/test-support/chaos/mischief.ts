import type { Twin } from '@portico/twin/twin';
import { channel } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Chance } from '../seeded.ts';
import type { ApiProcess } from './api-child.ts';

type Fault = Twin['world']['state']['faults'][number];
type Place = Pick<Fault, 'service' | 'endpoint'>;

/** What goes wrong in a round. Moments are calls that reach the twin, at their beginning and at their end. */
export interface Mischief extends AsyncDisposable {
  readonly moments: number;
  /** By kind. */
  readonly faults: Readonly<Record<string, number>>;
}

export interface Severity {
  readonly kills: readonly [least: number, most: number];
  /** The most moments between two kills, and between two faults. */
  readonly killEvery: number;
  readonly faultEvery: number;
}

/** The fewest moments between two faults: more would be an outage, after which an operation gives up, rightly. */
const calm = 40;

/** The same for what strikes a write: its step looks several times before it sends another. */
const calmForWrites = 240;

/** The two writes whose lost answers are what all this is about. */
const writes: readonly [Place, Place] = [
  { service: 'Dual-write', endpoint: 'start' },
  { service: 'Power Pages', endpoint: 'createWebsite' },
];

const sites: Place = { service: 'Power Pages', endpoint: 'listWebsites' };

/** Twin seconds per second while it lags. */
const slow = 200;

const kinds: readonly [Fault['kind'], ...Fault['kind'][]] = [
  'answer-lost',
  'answer-lost',
  'reset',
  'server-error',
  'slow',
  'throttled',
];

/** A fault as a service has it now and then: a few of a kind, anywhere, or aimed at a write. */
function drawFault(chance: Chance): Fault {
  const aimed = chance.next() < 0.5 ? chance.pick(writes) : {};
  const kind = chance.pick(kinds);
  const seconds = kind === 'slow' ? chance.between(1, 20) / 100 : chance.between(1, 5);
  return { kind, count: 'endpoint' in aimed ? 1 : chance.between(1, 2), seconds, ...aimed };
}

interface Moment {
  readonly edge: 'begins' | 'ends';
  readonly call: 'read' | 'start' | 'creation';
}

/** A kill at any moment, at one of the many starts of maps, or at the one creation of the site. */
function drawKill(chance: Chance, most: number): (moment: Moment) => boolean {
  const edge = chance.pick(['begins', 'ends', 'ends'] as const);
  const aim = chance.pick(['read', 'start', 'start', 'creation'] as const);
  let left = aim === 'read' ? chance.between(1, most) : aim === 'start' ? chance.between(1, 30) : 1;
  return (moment) => {
    if (aim === 'read' || (moment.call === aim && moment.edge === edge)) left -= 1;
    return left <= 0;
  };
}

function callOf({ method, url = '' }: IncomingMessage): Moment['call'] {
  if (method !== 'POST') return 'read';
  if (/\/DualWriteManagement\/1\.0\/Start\b/.test(url)) return 'start';
  return /\/powerpages\/environments\/[^/]+\/websites\b/.test(url) ? 'creation' : 'read';
}

/** Kills the API and spoils calls at moments that the seed decides. */
export function makeMischief(
  twin: Twin,
  api: ApiProcess,
  chance: Chance,
  { kills: [least, most], killEvery, faultEvery }: Severity,
): Mischief {
  const faults: Record<string, number> = {};
  const killing = new Set<Promise<void>>();
  let moments = 0;
  let left = chance.between(least, most);
  let isTime = drawKill(chance, killEvery);
  let nextFault = chance.between(1, faultEvery);
  let aimedAt = Number.NEGATIVE_INFINITY;

  const spoil = () => {
    const fault = drawFault(chance);
    nextFault = moments + chance.between(calm, faultEvery);
    // None waits for another to strike first.
    if (!twin.world.state.faults.every(({ endpoint }) => endpoint !== fault.endpoint)) return;
    if (fault.endpoint && moments - aimedAt < calmForWrites) return;
    if (fault.endpoint) aimedAt = moments;
    twin.world.state.faults.push(fault);
    faults[fault.kind] = (faults[fault.kind] ?? 0) + fault.count;
  };
  const kill = () => {
    left -= 1;
    isTime = drawKill(chance, killEvery);
    // At once, or a little later: while the answer travels, is stored, or is told in the journal.
    const delay = chance.pick([0, 0, 1, 3, 10, 30]);
    const soon = chance.next() < 0.2 ? chance.between(100, 1500) : undefined;
    const how = chance.next() < 0.25 ? 'SIGTERM' : 'SIGKILL';
    const killed = wait(delay).then(() => api.end(how, soon));
    killing.add(killed);
    void killed.finally(() => killing.delete(killed));
  };
  /** What was asked for is there, but the next reads don't show it yet. */
  const lag = (call: Moment['call']) => {
    const { state, clock } = twin.world;
    const count = chance.between(1, 3);
    if (call === 'creation') state.faults.push({ ...sites, kind: 'stale-reads', count, seconds: 86_400 });
    if (call !== 'start') return;
    const { speed } = clock;
    if (speed === slow) return;
    // The gateway takes three seconds of its time to begin.
    clock.speed = slow;
    setTimeout(() => (clock.speed = speed), 20 * count);
  };
  const heard = (edge: Moment['edge']) => (message: unknown) => {
    // The channels of node:http hand on the request with its socket.
    const { request } = message as { request: IncomingMessage };
    if (request.socket?.localPort !== twin.port) return;
    moments += 1;
    const call = callOf(request);
    if (moments >= nextFault) spoil();
    if (call !== 'read' && edge === 'begins' && chance.next() < 0.3) lag(call);
    if (left > 0 && isTime({ edge, call })) kill();
  };
  const channels = [
    [channel('http.server.request.start'), heard('begins')],
    [channel('http.server.response.finish'), heard('ends')],
  ] as const;
  for (const [each, hear] of channels) each.subscribe(hear);

  return {
    get moments() {
      return moments;
    },
    faults,
    async [Symbol.asyncDispose]() {
      for (const [each, hear] of channels) each.unsubscribe(hear);
      await Promise.all(killing);
    },
  };
}
