import { checksOf, type Step } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';

/** The checks of a step that pass and yet say something: a green sign alone would hide it. */
export const worthKnowing = (step: Step, state: RunState): readonly string[] =>
  checksOf(step).filter((id) => state.checks[id]?.finding?.state === 'warn');
