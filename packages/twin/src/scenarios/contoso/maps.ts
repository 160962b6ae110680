import type { DualWriteMap, Template } from '../../world/dual-write.ts';
import { guid } from '../../world.ts';
import { companies } from './companies.ts';
import { type Entry, mapCatalogue, newerOrderEntries } from './map-catalogue.ts';

/** What tells the two maps called CDS Contacts V2 apart; nothing else on the page does. */
const descriptions: Readonly<Record<string, string>> = {
  'msdyn_Dynamics365FinanceExtendedMaps CDS Contacts V2': 'Contact persons of customers.',
  'msdyn_Dynamics365SupplyChainExtendedMaps CDS Contacts V2':
    'Vendor Contacts V2, of Dynamics365SupplyChainExtended: contact persons of vendors.',
};

/** The maps of Contoso's link, none of them ever used. */
export const contosoMaps = (): DualWriteMap[] => mapsOf(mapCatalogue(), mapCatalogue(), 0);

/** The maps that replace those of orders; their own come first among what they refer to. */
export function newerOrderMaps(): DualWriteMap[] {
  const newer = newerOrderEntries();
  return mapsOf(newer, [...newer, ...mapCatalogue()], 100);
}

function mapsOf(entries: readonly Entry[], known: readonly Entry[], first: number): DualWriteMap[] {
  const nameOf = (set: string): string => {
    const entry = known.find((each) => each.set === set);
    return entry ? `${entry.set} - ${entry.finance}` : set;
  };
  return entries.map((entry, index): DualWriteMap => {
    const templates = templatesOf(entry, 30_000 + (first + index) * 10);
    return {
      id: guid(29_000 + first + index),
      name: `${entry.set} - ${entry.finance}`,
      solution: entry.solution,
      finance: { name: entry.entity, displayName: entry.finance },
      dataverse: { name: entry.set, logical: entry.logical },
      direction: entry.direction,
      description: descriptions[`${entry.solution} ${entry.finance}`] ?? '',
      templates,
      active: templates[0]?.id ?? '',
      pid: null,
      state: 6,
      due: [],
      needs: entry.needs.map(nameOf),
      uses: entry.uses.map(nameOf),
      keys:
        entry.global || entry.keys.some((key) => key.endsWith('cdm_companycode'))
          ? entry.keys
          : [...entry.keys, 'msdyn_company.cdm_companycode'],
      // Tables without a company run once; under which company's name is assumed.
      companies: entry.global ? ['dat'] : companies.map(({ id }) => id),
      queue: [],
    };
  });
}

/**
 * Microsoft's version first, which is in use; for customers and products an older one of Microsoft's, one that a
 * partner has made, and one that somebody has parked under a number that beats all others.
 */
function templatesOf({ set, finance, version }: Entry, firstId: number): Template[] {
  const shipped = { author: 'Microsoft', readOnly: true };
  const current: Template = { ...shipped, id: guid(firstId), version };
  if (finance !== 'Customers V3' && set !== 'products') return [current];
  const partners = { author: 'Adatum', readOnly: false };
  return [
    current,
    { ...shipped, id: guid(firstId + 1), version: '1.0.0.2' },
    { ...partners, id: guid(firstId + 2), version: '1.0.0.6' },
    { ...partners, id: guid(firstId + 3), version: '9.9.9.9' },
  ];
}
