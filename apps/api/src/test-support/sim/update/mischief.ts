import { withCalls } from '../mischief.ts';

/** What may go wrong with an update, beside calls and processes. */
export const kinds = {
  ...withCalls,
  // A look at a site is fifty calls.
  crash: 0.005,
  'somebody edits': 0.5,
  'edited at the last moment': 0.15,
  'edited right after': 0.3,
  'edited unseen': 0.3,
} as const;
export type Kind = keyof typeof kinds;
