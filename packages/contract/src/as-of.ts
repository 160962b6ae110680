import type { RunState } from '@portico/plan/reduce';

/**
 * A state as it is at a time, ISO 8601: what was overridden until then no longer is. The gate knows no clock, so
 * whoever asks it, API or browser, asks with this.
 */
export function asOf(state: RunState, now: string): RunState {
  const all = Object.entries(state.overrides);
  const standing = all.filter(([, { until }]) => until > now);
  return standing.length === all.length ? state : { ...state, overrides: Object.fromEntries(standing) };
}
