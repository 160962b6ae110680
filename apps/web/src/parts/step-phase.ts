import { provenBy } from '@portico/contract/plan';
import { passes } from '@portico/plan/finding';
import { operationOf } from '@portico/plan/gate';
import type { OperationState } from '@portico/plan/reduce';
import type { StepModel } from './step-model.ts';
import { todosOf } from './todos.ts';

/** Where a step stands, as its screen needs to know it. */
export type Phase =
  | { readonly name: 'closed' }
  | { readonly name: 'deciding' }
  | { readonly name: 'checking'; readonly left: number; readonly of: number }
  | { readonly name: 'blocked' }
  /** Nothing is wrong: somebody is asked to do what these checks look for. */
  | { readonly name: 'turn'; readonly todos: readonly string[] }
  | { readonly name: 'ready' }
  | { readonly name: 'watching'; readonly operation: OperationState }
  | { readonly name: 'proving' }
  | { readonly name: 'done' };

type Given = Pick<StepModel, 'step' | 'state' | 'gate' | 'action'>;

export function phaseOf(model: Given, changed: boolean): Phase {
  const { step, state, gate, action } = model;
  const operation = operationOf(step, state);
  if (operation && !operation.finished) return { name: 'watching', operation };
  if (gate.reasons.some(({ kind }) => kind === 'step')) return { name: 'closed' };
  if (changed) return { name: 'deciding' };
  const open = (id: string) => state.checks[id]?.running === true || !state.checks[id]?.finding;
  const checks = lookedAt(step);
  const checking = { name: 'checking', left: checks.filter(open).length, of: checks.length } as const;
  if (checks.some((id) => !state.checks[id]?.finding)) return checking;
  if (gate.passable) return { name: 'done' };
  const todos = todosOf(model);
  const begun = action === undefined || provenBy[action].every((id) => passes(state.checks[id]?.finding));
  if (todos.length > 0 && (begun || gate.reasons.length > 0)) return { name: 'turn', todos };
  // What holds is looked at again now and then: nobody who may go on is held up by that, or loses the button under their hand.
  if (gate.reasons.length > 0) return checking.left > 0 ? checking : { name: 'blocked' };
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
