import { Problem, problems } from '@portico/contract/problems';
import type { ProblemRecord } from '@portico/plan/finding';
import { FinalProblem } from './ending.ts';

/** What to do about an error of an action: wait and try again, or end. */
export type Patience =
  | {
      readonly kind: 'sign-in' | 'throttle' | 'fault';
      readonly seconds: number;
      readonly problem: ProblemRecord;
      /** What to count it as: see `Before`. */
      readonly tries: number;
      readonly faults: number;
    }
  | { readonly kind: 'fail'; readonly problem: ProblemRecord }
  | { readonly kind: 'bug'; readonly error: unknown };

/** Attempts at the same step before faults (not throttles) end the operation. */
export const faultLimit = 12;
const cap = 64;
/** Seconds between two looks whether a sign-in came that nobody told us of: the first soon, for one in passing. */
const signInLook = { first: 5, last: 300 };

/** How it went before this error. */
export interface Before {
  readonly kind?: 'poll' | 'throttle' | 'fault' | 'sign-in';
  /** Waits of its sort in a row: they double it. */
  readonly tries: number;
  /** Faults since it last went well. */
  readonly faults: number;
}

/**
 * Waits as the service asks plus up to 10 %, never less; else equal jitter, 1 s doubling, cap 64 s.
 */
export function patienceFor(
  error: unknown,
  { kind: last, tries, faults }: Before,
  random: () => number,
): Patience {
  if (!(error instanceof Problem)) return { kind: 'bug', error };
  const problem = error.record;
  if (error instanceof FinalProblem) return { kind: 'fail', problem };
  const { retry } = problems[error.code];
  if (retry === 'after-sign-in') {
    const looks = last === 'sign-in' ? tries : 0;
    const seconds = Math.min(signInLook.last, signInLook.first * 2 ** looks);
    return { kind: 'sign-in', seconds, problem, tries: looks + 1, faults };
  }
  if (retry !== 'later') return { kind: 'fail', problem };
  const throttled = isThrottle(problem);
  if (!throttled && faults + 1 >= faultLimit) return { kind: 'fail', problem };
  const inARow = last === 'sign-in' ? 0 : tries;
  const half = Math.min(cap, 2 ** inARow) / 2;
  const { retryAfter } = error;
  const seconds =
    retryAfter === undefined ? half + half * random() : retryAfter + retryAfter * 0.1 * random();
  const counted = { tries: inARow + 1, faults: throttled ? faults : faults + 1 };
  return { kind: throttled ? 'throttle' : 'fault', seconds, problem, ...counted };
}

const isThrottle = ({ code, upstream }: ProblemRecord): boolean =>
  code === 'upstream-throttled' || code === 'too-many-requests' || upstream?.status === 429;
