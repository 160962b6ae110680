import type { plan } from '@portico/contract/plan';
import type { Step } from '@portico/plan/plan';

export type PlanStep = (typeof plan)['steps'][number];

/** Of later days: it has a page of its own, and no place in the row of a set-up. */
export const isRecurring = ({ recurring }: Step): boolean => recurring === true;
