import type { CheckId } from '@portico/contract/plan';
import { passes } from '@portico/plan/finding';
import type { RunState } from '@portico/plan/reduce';
import { checks } from '../checks/index.ts';

/**
 * Checks, and before them whatever they build on that doesn't hold as it was seen last. While an operation proves
 * itself nobody else looks at that again: one call that failed then would hold the proof up for good.
 */
export function withUnmet(ids: readonly CheckId[], state: Pick<RunState, 'checks' | 'overrides'>): CheckId[] {
  const unmet = ids
    // A check builds on checks of the plan.
    .flatMap((id) => checks[id].after as readonly CheckId[])
    .filter((id) => !passes(state.checks[id]?.finding) && !state.overrides[id]);
  return [...new Set([...(unmet.length > 0 ? withUnmet(unmet, state) : []), ...ids])];
}
