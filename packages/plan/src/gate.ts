import { passes } from './finding.ts';
import { checksOf, type Plan, type Step } from './plan.ts';
import type { OperationState, RunState } from './reduce.ts';

// biome-ignore format: one line
export type Status = 'not-started' | 'in-progress' | 'completed' | 'cannot-start' | 'problem' | 'waiting' | 'unverified';

/** Why something may not go on: a step that isn't done, a check that doesn't pass, a decision or an operation. */
export type Reason = { readonly kind: 'step' | 'check' | 'answers' | 'operation'; readonly id: string };

/** Passable: decided, checked and proven, so what comes after may start. No reasons: the step's actions may start. */
export type Gate = {
  readonly status: Status;
  readonly passable: boolean;
  readonly reasons: readonly Reason[];
};

/** The one rule for what may happen now; the API enforces it, the browser shows it. */
export function gate(plan: Plan, state: RunState): Readonly<Record<string, Gate>> {
  const gates: Record<string, Gate> = {};
  for (const step of plan.steps) gates[step.id] = gateOf(step, state, gates);
  return gates;
}

/** The newest operation of a step. */
export function operationOf(step: Step, state: RunState): OperationState | undefined {
  return Object.values(state.operations).findLast(({ action }) => step.actions.includes(action));
}

function gateOf(step: Step, state: RunState, gates: Readonly<Record<string, Gate>>): Gate {
  const fails = (id: string) => !passes(state.checks[id]?.finding);
  const operation = operationOf(step, state);
  const reasons: Reason[] = [
    ...step.after.filter((id) => !gates[id]?.passable).map((id) => ({ kind: 'step', id }) as const),
    ...(step.asks && state.answers[step.id] === undefined ? [{ kind: 'answers', id: step.id } as const] : []),
    ...step.checks.filter(fails).map((id) => ({ kind: 'check', id }) as const),
    ...(operation && !operation.finished ? [{ kind: 'operation', id: operation.id } as const] : []),
  ];
  const passable = reasons.length === 0 && !step.proof.some(fails);
  return { status: statusOf(step, state, reasons, passable, operation), passable, reasons };
}

function statusOf(
  step: Step,
  state: RunState,
  reasons: readonly Reason[],
  passable: boolean,
  operation: OperationState | undefined,
): Status {
  const seen = checksOf(step).map((id) => state.checks[id]);
  if (operation && !operation.finished)
    return operation.waiting && operation.waiting.for !== 'upstream' ? 'waiting' : 'in-progress';
  if (reasons.some(({ kind }) => kind === 'step')) return 'cannot-start';
  if (reasons.some(({ kind }) => kind === 'answers')) return 'not-started';
  const unsure = seen.some(
    (check) =>
      check?.finding?.state === 'unknown' ||
      check?.finding?.details?.some(({ state }) => state === 'not-checked'),
  );
  if (passable && seen.every((check) => check?.finding)) return unsure ? 'unverified' : 'completed';
  if (seen.some((check) => check?.running)) return 'in-progress';
  if (operation?.finished?.outcome === 'failed') return 'problem';
  if (step.checks.some((id) => state.checks[id]?.finding?.state === 'blocked')) return 'problem';
  if (unsure) return 'unverified';
  return seen.every((check) => !check?.finding) && !step.asks ? 'not-started' : 'in-progress';
}
