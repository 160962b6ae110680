import type { PipelineResponse } from '@azure/core-rest-pipeline';
import { explain, explainSilence } from '../explain.ts';
import { incoming } from '../incoming.ts';
import { retryAfterOf } from '../retry-after.ts';
import { createBudgets } from './budget.ts';
import { NoAnswer } from './no-answer.ts';
import type { Call, Policy } from './policy.ts';
import { retryRule } from './retry-rule.ts';

const attempts = 4;
/** Milliseconds that a person waits for one call. */
const patience = 30_000;
const first = 1000;
const cap = 64_000;

/**
 * Repeats what may be repeated. Interactive: four attempts inside 30 s, no wait shorter than the service asked
 * for. Durable: one attempt. When it gives up on something that would pass, it throws the Problem with the time
 * to wait; answers that no repetition changes are handed on.
 */
export function retry(): Policy {
  const budgetOf = createBudgets();
  return async (call, next) => {
    const { session, endpoint, key } = call.exchange;
    const { world, patience: kind, cloud } = session;
    const budget = budgetOf(key);
    const until = world.now().getTime() + patience;
    if (kind === 'interactive' && endpoint.effect === 'safe') call.latest = until;
    for (let attempt = 1; ; attempt += 1) {
      const result = await next(call).catch(asSilence);
      const silent = result instanceof NoAnswer;
      const verdict = retryRule(endpoint.effect, silent ? result.kind : result.status);
      if (!silent && result.status < 400) budget.earn();
      if (verdict !== 'again') {
        if (silent) throw explainSilence(call.exchange, result);
        return result;
      }
      const asked = silent ? undefined : retryAfterOf((name) => result.headers.get(name), world.now());
      const wait = waitFor(attempt, asked, world.random());
      const pause = Math.ceil(wait / cloud.pace);
      const again =
        kind === 'interactive' &&
        attempt < attempts &&
        world.now().getTime() + pause < until &&
        budget.spend(silent && result.kind === 'timeout' ? 'timeout' : 'answer');
      // Without a word from the service, a durable operation has its own, longer patience.
      if (!again) throw givenUp(call, result, kind === 'interactive' ? Math.ceil(wait / 1000) : undefined);
      await world.sleep(pause, session.signal).catch((error: unknown) => {
        // Whoever gave up hears their own reason, not the clock's.
        throw session.signal?.aborted ? session.signal.reason : error;
      });
    }
  };
}

/** Milliseconds: what was asked for and up to a tenth more, or else half a doubling step and up to the other half. */
function waitFor(attempt: number, asked: number | undefined, chance: number): number {
  if (asked !== undefined) return asked * (1 + chance / 10);
  const step = Math.min(cap, first * 2 ** (attempt - 1));
  return step / 2 + (chance * step) / 2;
}

function asSilence(error: unknown): NoAnswer {
  if (error instanceof NoAnswer) return error;
  throw error;
}

function givenUp({ exchange }: Call, result: PipelineResponse | NoAnswer, wait: number | undefined): Error {
  return result instanceof NoAnswer
    ? explainSilence(exchange, result, wait)
    : explain(exchange, incoming(result), undefined, wait);
}
