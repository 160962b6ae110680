import { perKey } from '../per-key.ts';
import type { Policy } from './policy.ts';

/** As many as Dataverse lets one user have at once (service protection limits). */
const most = 52;
/** Dataverse: more calls at once than it allows. */
const tooMany = '0x80072326';

interface Lane {
  limit: number;
  running: number;
  /** Successes since the limit last moved. */
  calm: number;
  readonly waiting: (() => void)[];
}

/** Calls of one tenant to one host, at once: halved when it says so, and slowly back up. */
export function concurrency(): Policy {
  const of = perKey<Lane>(() => ({ limit: most, running: 0, calm: 0, waiting: [] }));
  return async (call, next) => {
    const lane = of(call.exchange.key);
    await enter(lane, call.exchange.session.signal);
    try {
      const response = await next(call);
      if (response.status === 429 && response.bodyAsText?.includes(tooMany))
        Object.assign(lane, { limit: Math.max(1, Math.floor(lane.limit / 2)), calm: 0 });
      else if (response.status < 400 && ++lane.calm >= lane.limit)
        Object.assign(lane, { limit: Math.min(most, lane.limit + 1), calm: 0 });
      return response;
    } finally {
      lane.running -= 1;
      while (lane.running < lane.limit && lane.waiting.length > 0) lane.waiting.shift()?.();
    }
  };
}

async function enter(lane: Lane, signal?: AbortSignal): Promise<void> {
  signal?.throwIfAborted();
  const take = () => void (lane.running += 1);
  if (lane.running < lane.limit) return take();
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const go = () => {
    take();
    resolve();
  };
  const leave = () => {
    const place = lane.waiting.indexOf(go);
    if (place < 0) return;
    lane.waiting.splice(place, 1);
    reject(signal?.reason);
  };
  lane.waiting.push(go);
  signal?.addEventListener('abort', leave, { once: true });
  try {
    await promise;
  } finally {
    signal?.removeEventListener('abort', leave);
  }
}
