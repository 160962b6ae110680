import type { DualWriteMap, Link } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { organizationOf } from './find-link.ts';

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
