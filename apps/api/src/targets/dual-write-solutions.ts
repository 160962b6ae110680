import type { Finding } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { solutionsNamed } from './solutions-named.ts';
import type { Targets } from './targets.ts';

/** Solutions of dual-write that bring what checks read: its own tables and plug-ins, companies, and the maps' tables. */
export const dualWriteSolutions = [
  'DualWriteCore',
  'Dynamics365Company',
  'Dynamics365FinanceAndOperationsCommon',
  'CurrencyExchangeRates',
  'Dynamics365FinanceExtended',
  'Dynamics365SupplyChainExtended',
] as const;

/** Below it a map refuses to start, with “has version mismatch” (dual-write troubleshooting, upgrades). */
export const requiredVersions: Partial<Record<DualWriteSolution, string>> = {
  Dynamics365Company: '2.0.133',
  Dynamics365FinanceAndOperationsCommon: '2.0.133',
  CurrencyExchangeRates: '2.0.133',
  Dynamics365FinanceExtended: '2.0.227',
  Dynamics365SupplyChainExtended: '2.0.227',
};

export type DualWriteSolution = (typeof dualWriteSolutions)[number];

/** Those that are installed, by name, with their versions as they came. */
export const installedSolutions = (rows: Targets['rows']): Promise<ReadonlyMap<string, unknown>> =>
  solutionsNamed(rows, dualWriteSolutions);

/** Whether this one is: a table of a solution that isn't there can't be asked for. */
export const isInstalled = async (rows: Targets['rows'], name: DualWriteSolution): Promise<boolean> =>
  (await installedSolutions(rows)).has(name);

const uninstalled = msg({
  id: 'check.uninstalled',
  defaultMessage: 'Not looked at yet: the solution that brings it isn’t installed.',
});

/** What a check says that has nothing to look at before the solutions are there. */
export const notInstalled: Finding = {
  state: 'skipped',
  because: 'dual-write-solutions',
  says: text(uninstalled),
};
