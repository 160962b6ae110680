import type { Targets } from './targets.ts';

/** Microsoft's dual-write page of this run's finance and operations. */
export const dualWritePage = async ({
  cloud,
  financeHost,
}: Pick<Targets, 'cloud' | 'financeHost'>): Promise<string> =>
  `${cloud.pages.dataIntegrator}/dualWrite?axenv=${await financeHost()}`;
