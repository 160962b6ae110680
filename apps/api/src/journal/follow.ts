import type { Envelope } from '@portico/plan/event';
import { EventEmitter } from 'node:events';
import type { Signals } from '../store/signals.ts';

type Read = (run: string, after: number) => Promise<Envelope[]>;

/**
 * Streams of a run's events. What this process appends is handed over without a read; what others append is
 * read when a signal says that there is more. The number decides: nothing is lost or doubled.
 */
export function createFollow(signals: Signals, read: Read) {
  const added = new EventEmitter<Record<string, [readonly Envelope[]]>>().setMaxListeners(0);

  async function* follow(run: string, after: number, signal: AbortSignal): AsyncGenerator<Envelope[]> {
    let last = after;
    /** There may be events up to this number that we don't have. */
    let upTo = Number.POSITIVE_INFINITY;
    let handed: Envelope[] = [];
    let wake = Promise.withResolvers<void>();
    const hand = (envelopes: readonly Envelope[]) => {
      handed.push(...envelopes);
      wake.resolve();
    };
    const abort = () => wake.resolve();
    const heard = signals.hear(`run ${run}`, (detail) => {
      upTo = Math.max(upTo, detail === undefined ? Number.POSITIVE_INFINITY : Number(detail));
      wake.resolve();
    });
    added.on(run, hand);
    signal.addEventListener('abort', abort);
    try {
      while (!signal.aborted) {
        wake = Promise.withResolvers();
        const next = inOrder(handed, last);
        handed = [];
        if (next.gap) upTo = Number.POSITIVE_INFINITY;
        let fresh = next.ready;
        if (fresh.length === 0 && upTo > last) {
          // Before the read: a signal during it asks for another.
          upTo = 0;
          fresh = await read(run, last);
        }
        if (fresh.length === 0) {
          // Nothing to hand over; unless a signal came during the read, wait for one.
          if (upTo <= last && handed.length === 0) await wake.promise;
          continue;
        }
        last = fresh.at(-1)?.seq ?? last;
        if (!signal.aborted) yield fresh;
      }
    } finally {
      heard[Symbol.dispose]();
      added.off(run, hand);
      signal.removeEventListener('abort', abort);
    }
  }

  return {
    follow,
    /** Called after the commit, with what this process appended. */
    added: (envelopes: readonly Envelope[]) => {
      const [first] = envelopes;
      if (first) added.emit(first.run, envelopes);
    },
  };
}

/** What comes right after `last`; a gap means that somebody else wrote in between, or that it comes out of order. */
function inOrder(handed: readonly Envelope[], last: number): { ready: Envelope[]; gap: boolean } {
  const ready: Envelope[] = [];
  let seq = last;
  const later = handed.filter((envelope) => envelope.seq > last).sort((a, b) => a.seq - b.seq);
  for (const envelope of later) {
    if (envelope.seq === seq) continue;
    if (envelope.seq !== seq + 1) return { ready, gap: true };
    ready.push(envelope);
    seq += 1;
  }
  return { ready, gap: false };
}
