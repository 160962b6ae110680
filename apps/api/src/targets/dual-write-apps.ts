import type { ApplicationPackage } from '@portico/microsoft/services/application-packages';
import { compareVersions, isVersion } from './compare-versions.ts';
import { type DualWriteSolution, requiredVersions } from './dual-write-solutions.ts';
import { solutionsNamed } from './solutions-named.ts';
import type { Targets } from './targets.ts';

/** An application of dual-write: its package in the catalogue, and the solution in Dataverse that proves it. */
export interface DualWriteApp {
  /** What an installation is asked by. */
  readonly anchor: string;
  /** Any of these in Dataverse proves it; the older single package brings all but the core. */
  readonly solutions: readonly string[];
  /** What else it brings, where a map asks for a version of it. */
  readonly brings?: readonly DualWriteSolution[];
  /** As Microsoft's catalogue shows it. */
  readonly shown: string;
}

/** One that has to be installed, or to be brought to the catalogue's version: from the one that is too old. */
export type LackingApp = DualWriteApp & { readonly from?: string };

const older = 'Dynamics365FinanceAndOperationsAnchor';

/** What the five maps need, each after what it builds on itself (dual-write, separated solutions). */
export const dualWriteApps: readonly DualWriteApp[] = [
  { anchor: 'DualWriteCoreAnchor', solutions: ['DualWriteCore'], shown: 'Dual-write core solution' },
  {
    anchor: 'msdyn_DualWriteAppCoreAnchor',
    solutions: ['msdyn_DualWriteAppCoreAnchor', older],
    brings: ['Dynamics365Company', 'Dynamics365FinanceAndOperationsCommon', 'CurrencyExchangeRates'],
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
    brings: ['Dynamics365FinanceExtended'],
    shown: 'Dual Write Finance and Extended Solutions',
  },
  {
    anchor: 'msdyn_Dynamics365SupplyChainExtendedAnchor',
    solutions: ['msdyn_Dynamics365SupplyChainExtendedAnchor', older],
    brings: ['Dynamics365SupplyChainExtended'],
    shown: 'Dual Write Supply Chain Extended Solution',
  },
];

/** What Dataverse has of the solutions that prove them, with versions as they came. */
export const appSolutions = (rows: Targets['rows']): Promise<ReadonlyMap<string, unknown>> =>
  solutionsNamed(rows, [...new Set(dualWriteApps.flatMap(({ solutions }) => solutions))]);

/** Those that Dataverse doesn't have, or too old for any map, in the order in which they can be installed. */
export async function lackingApps(rows: Targets['rows']): Promise<readonly LackingApp[]> {
  const brought = dualWriteApps.flatMap(({ solutions, brings = [] }) => [...solutions, ...brings]);
  const installed = await solutionsNamed(rows, [...new Set(brought)]);
  return dualWriteApps.flatMap((app): LackingApp | readonly [] => {
    if (!app.solutions.some((name) => installed.has(name))) return app;
    const from = app.brings?.map((name) => tooOld(name, installed.get(name))).find(Boolean);
    return from ? { ...app, from } : [];
  });
}

/** The version, where it is one that no map starts with. What can't be read is no reason to change it. */
function tooOld(name: DualWriteSolution, version: unknown): string | undefined {
  const required = requiredVersions[name];
  return required && isVersion(version) && compareVersions(version, required) < 0 ? version : undefined;
}

const busy = /^(Installing|InstallRequested|InstallScheduled|InstallRetrying)$/;

/** What the catalogue says of one application's package; a package that isn't in it can't be asked for. */
export function packageOf(packages: readonly ApplicationPackage[], { anchor }: DualWriteApp) {
  const found = packages.find(({ uniqueName }) => uniqueName.toLowerCase() === anchor.toLowerCase());
  return found && { ...found, installing: busy.test(found.state), failed: found.state === 'InstallFailed' };
}

export const anyInstalling = (packages: readonly ApplicationPackage[]): boolean =>
  packages.some(({ state }) => busy.test(state));
