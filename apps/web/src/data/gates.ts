import { asOf } from '@portico/contract/as-of';
import { plan, type StepId } from '@portico/contract/plan';
import { type Gate, gate, type Reason } from '@portico/plan/gate';
import { nextStep, type Progress, progress } from '@portico/contract/progress';
import type { RunState } from '@portico/plan/reduce';

export type Gates = Readonly<Record<StepId, Gate>>;

const known = new WeakMap<RunState, { gates: Gates; progress: Progress }>();

/** A state without what was only passed until now. The same object as long as nothing ended. */
export const stateNow = (state: RunState): RunState => asOf(state, new Date().toISOString());

/** The gates of a state, by the rule that the API enforces; worked out once per state. */
export function whereWeStand(state: RunState): { readonly gates: Gates; readonly progress: Progress } {
  const before = known.get(state);
  if (before) return before;
  // `gate` has an entry for each step of the plan, and the plan's ids are StepId.
  const gates = gate(plan, stateNow(state)) as Gates;
  const now = { gates, progress: { ...progress(plan, gates), next: nextStep(plan, state, gates) } };
  known.set(state, now);
  return now;
}

/** The gate of a step as a person needs it: steps that wait themselves are named by what they wait for. */
export function gateFor(state: RunState, step: StepId): Gate {
  const { gates } = whereWeStand(state);
  const rootOf = (reason: Reason): Reason => {
    const before =
      reason.kind === 'step' && gates[reason.id as StepId].reasons.find(({ kind }) => kind === 'step');
    return before ? rootOf(before) : reason;
  };
  const roots = new Map(gates[step].reasons.map(rootOf).map((reason) => [JSON.stringify(reason), reason]));
  return { ...gates[step], reasons: [...roots.values()] };
}
