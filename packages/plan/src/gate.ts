import { type Finding, passes } from './finding.ts';
import { checksOf, mending, type Plan, type Step } from './plan.ts';
import type { OperationState, RunState } from './reduce.ts';

// biome-ignore format: one line
export type Status = 'not-started' | 'in-progress' | 'completed' | 'cannot-start' | 'problem' | 'your-turn' | 'waiting' | 'needs-sign-in' | 'unverified';

/** Why something may not go on: a step that isn't done, a check that doesn't pass, a decision or an operation. */
export type Reason = { readonly kind: 'step' | 'check' | 'answers' | 'operation'; readonly id: string };

/** Passable: decided, checked and proven, so what comes after may start. No reasons: the step's actions may start. */
export type Gate = Readonly<{ status: Status; passable: boolean; reasons: readonly Reason[] }>;

/** The one rule for what may happen now; the API enforces it, the browser shows it. */
export function gate(plan: Plan, state: RunState): Readonly<Record<string, Gate>> {
  const gates: Record<string, Gate> = {};
  for (const step of plan.steps) gates[step.id] = gateOf(step, state, gates);
  return gates;
}

/** The newest operation of a step. */
export function operationOf(step: Step, state: RunState): OperationState | undefined {
  const own = [...step.actions, ...step.later];
  return Object.values(state.operations).findLast(({ action }) => own.includes(action));
}

/** Whether somebody said that a step may go on although this check doesn't pass. */
export const overridden = (step: Step, state: RunState, check: string): boolean =>
  step.soft.includes(check) && state.overrides[check] !== undefined;

function gateOf(step: Step, state: RunState, gates: Readonly<Record<string, Gate>>): Gate {
  const finding = (id: string) => state.checks[id]?.finding;
  const fails = (id: string) => !passes(finding(id)) && !overridden(step, state, id);
  // What isn't looked at may wait for what isn't looked at either, and never in a circle.
  const rootOf = (id: string, left = 99, found = finding(id)): string =>
    found?.state === 'skipped' && left > 0 ? rootOf(found.because, left - 1) : id;
  const mended = (id: string) => step.proof.includes(rootOf(id));
  const operation = operationOf(step, state);
  const failing = step.checks.filter(fails);
  const reasons: Reason[] = [
    ...step.after.filter((id) => !gates[id]?.passable).map((id) => ({ kind: 'step', id }) as const),
    ...(step.asks && state.answers[step.id] === undefined ? [{ kind: 'answers', id: step.id } as const] : []),
    ...failing.filter((id) => !mended(id)).map((id) => ({ kind: 'check', id }) as const),
    ...(operation && !operation.finished ? [{ kind: 'operation', id: operation.id } as const] : []),
  ];
  const passable = reasons.length === 0 && ![...failing, ...step.proof].some(fails);
  return { status: statusOf(step, state, { passable, reasons }, operation), passable, reasons };
}

/** What holds up even an action of later days. Nothing else does: it may be what somebody needs to get out of it. */
export const holdsUpLater = ({ kind }: Reason): boolean => kind === 'answers' || kind === 'operation';

type May = Omit<Gate, 'status'>;
const waits = { upstream: 'in-progress', person: 'waiting', 'sign-in': 'needs-sign-in' } as const;

function statusOf(step: Step, state: RunState, { passable, reasons }: May, last?: OperationState): Status {
  const ids = checksOf(step);
  const seen = ids.map((id) => state.checks[id]);
  if (last && !last.finished) return waits[last.waiting?.for ?? 'upstream'];
  if (reasons.some(({ kind }) => kind === 'step')) return 'cannot-start';
  if (reasons.some(({ kind }) => kind === 'answers')) return 'not-started';
  const unsure = ids.some((id) => overridden(step, state, id) || isUnsure(state.checks[id]?.finding));
  if (passable && seen.every((check) => check?.finding)) return unsure ? 'unverified' : 'completed';
  if (seen.some((check) => check?.running)) return 'in-progress';
  if (Object.values(state.operations).some((one) => ids.map(mending).includes(one.action) && !one.finished))
    return 'waiting';
  if (last?.finished?.outcome === 'failed') return 'problem';
  const left = step.checks.filter((id) => !overridden(step, state, id));
  const found = left.map((id) => state.checks[id]?.finding);
  const todos = found.flatMap((each) => (each?.state === 'blocked' ? [each.todo === true] : []));
  if (todos.length > 0) return todos.includes(false) ? 'problem' : 'your-turn';
  // What other steps found of its advice tells nothing of a step that hasn't been looked at itself.
  const unseen = found.includes(undefined) || seen.every((check) => !check?.finding);
  if (unseen && !step.asks) return 'not-started';
  return unsure ? 'unverified' : 'in-progress';
}

const isUnsure = (finding?: Finding): boolean =>
  finding?.state === 'unknown' || Boolean(finding?.details?.some(({ state }) => state === 'not-checked'));
