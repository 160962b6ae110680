import { passes } from './finding.ts';
import type { Plan, Step } from './plan.ts';
import type { OperationState, RunState } from './reduce.ts';

export type Status =
  | 'not-started'
  | 'in-progress'
  | 'completed'
  | 'cannot-start'
  | 'problem'
  | 'waiting'
  | 'unverified';

/** Why something may not go on: a step that isn't done, a check that doesn't pass, a decision or an operation. */
export interface Reason {
  readonly kind: 'step' | 'check' | 'answers' | 'operation';
  readonly id: string;
}

export interface Gate {
  readonly status: Status;
  /** Empty: the actions of the step may start. */
  readonly reasons: readonly Reason[];
}

/** The one rule for what may happen now; the API enforces it, the browser shows it. */
export function gate(plan: Plan, state: RunState): Readonly<Record<string, Gate>> {
  const gates: Record<string, Gate> = {};
  for (const step of plan.steps) gates[step.id] = gateOf(step, state, gates);
  return gates;
}

function gateOf(step: Step, state: RunState, gates: Readonly<Record<string, Gate>>): Gate {
  const behind = step.after.filter((id) => gates[id]?.status !== 'completed');
  const reasons: Reason[] = behind.map((id) => ({ kind: 'step', id }));
  const undecided = step.asks && state.answers[step.id] === undefined;
  if (undecided) reasons.push({ kind: 'answers', id: step.id });
  const failing = step.checks.filter((id) => !passes(state.checks[id]?.finding));
  reasons.push(...failing.map((id) => ({ kind: 'check', id }) as const));
  const running = operationOf(step, state);
  if (running && !running.finished) reasons.push({ kind: 'operation', id: running.id });
  return { status: statusOf(step, state, behind.length > 0, undecided, running), reasons };
}

/** The newest operation of a step. */
export function operationOf(step: Step, state: RunState): OperationState | undefined {
  return Object.values(state.operations).findLast((operation) => step.actions.includes(operation.action));
}

function statusOf(
  step: Step,
  state: RunState,
  behind: boolean,
  undecided: boolean,
  operation?: OperationState,
): Status {
  const all = [...step.checks, ...step.proof];
  const found = all.map((id) => state.checks[id]?.finding);
  const looked = found.filter((finding) => finding !== undefined);
  if (operation && !operation.finished) {
    const forWhom = operation.waiting?.for;
    return forWhom === 'person' || forWhom === 'sign-in' ? 'waiting' : 'in-progress';
  }
  if (behind) return 'cannot-start';
  if (undecided) return 'not-started';
  if (all.length > 0 && found.every(passes)) return 'completed';
  if (all.length === 0) return 'completed';
  if (all.some((id) => state.checks[id]?.running)) return 'in-progress';
  if (operation?.finished?.outcome === 'failed') return 'problem';
  if (step.checks.some((id) => state.checks[id]?.finding?.state === 'blocked')) return 'problem';
  if (looked.some((finding) => finding.state === 'unknown')) return 'unverified';
  return looked.length === 0 && !step.asks ? 'not-started' : 'in-progress';
}
