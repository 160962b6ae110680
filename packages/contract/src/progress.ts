import { type Gate, operationOf } from '@portico/plan/gate';
import type { Plan, Step } from '@portico/plan/plan';
import type { RunState } from '@portico/plan/reduce';

/** `next`: the first step that still needs somebody; undefined when all is done. */
export type Progress = { readonly done: number; readonly total: number; readonly next: string | undefined };

/** How far a set-up is. What recurs after it is no part of it. */
export function progress(plan: Plan, gates: Readonly<Record<string, Gate>>): Progress {
  const steps = plan.steps.filter(({ recurring }) => !recurring);
  const open = steps.filter(({ id }) => !gates[id]?.passable || gates[id]?.status === 'not-started');
  const startable = open.filter(({ id }) => gates[id]?.status !== 'cannot-start');
  return {
    done: steps.length - open.length,
    total: steps.length,
    next: (startable[0] ?? open[0])?.id,
  };
}

type Gates = Readonly<Record<string, Gate>>;

/** The step to go on with: one of later days that is under way comes before what is left of the set-up. */
export const nextStep = (plan: Plan, state: RunState, gates: Gates): string | undefined =>
  plan.steps.find((step) => step.recurring && isUnderWay(step, state, gates))?.id ??
  progress(plan, gates).next;

/** Begun, not through, and not taken back again. */
function isUnderWay(step: Step, state: RunState, gates: Gates): boolean {
  const { passable = true, status = 'not-started' } = gates[step.id] ?? {};
  if (passable || status === 'not-started' || status === 'cannot-start') return false;
  const last = operationOf(step, state);
  return !last || !step.later.includes(last.action) || last.finished?.outcome !== 'done';
}
