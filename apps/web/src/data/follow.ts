import type { Envelope } from '@portico/plan/event';
import { asApiProblem } from './api-problem.ts';
import { readEvents } from './read-events.ts';

export type Connection = 'connecting' | 'live' | 'polling' | 'offline';

/** Everything outside: the network, the clock and the store. */
export interface Following {
  open(after: number, signal: AbortSignal): Promise<ReadableStream<Uint8Array>>;
  poll(after: number, signal: AbortSignal): Promise<readonly Envelope[]>;
  /** Milliseconds; may return earlier when the browser comes back online. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  last(): number;
  take(envelopes: readonly Envelope[]): void;
  tell(connection: Connection): void;
}

const firstWait = 1000;
const longestWait = 30_000;
const pollEvery = 4000;
const pollsBeforeStream = 15;

/**
 * Keeps a run's events coming until aborted: by stream, after two failed streams by polling, and back.
 * Throws only what waiting can't mend: signed out, forbidden, gone.
 */
export async function follow(source: Following, signal: AbortSignal): Promise<void> {
  let failed = 0;
  let wait = firstWait;
  while (!signal.aborted) {
    try {
      if (failed < 2) {
        const arrived = await stream(source, signal);
        // A line that was cut after it worked is an ordinary cut; one that never worked counts as failed.
        failed = arrived ? 0 : failed + 1;
        if (arrived) wait = firstWait;
      } else {
        await polls(source, signal);
        failed = 1;
        wait = firstWait;
        continue;
      }
    } catch (error) {
      if (signal.aborted) return;
      const problem = asApiProblem(error);
      if (!mendsItself(problem.status)) throw problem;
      failed += 1;
      if (failed > 2 || problem.code === 'offline') source.tell('offline');
    }
    await source.wait(wait, signal);
    wait = Math.min(wait * 2, longestWait);
  }
}

const mendsItself = (status: number): boolean => status === 0 || status === 429 || status >= 500;

async function stream(source: Following, signal: AbortSignal): Promise<boolean> {
  const body = await source.open(source.last(), signal);
  source.tell('live');
  // The API greets with a comment at once; only what comes after it shows that nothing holds the line back.
  let signs = 0;
  for await (const envelope of readEvents(body)) {
    if (signal.aborted) return true;
    signs += envelope ? 2 : 1;
    if (envelope && envelope.seq > source.last()) source.take([envelope]);
  }
  return signs > 1;
}

async function polls(source: Following, signal: AbortSignal): Promise<void> {
  for (let round = 0; round < pollsBeforeStream && !signal.aborted; round += 1) {
    const envelopes = await source.poll(source.last(), signal);
    source.tell('polling');
    const fresh = envelopes.filter((envelope) => envelope.seq > source.last());
    if (fresh.length > 0) source.take(fresh);
    await source.wait(pollEvery, signal);
  }
}
