import { passes } from '@portico/plan/finding';
import { operationOf } from '@portico/plan/gate';
import type { OperationState } from '@portico/plan/reduce';
import type { StepModel } from './step-model.ts';

/** Where a step stands, as its screen needs to know it. */
export type Phase =
  | { readonly name: 'closed' }
  | { readonly name: 'deciding' }
  | { readonly name: 'checking'; readonly left: number; readonly of: number }
  | { readonly name: 'blocked' }
  | { readonly name: 'ready' }
  | { readonly name: 'watching'; readonly operation: OperationState }
  | { readonly name: 'proving' }
  | { readonly name: 'done' };

export function phaseOf({ step, state, gate }: StepModel, changed: boolean): Phase {
  const operation = operationOf(step, state);
  if (operation && !operation.finished) return { name: 'watching', operation };
  if (gate.reasons.some(({ kind }) => kind === 'step')) return { name: 'closed' };
  if (changed) return { name: 'deciding' };
  const open = (id: string) => state.checks[id]?.running === true || !state.checks[id]?.finding;
  const checks = lookedAt(step);
  const left = checks.filter(open).length;
  if (left > 0) return { name: 'checking', left, of: checks.length };
  if (gate.passable) return { name: 'done' };
  if (gate.reasons.length > 0) return { name: 'blocked' };
  const ended = operation?.finished?.outcome === 'done';
  if (step.actions.length === 0 || (ended && step.proof.some(open))) return { name: 'proving' };
  return { name: 'ready' };
}

/** What a step looks at before anything is done: what must hold, and what is only said. */
export const lookedAt = (step: StepModel['step']): readonly string[] => [...step.checks, ...step.advice];

/** The same without what is said of the effect alone: before there is one nobody needs to read that it wasn’t looked at. */
export const seenBefore = ({ step, state }: StepModel): readonly string[] =>
  lookedAt(step).filter((id) => {
    const finding = state.checks[id]?.finding;
    return finding?.state !== 'skipped' || !step.proof.includes(finding.because);
  });

/**
 * The proof that is shown, once there is something to prove: an action that ended, or an effect that is there already. What
 * must hold before, too, is no effect by itself. What doesn't hold stands among what was found, where it is a check of the step as well.
 */
export function proofOf({ step, state }: StepModel): readonly string[] {
  const holds = (id: string) => passes(state.checks[id]?.finding);
  const ended = operationOf(step, state)?.finished?.outcome === 'done';
  const effect = step.proof.some((id) => holds(id) && !step.checks.includes(id));
  if (!ended && !effect && !step.proof.every(holds)) return [];
  return step.proof.filter((id) => holds(id) || !step.checks.includes(id));
}
