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
  if (gate.status === 'completed') return { name: 'done' };
  const left = step.checks.filter((id) => state.checks[id]?.running || !state.checks[id]?.finding).length;
  if (left > 0) return { name: 'checking', left, of: step.checks.length };
  if (gate.reasons.length > 0) return { name: 'blocked' };
  const unproven = step.proof.some((id) => state.checks[id]?.running || !state.checks[id]?.finding);
  if (step.actions.length === 0 || (operation?.finished?.outcome === 'done' && unproven))
    return { name: 'proving' };
  return { name: 'ready' };
}

/** Proof is shown once there is something to prove: an action that ended, or an effect that is there already. */
export function showsProof({ step, state }: StepModel): boolean {
  if (step.proof.length === 0) return false;
  const ended = operationOf(step, state)?.finished?.outcome === 'done';
  return ended || step.proof.some((id) => passes(state.checks[id]?.finding));
}
