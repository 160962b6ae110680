import { plan, type StepId } from '@portico/contract/plan';
import { type Gate, gate } from '@portico/plan/gate';
import { type Progress, progress } from '@portico/plan/progress';
import type { RunState } from '@portico/plan/reduce';

export type Gates = Readonly<Record<StepId, Gate>>;

const known = new WeakMap<RunState, { gates: Gates; progress: Progress }>();

/** The gates of a state, by the rule that the API enforces; worked out once per state. */
export function whereWeStand(state: RunState): { readonly gates: Gates; readonly progress: Progress } {
  const before = known.get(state);
  if (before) return before;
  // `gate` has an entry for each step of the plan, and the plan's ids are StepId.
  const gates = gate(plan, state) as Gates;
  const now = { gates, progress: progress(plan, gates) };
  known.set(state, now);
  return now;
}

/** Of the steps that lie before another, those that somebody can work on now: "finish this first" leads nowhere else. */
export function fromTheRoot(gates: Readonly<Record<string, Gate>>, gate: Gate): Gate {
  const root = (id: string): string => {
    const before = gates[id]?.reasons.find(({ kind }) => kind === 'step');
    return before ? root(before.id) : id;
  };
  const reasons = gate.reasons.map((reason) =>
    reason.kind === 'step' ? { ...reason, id: root(reason.id) } : reason,
  );
  return { ...gate, reasons };
}
