import type { Gate } from '@portico/plan/gate';
import type { Plan } from '@portico/plan/plan';

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
