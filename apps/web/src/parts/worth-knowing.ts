import { checksOf, type Step } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';

/** The checks of a step that say something beside what is done, or can’t tell: a green sign alone would hide it. */
export const worthKnowing = (step: Step, state: RunState): readonly string[] =>
  checksOf(step).filter((id) => /^(warn|unknown)$/.test(state.checks[id]?.finding?.state ?? ''));
