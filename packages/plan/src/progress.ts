import type { Gate } from './gate.ts';
import type { Plan } from './plan.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** The first step that needs the person; undefined when all is done or only others are waited for. */
  readonly next: string | undefined;
}

const needsPerson: readonly Gate['status'][] = [
  'problem',
  'unverified',
  'not-started',
  'in-progress',
  'waiting',
];

export function progress(plan: Plan, gates: Readonly<Record<string, Gate>>): Progress {
  const statuses = plan.steps.map(({ id }) => ({ id, status: gates[id]?.status ?? 'not-started' }));
  return {
    done: statuses.filter(({ status }) => status === 'completed').length,
    total: statuses.length,
    next: statuses.find(({ status }) => needsPerson.includes(status))?.id,
  };
}
