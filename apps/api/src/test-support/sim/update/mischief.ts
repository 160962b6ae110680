import { withCalls } from '../mischief.ts';

/** What may go wrong with an update, beside calls and processes. */
export const kinds = {
  ...withCalls,
  // A look at a site is fifty calls.
  crash: 0.004,
  'somebody edits': 0.5,
  'edited at the last moment': 0.15,
} as const;
export type Kind = keyof typeof kinds;
