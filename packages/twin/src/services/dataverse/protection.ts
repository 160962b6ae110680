import { Reply } from '@portico/http/mount';
import type { Request } from 'express';
import { setTimeout as wait } from 'node:timers/promises';
import { type Call, Refused } from '../../serve.ts';
import type { World } from '../../world.ts';

/** Of one user, over 300 seconds: requests, milliseconds of execution; and requests at once (api-limits). */
export const limits = { window: 300_000, requests: 6000, execution: 1_200_000, atOnce: 52 } as const;

interface Taken {
  readonly at: number;
  requests: number;
  execution: number;
  /** What has left the window counts for nothing any more, though it may still be under way. */
  counts: boolean;
}
interface Ledger {
  /** Inside the window, earliest first; and their sums, for there may be thousands. */
  readonly taken: Taken[];
  readonly sums: Record<Counted, number>;
  running: number;
}
type Counted = 'requests' | 'execution';

const ledgers = new WeakMap<World, Map<string, Ledger>>();
const entries = new WeakMap<Request, Taken>();

/**
 * Service protection: a request that arrives when a limit is reached is refused, and one that goes over it isn't
 * (api-limits: "you can expect to exceed" them). A request takes as long as its world says, and no time of a user's
 * where it says nothing.
 */
export async function admit(call: Call): Promise<void> {
  const { world, request, response } = call;
  const ledger = ledgerOf(call);
  const now = world.clock.now().getTime();
  forget(ledger, now - limits.window);
  if (ledger.running >= limits.atOnce) throw new Refused(...partsOf(throttled('atOnce', 1)));
  for (const limit of ['requests', 'execution'] as const) {
    const seconds = untilBelow(ledger, limit, now);
    if (seconds > 0) throw new Refused(...partsOf(throttled(limit, seconds)));
  }
  const entry: Taken = { at: now, requests: 0, execution: 0, counts: true };
  ledger.taken.push(entry);
  count(ledger, entry, 'requests', 1);
  entries.set(request, entry);
  ledger.running += 1;
  response.once('close', () => {
    ledger.running -= 1;
  });
  const changes = request.method !== 'GET' && !request.path.endsWith('/$batch');
  await spend(call, entry, (world.takes?.request ?? 0) + (changes ? (world.takes?.operation ?? 0) : 0));
}

/** What the requests of a batch take: always their time, and of the number only where each counts. */
export async function chargeBatch(call: Call, operations: number): Promise<void> {
  const { world, request } = call;
  const entry = entries.get(request);
  if (!entry) return;
  if (world.state.switches.batchedRequests === 'each')
    count(ledgerOf(call), entry, 'requests', operations - 1);
  await spend(call, entry, (world.takes?.operation ?? 0) * operations);
}

async function spend(call: Call, entry: Taken, execution: number): Promise<void> {
  const { world, response } = call;
  const ledger = ledgerOf(call);
  count(ledger, entry, 'execution', execution);
  response.set({
    'x-ms-ratelimit-burst-remaining-xrm-requests': String(left(ledger, 'requests')),
    'x-ms-ratelimit-time-remaining-xrm-requests': (left(ledger, 'execution') / 1000).toLocaleString('en', {
      minimumFractionDigits: 2,
    }),
  });
  if (execution > 0 && world.clock.speed > 0) await wait(execution / world.clock.speed);
}

/** Limits are a user's, on one organization; the twin is one web server. */
function ledgerOf({ world, caller, host }: Call): Ledger {
  const all = ledgers.get(world) ?? new Map<string, Ledger>();
  ledgers.set(world, all);
  const key = `${host.split('.')[0]} ${caller.person.id}`;
  const ledger = all.get(key) ?? { taken: [], sums: { requests: 0, execution: 0 }, running: 0 };
  all.set(key, ledger);
  return ledger;
}

function count({ sums }: Ledger, entry: Taken, of: Counted, more: number): void {
  if (!entry.counts) return;
  entry[of] += more;
  sums[of] += more;
}

function forget({ taken, sums }: Ledger, until: number): void {
  for (let first = taken[0]; first && first.at <= until; first = taken[0]) {
    taken.shift();
    first.counts = false;
    sums.requests -= first.requests;
    sums.execution -= first.execution;
  }
}

const left = ({ sums }: Ledger, of: Counted): number => Math.max(0, limits[of] - sums[of]);

/** Whole seconds until enough has left the window. The real one's grow with what was sent; how, nobody says. */
function untilBelow({ taken, sums }: Ledger, of: Counted, now: number): number {
  let over = sums[of] - limits[of];
  let until = now;
  for (const each of taken) {
    if (over < 0) break;
    over -= each[of];
    until = each.at + limits.window;
  }
  return Math.ceil((until - now) / 1000);
}

/** Codes and words of api-limits. */
const refusals = {
  requests: ['0x80072322', 'Number of requests exceeded the limit of 6000 over time window of 300 seconds.'],
  execution: [
    '0x80072321',
    'Combined execution time of incoming requests exceeded limit of 1,200,000 milliseconds over time window of 300 seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.',
  ],
  atOnce: ['0x80072326', 'Number of concurrent requests exceeded the limit of 52.'],
} as const;

export function throttled(of: keyof typeof refusals, seconds: number): Reply {
  const [code, message] = refusals[of];
  return new Reply(
    429,
    { error: { code, message } },
    {
      'Retry-After': String(seconds),
      ...(of === 'requests' ? { 'x-ms-ratelimit-burst-remaining-xrm-requests': '0' } : {}),
      ...(of === 'execution' ? { 'x-ms-ratelimit-time-remaining-xrm-requests': '0.00' } : {}),
    },
  );
}

const partsOf = ({ status, body, headers }: Reply) => [status, body, headers] as const;
