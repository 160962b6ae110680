import { Problem } from '@portico/contract/problems';
import { perKey } from '../per-key.ts';
import { NoAnswer } from './no-answer.ts';
import type { Policy } from './policy.ts';

const calls = 20;
/** Milliseconds. */
const window = 30_000;
const pause = 15_000;

interface Breaker {
  outcomes: { readonly at: number; readonly failed: boolean }[];
  openUntil: number;
  /** While half open, one call goes through to see. */
  probing: boolean;
}

/**
 * Stops calling a host that fails: half of at least 20 calls inside 30 s, then nothing for 15 s, then one.
 * The pause is a planned wait, divided by the cloud's pace like those of whoever waits for its end.
 */
export function breaker(): Policy {
  const of = perKey<Breaker>(() => ({ outcomes: [], openUntil: 0, probing: false }));
  return async (call, next) => {
    const { key, service, name, session } = call.exchange;
    const state = of(key);
    const now = () => session.world.now().getTime();
    const { pace } = session.cloud;
    const wasOpen = state.openUntil > 0;
    if (wasOpen && (now() < state.openUntil || state.probing))
      throw new Problem('upstream-unavailable', {
        values: { service: service.name, endpoint: name },
        retryAfter: Math.max(1, Math.ceil(((state.openUntil - now()) * pace) / 1000)),
        detail: 'not called: it kept failing',
      });
    state.probing = wasOpen;
    const note = (failed: boolean) => {
      if (wasOpen && !failed) Object.assign(state, { outcomes: [], openUntil: 0 });
      const recent = state.outcomes.filter(({ at }) => at > now() - window);
      state.outcomes = [...recent, { at: now(), failed }].slice(-200);
      const bad = state.outcomes.filter((outcome) => outcome.failed).length;
      if (wasOpen ? failed : state.outcomes.length >= calls && bad * 2 >= state.outcomes.length)
        state.openUntil = now() + pause / pace;
    };
    try {
      const response = await next(call);
      // A throttled host is well; it says how it wants to be asked.
      note(response.status >= 500);
      return response;
    } catch (error) {
      if (error instanceof NoAnswer && error.kind !== 'too-large') note(true);
      throw error;
    } finally {
      if (wasOpen) state.probing = false;
    }
  };
}
