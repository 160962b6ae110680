import { withCalls } from '../mischief.ts';

/** What may go wrong with maps, beside calls and processes. In this order they are drawn: another one is other stories. */
export const kinds = {
  crash: withCalls.crash,
  throttled: withCalls.throttled,
  'request lost': withCalls['request lost'],
  'never sent': withCalls['never sent'],
  'answer lost': withCalls['answer lost'],
  'arrives late': withCalls['arrives late'],
  'server error before': withCalls['server error before'],
  'server error after': withCalls['server error after'],
  'start fails late': 0.12,
  'list lags': 0.4,
  'list empty': 0.03,
  'token turned down': withCalls['token turned down'],
  'sign-in ends': withCalls['sign-in ends'],
  'colleague takes over': withCalls['colleague takes over'],
  'somebody starts a map': 0.6,
  'somebody is quicker': 0.1,
  cancelled: withCalls.cancelled,
  'cancelled after a change': 0.08,
  nudged: withCalls.nudged,
} as const;
export type Kind = keyof typeof kinds;
