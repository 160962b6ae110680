import type { ApplicationPackage } from '@portico/microsoft/services/application-packages';
import { solutionsNamed } from './solutions-named.ts';
import type { Targets } from './targets.ts';

/** An application of dual-write: its package in the catalogue, and the solution in Dataverse that proves it. */
export interface DualWriteApp {
  /** What an installation is asked by. */
  readonly anchor: string;
  /** Any of these in Dataverse proves it; the older single package brings all but the core. */
  readonly solutions: readonly string[];
  /** As Microsoft's catalogue shows it. */
  readonly shown: string;
}

const older = 'Dynamics365FinanceAndOperationsAnchor';

/** What the five maps need, each after what it builds on itself (dual-write, separated solutions). */
export const dualWriteApps: readonly DualWriteApp[] = [
  { anchor: 'DualWriteCoreAnchor', solutions: ['DualWriteCore'], shown: 'Dual-write core solution' },
  {
    anchor: 'msdyn_DualWriteAppCoreAnchor',
    solutions: ['msdyn_DualWriteAppCoreAnchor', older],
    shown: 'Dual-write Application Core Solutions',
  },
  { anchor: 'HCMCommonAnchor', solutions: ['HCMCommon', older], shown: 'HR Common Tables' },
  {
    anchor: 'msdyn_Dynamics365HCMAnchor',
    solutions: ['msdyn_Dynamics365HCMAnchor', older],
    shown: 'Dual-write HR',
  },
  {
    anchor: 'msdyn_Dynamics365FinanceExtendedAnchor',
    solutions: ['msdyn_Dynamics365FinanceExtendedAnchor', older],
    shown: 'Dual Write Finance and Extended Solutions',
  },
  {
    anchor: 'msdyn_Dynamics365SupplyChainExtendedAnchor',
    solutions: ['msdyn_Dynamics365SupplyChainExtendedAnchor', older],
    shown: 'Dual Write Supply Chain Extended Solution',
  },
];

/** What Dataverse has of the solutions that prove them, with versions as they came. */
export const appSolutions = (rows: Targets['rows']): Promise<ReadonlyMap<string, unknown>> =>
  solutionsNamed(rows, [...new Set(dualWriteApps.flatMap(({ solutions }) => solutions))]);

/** Those that Dataverse doesn't have, in the order in which they can be installed. */
export async function missingApps(rows: Targets['rows']): Promise<readonly DualWriteApp[]> {
  const installed = await appSolutions(rows);
  return dualWriteApps.filter(({ solutions }) => !solutions.some((name) => installed.has(name)));
}

const busy = /^(Installing|InstallRequested|InstallScheduled|InstallRetrying)$/;

/** What the catalogue says of one application's package; a package that isn't in it can't be asked for. */
export function packageOf(packages: readonly ApplicationPackage[], { anchor }: DualWriteApp) {
  const found = packages.find(({ uniqueName }) => uniqueName.toLowerCase() === anchor.toLowerCase());
  return found && { ...found, installing: busy.test(found.state), failed: found.state === 'InstallFailed' };
}

export const anyInstalling = (packages: readonly ApplicationPackage[]): boolean =>
  packages.some(({ state }) => busy.test(state));
