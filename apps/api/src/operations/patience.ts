import { Problem, problems } from '@portico/contract/problems';
import type { ProblemRecord } from '@portico/plan/finding';
import { FinalProblem } from './ending.ts';

/** What to do about an error of an action: wait and try again, or end. */
export type Patience =
  | {
      readonly kind: 'sign-in' | 'throttle' | 'fault';
      readonly seconds: number;
      readonly problem: ProblemRecord;
    }
  | { readonly kind: 'fail'; readonly problem: ProblemRecord }
  | { readonly kind: 'bug'; readonly error: unknown };

/** Attempts at the same step before faults (not throttles) end the operation. */
export const faultLimit = 12;
const cap = 64;
/** Seconds between two looks whether a sign-in came that nobody told us of. */
const signInLook = 300;

/**
 * `tries`: throttles and faults in a row before this one. `faults`: only the faults among them.
 * Waits as the service asks plus up to 10 %, never less; else equal jitter, 1 s doubling, cap 64 s.
 */
export function patienceFor(
  error: unknown,
  before: { readonly tries: number; readonly faults: number },
  random: () => number,
): Patience {
  if (!(error instanceof Problem)) return { kind: 'bug', error };
  const problem = error.record;
  if (error instanceof FinalProblem) return { kind: 'fail', problem };
  const { retry } = problems[error.code];
  if (retry === 'after-sign-in') return { kind: 'sign-in', seconds: signInLook, problem };
  if (retry !== 'later') return { kind: 'fail', problem };
  const throttled = isThrottle(problem);
  if (!throttled && before.faults + 1 >= faultLimit) return { kind: 'fail', problem };
  const half = Math.min(cap, 2 ** before.tries) / 2;
  const { retryAfter } = error;
  const seconds =
    retryAfter === undefined ? half + half * random() : retryAfter + retryAfter * 0.1 * random();
  return { kind: throttled ? 'throttle' : 'fault', seconds, problem };
}

const isThrottle = ({ code, upstream }: ProblemRecord): boolean =>
  code === 'upstream-throttled' || code === 'too-many-requests' || upstream?.status === 429;
