import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { Evidence } from '@portico/plan/finding';
import type { Session } from '../session.ts';
import type { Call, Policy } from './policy.ts';

interface Kept {
  readonly answer: Promise<PipelineResponse>;
  readonly seen: readonly Evidence[];
  /** Who has heard of that evidence. */
  readonly told: WeakSet<Session>;
}

/**
 * The same GET is one call, also while it is under way. An interactive session keeps the answer, so that two
 * checks that look at one thing agree; a durable one forgets it, for it polls. A change forgets everything.
 */
export function memo(): Policy {
  const memos = new WeakMap<object, Map<string, Kept>>();
  return async (call, next) => {
    const { session, endpoint, seen } = call.exchange;
    const owner = session.memo ?? session;
    const kept = memos.get(owner) ?? new Map<string, Kept>();
    memos.set(owner, kept);
    if (endpoint.effect !== 'safe') {
      kept.clear();
      // Again afterwards: what was asked meanwhile may have been answered from before the change.
      return next(call).finally(() => kept.clear());
    }
    if (call.method !== 'GET') return next(call);
    const key = keyOf(call);
    const found = kept.get(key);
    if (found) {
      try {
        return await found.answer;
      } finally {
        // Whoever shares an answer shares its proof, once.
        if (!found.told.has(session)) for (const record of found.seen) session.evidence(record);
        found.told.add(session);
      }
    }
    const entry: Kept = { answer: next(call), seen, told: new WeakSet([session]) };
    kept.set(key, entry);
    const forget = () => kept.get(key) === entry && kept.delete(key);
    // What wasn't answered is asked again by the next; a no is an answer.
    entry.answer.then(() => session.patience === 'durable' && forget(), forget);
    return entry.answer;
  };
}

const keyOf = ({ url, headers, exchange: { key, service } }: Call): string =>
  JSON.stringify([service.name, key, url, headers.toJSON()]);
