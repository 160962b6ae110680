import type { Effect } from '@portico/http/endpoint';
import type { NoAnswer } from './no-answer.ts';

/** How an attempt ended: an HTTP status, or why none came. */
export type Outcome = number | NoAnswer['kind'];

/** `done`: final, good or bad. `again`: may be sent once more. `unknown`: may have happened, is never sent again. */
export type Verdict = 'done' | 'again' | 'unknown';

/** The one rule for repeating calls, word for word that of docs/quality. */
export function retryRule(effect: Effect, outcome: Outcome): Verdict {
  switch (outcome) {
    // A throttled call was turned away before anything was done for it; an unsent one never arrived.
    case 429:
    case 'unreachable':
      return 'again';
    case 408:
    case 502:
    case 503:
    case 504:
    case 500:
    case 'reset':
    case 'timeout':
      return effect === 'safe' ? 'again' : 'unknown';
    case 'too-large':
    case 'address-refused':
      return 'done';
    default:
      // Not implemented is a plain no. Of any other server error nobody knows what came before it.
      return outcome > 501 && effect !== 'safe' ? 'unknown' : 'done';
  }
}
