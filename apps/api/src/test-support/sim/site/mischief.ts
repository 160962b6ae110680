import { withCalls } from '../mischief.ts';

/** What may go wrong with a site, beside calls and processes. */
export const kinds = {
  ...withCalls,
  // It takes ten minutes and more: as much goes wrong as in shorter work.
  crash: 0.004,
  'creation fails late': 0.2,
  'list lags': 0.5,
  'answers late': 0.3,
  'somebody creates it as well': 0.3,
  'somebody creates another': 0.2,
} as const;
export type Kind = keyof typeof kinds;
