import type { DocumentedMap } from '@portico/contract/findings';

/** Order maps come as a pair: the one that the set-up guide means, or the newer one of the quotation life cycle. */
export type OrderFamily = 'guide' | 'sales';

/**
 * The five names of Microsoft's set-up guide and the maps they mean (dual-write, field maps; and, for the newer order
 * maps, `add-efficiency-in-quote-to-cash-enable`).
 */
export const meanings: readonly {
  readonly wanted: DocumentedMap;
  readonly guide: string;
  readonly sales?: string;
}[] = [
  { wanted: 'accounts', guide: 'accounts - Customers V3' },
  { wanted: 'contacts', guide: 'contacts - Customers V3' },
  { wanted: 'products', guide: 'products - CDS released distinct products' },
  {
    wanted: 'sales-order-header',
    guide: 'salesorders - CDS sales order headers',
    sales: 'salesorders - Dynamics 365 Sales order headers',
  },
  {
    wanted: 'sales-order-details',
    guide: 'salesorderdetails - CDS sales order lines',
    sales: 'salesorderdetails - Dynamics 365 Sales order lines',
  },
];

/** Maps that come into it beside the five. */
export const others = {
  /** Contact persons once the party and global address book solution is installed (`party-gab`). */
  addressBookContacts: 'msdyn_contactforparties - Contacts V2',
  /** Contact persons before that; two maps have this name, one of them for vendors' people. */
  contactPersons: 'contacts - CDS Contacts V2',
  /** Must run, copied from finance and operations, for the newer order maps. */
  featureStates: 'msdyn_supplychainfeaturestates - Dynamics 365 Sales feature management states',
} as const;

export const isNamed = ({ name }: { readonly name: string }, wanted: string | undefined): boolean =>
  name.toLowerCase() === wanted?.toLowerCase();

/** Whether a map of this name has a part in what the portal needs. */
export const isMeant = (name: string): boolean =>
  [...meanings.flatMap(({ guide, sales }) => [guide, sales]), ...Object.values(others)].some((meant) =>
    isNamed({ name }, meant),
  );
