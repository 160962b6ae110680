import type { PipelineResponse } from '@azure/core-rest-pipeline';
import type { Endpoint } from '@portico/http/endpoint';
import type { Evidence } from '@portico/plan/finding';
import { perKey } from '../per-key.ts';
import type { Session } from '../session.ts';
import type { Call, Policy } from './policy.ts';

interface Kept {
  readonly answer: Promise<PipelineResponse>;
  readonly seen: readonly Evidence[];
  /** Who has heard of that evidence. */
  readonly told: WeakSet<Session>;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Milliseconds for which an answer of a steady endpoint is kept. */
const steadily = 300_000;
/** Hosts of which such answers are kept: those of one are a megabyte or two. */
const mostHosts = 20;

/**
 * The same GET is one call, also while it is under way. An interactive session keeps the answer, so that two
 * checks that look at one thing agree; a durable one forgets it, for it polls. A change forgets everything. Metadata,
 * which is steady, is kept for all sessions of a tenant, for some minutes, and no change of rows forgets it.
 */
export function memo(): Policy {
  const memos = new WeakMap<object, Map<string, Kept>>();
  const steady = perKey(() => new Map<string, Kept>(), mostHosts);
  return async (call, next) => {
    const { session, endpoint, seen } = call.exchange;
    const owner = session.memo ?? session;
    const own = memos.get(owner) ?? new Map<string, Kept>();
    memos.set(owner, own);
    const kept = endpoint.steady ? steady(call.exchange.key) : own;
    const now = session.world.now().getTime();
    if (endpoint.effect !== 'safe') {
      kept.clear();
      // Again afterwards: what was asked meanwhile may have been answered from before the change.
      return next(call).finally(() => kept.clear());
    }
    if (call.method !== 'GET') return next(call);
    const key = keyOf(call);
    const found = kept.get(key);
    if (found && (!endpoint.steady || now - found.at < steadily)) {
      try {
        return await found.answer;
      } catch (error) {
        // Whose call that was may have gone away.
        if (!endpoint.steady) throw error;
      } finally {
        // Whoever shares an answer shares its proof, once.
        if (!found.told.has(session)) for (const record of found.seen) session.evidence(record);
        found.told.add(session);
      }
    }
    const entry: Kept = { answer: next(call), seen, told: new WeakSet([session]), at: now };
    kept.set(key, entry);
    const forget = () => kept.get(key) === entry && kept.delete(key);
    const isKept = (answer: PipelineResponse) =>
      endpoint.steady ? isWhole(answer, endpoint) : session.patience === 'interactive';
    // What wasn't answered is asked again by the next; a no is an answer.
    entry.answer.then((answer) => isKept(answer) || forget(), forget);
    return entry.answer;
  };
}

/** What is kept for long is what was asked for: one answer that was cut off would else go wrong for minutes. */
function isWhole({ status, bodyAsText }: PipelineResponse, { answer }: Endpoint): boolean {
  if (status !== 200) return false;
  // A simulation has no text.
  if (bodyAsText === undefined) return true;
  try {
    return answer.safeParse(JSON.parse(bodyAsText ?? '')).success;
  } catch {
    return false;
  }
}

const keyOf = ({ url, headers, exchange: { key, service } }: Call): string =>
  JSON.stringify([service.name, key, url, headers.toJSON()]);
