import { withCalls } from '../mischief.ts';

/** In this order they are drawn: another order would be other stories. */
const { crash, throttled, nudged, cancelled, ...calls } = withCalls;

/** What may go wrong with maps, beside calls and processes. */
export const kinds = {
  crash,
  throttled,
  'request lost': calls['request lost'],
  'never sent': calls['never sent'],
  'answer lost': calls['answer lost'],
  'arrives late': calls['arrives late'],
  'server error before': calls['server error before'],
  'server error after': calls['server error after'],
  'start fails late': 0.12,
  'list lags': 0.4,
  'list empty': 0.03,
  'token turned down': calls['token turned down'],
  'sign-in ends': calls['sign-in ends'],
  'colleague takes over': calls['colleague takes over'],
  'somebody starts a map': 0.6,
  'somebody is quicker': 0.1,
  cancelled,
  'cancelled after a change': 0.08,
  nudged,
} as const;
export type Kind = keyof typeof kinds;
