import { type Finding, passes } from '@portico/plan/finding';
import { overridden } from '@portico/plan/gate';
import type { StepModel } from './step-model.ts';

/** Nothing is broken: a person is asked to do this. */
export const isTodo = (finding: Finding | undefined): boolean =>
  finding?.state === 'blocked' && finding.todo === true;

/** The checks by which a step asks a person to do something; none where anything else holds it up as well. */
export function todosOf({ step, state }: Pick<StepModel, 'step' | 'state'>): readonly string[] {
  const left = step.checks.filter((id) => {
    const finding = state.checks[id]?.finding;
    // What wasn't looked at waits for one of the others.
    return !passes(finding) && finding?.state !== 'skipped' && !overridden(step, state, id);
  });
  return left.every((id) => isTodo(state.checks[id]?.finding)) ? left : [];
}
