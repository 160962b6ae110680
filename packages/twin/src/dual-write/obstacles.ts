import { addressOf } from '../addresses.ts';
import type { DualWriteMap, Link, RowError } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { listedMaps, organizationOf } from './find-link.ts';
import { stateAt } from './states.ts';

/** More than that, and no initial sync begins (dual-write limits; linking allows more). */
const mostCompanies = 40;

/** Why the gateway doesn't even begin; undefined when it does. The words are documented. */
export function refusalOf(world: World, link: Link, map: DualWriteMap): string | undefined {
  if (link.companies.length > mostCompanies)
    return `Plugin registration failed: [(Unable to get partition map for project DWM-${map.pid}. Error Exceeds the maximum partitions allowed for mapping DWM-${map.pid})], AX plugin registration failed`;
  const solutions = organizationOf(world, link)?.tables['solutions'] ?? [];
  for (const [name, required] of Object.entries(requiredVersions)) {
    const version = solutions.find((row) => row['uniquename'] === name)?.['version'];
    if (typeof version === 'string' && isBefore(version, required.split('.').map(Number)))
      return `Dynamics 365 for Sales solution '${name}' has version mismatch. Version: '${version}' Required version: '${required}'`;
  }
  return undefined;
}

/** Below these no map starts (dual-write troubleshooting, upgrades). */
const requiredVersions = {
  Dynamics365Company: '2.0.133',
  Dynamics365FinanceAndOperationsCommon: '2.0.133',
  CurrencyExchangeRates: '2.0.133',
  Dynamics365FinanceExtended: '2.0.227',
  Dynamics365SupplyChainExtended: '2.0.227',
};

function isBefore(version: string, required: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  const at = required.findIndex((number, index) => (parts[index] ?? 0) !== number);
  return at >= 0 && (parts[at] ?? 0) < (required[at] ?? 0);
}

/** Rows can't be written before the rows they refer to: an error in each company's sync while a needed map doesn't run. */
export function missingReferences(world: World, link: Link, map: DualWriteMap, at: number): RowError[] {
  const missing = map.needs
    .map((name) => listedMaps(link).find((each) => each.name === name))
    .find((needed) => needed && !runs(needed, at));
  if (!missing) return [];
  const column = missing.keys[0] ?? '';
  const set = missing.dataverse.name;
  return Object.keys(map.rows).map((id) => {
    const value = set === 'cdm_companies' ? id.toUpperCase() : 'DEFAULT';
    const domain = world.state.platform.environments.find((each) => each.id === link.environment)?.domain;
    const query = `${addressOf(world, `${domain}.crm4`)}/api/data/v9.0/${set}?$select=${column}&$filter=${column} eq '${value}'`;
    return {
      company: id,
      record: '000001',
      field: column,
      message: `Couldn't resolve the guid for the field: ${missing.dataverse.logical}.${column}. The lookup value was not found: ${value}. Try this URL(s) to check if the reference data exists: ${query}`,
    };
  });
}

/** Rows that Dataverse can't take: a product must have a unit there (unified product experience). */
export function unfitRows({ state }: World, link: Link, map: DualWriteMap): RowError[] {
  if (map.dataverse.name !== 'products') return [];
  const finance = state.finance.environments.find(({ host }) => host === link.financeHost);
  return (finance?.products ?? [])
    .filter(({ salesUnit }) => salesUnit === '')
    .map(({ company, number }) => ({
      company,
      record: number,
      field: 'SALESUNITSYMBOL',
      message: `Couldn't resolve the guid for the field: uom.msdyn_symbol. The lookup value was not found: .`,
    }));
}

const runs = (map: DualWriteMap, at: number): boolean => [3, 4, 5].includes(stateAt(map, at));
