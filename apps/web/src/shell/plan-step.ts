import type { plan } from '@portico/contract/plan';

export type PlanStep = (typeof plan)['steps'][number];
