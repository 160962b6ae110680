import type { Gateway } from './gateway.ts';
import { meanings, others } from './map-families.ts';

/** An installed solution that carries maps, and which of those that the portal needs aren't in the list of maps. */
export interface MapSolution {
  /** Unique name. */
  readonly name: string;
  /** As Microsoft's page shows it. */
  readonly shown: string;
  /** None, once the solution was applied. */
  readonly missing: readonly string[];
}

const guide = (...sets: readonly string[]): readonly string[] =>
  meanings.map((meaning) => meaning.guide).filter((name) => sets.some((set) => name.startsWith(`${set} - `)));
const core = ['cdm_companies - Legal entities', 'transactioncurrencies - Currencies'];
const finance = guide('accounts', 'contacts');
const supplyChain = ['uoms - Units', ...guide('products', 'salesorders', 'salesorderdetails')];
const all = [...core, ...finance, ...supplyChain];

/**
 * Map solutions in the order in which they are applied, with the maps that tell whether they were. The names, and both
 * spellings of the older single one, are those of Dual-write-automations; which maps are in which is inferred from
 * what their packages are for (dual-write, separated solutions).
 */
const known: readonly (readonly [name: string, maps: readonly string[]])[] = [
  ['msdyn_DualWriteAppCoreMaps', core],
  ['Dynamics365FinanceAndOperationsDualWriteMaps', all],
  ['Dynamics365FinanceAndOperationsDualWriteEntityMaps', all],
  ['msdyn_Dynamics365FinanceExtendedMaps', finance],
  ['msdyn_Dynamics365SupplyChainExtendedMaps', supplyChain],
  ['Dynamics365GABDualWriteEntityMaps', ['msdyn_parties - CDS Parties', others.addressBookContacts]],
];

/** Those of the known ones that are installed, in that order. */
export async function mapSolutions(gateway: Gateway): Promise<readonly MapSolution[]> {
  const [installed, maps] = await Promise.all([gateway.mapSolutions(), gateway.listMaps()]);
  const listed = new Set(maps.map(({ name }) => name.toLowerCase()));
  return known.flatMap(([name, carried]) =>
    installed
      .filter((solution) => solution.name.toLowerCase() === name.toLowerCase())
      .map((solution) => ({
        ...solution,
        missing: carried.filter((map) => !listed.has(map.toLowerCase())),
      })),
  );
}

/** Those that were never applied. */
export const unapplied = async (gateway: Gateway): Promise<readonly MapSolution[]> =>
  (await mapSolutions(gateway)).filter(({ missing }) => missing.length > 0);
