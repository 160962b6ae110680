import type { DualWriteMap } from '@portico/twin/world/dual-write';
import type { Chance } from '../../seeded.ts';

/** What a world may have beyond eight maps that stand in one line. */
const kinds = {
  /** Customers name each other as invoice accounts: each pass of a copying finds some more of them. */
  'customers name each other': 0.25,
  /** One names a customer whom nobody has, until somebody mends that. */
  'a customer that isn’t there': 0.12,
  /** Customers and contacts need each other, so that neither can be the first. */
  'maps need each other': 0.2,
  /** Old, parked and partners' versions beside Microsoft's. */
  'several versions': 0.35,
  /** The newer maps of orders, and the one of features that is copied whatever was decided. */
  'newer order maps': 0.25,
} as const;
export type Kind = keyof typeof kinds;
export const kindsOfWorlds = Object.keys(kinds) as readonly Kind[];
export type Shape = Readonly<Record<Kind, boolean>>;

export function drawShape(chance: Chance): Shape {
  const drawn = kindsOfWorlds.map((kind) => [kind, chance.next() < kinds[kind]] as const);
  return Object.fromEntries(drawn) as Shape;
}

type Row = Record<string, unknown>;
const group = { groupid: '10', id: '5a0e51de-0000-4000-a000-000000000010' };

/** Customers of one company, and what each of them names. */
export function customersOf(shape: Shape, company: string, chance: Chance): Row[] {
  const made = (account: string, more: Row): Row => ({
    dataAreaId: company,
    CustomerAccount: account,
    CustomerGroupId: group.groupid,
    SalesCurrencyCode: 'USD',
    PartyType: 'Organization',
    OrganizationName: `Customer ${account}`,
    ...more,
  });
  const rows: Row[] = [];
  if (shape['customers name each other'])
    for (let depth = chance.between(1, 3); depth >= 0; depth -= 1)
      rows.push(made(`C-${depth}`, depth === 0 ? {} : { InvoiceAccount: `C-${depth - 1}` }));
  if (shape['a customer that isn’t there']) rows.push(made('C-9', { InvoiceAccount: 'NOBODY' }));
  if (shape['maps need each other'])
    rows.push(
      made('P-1', { PartyType: 'Person', OrganizationName: '', PersonFirstName: 'Pia' }),
      made('C-5', { ContactPersonId: 'P-1' }),
    );
  return rows;
}

/** What a customer can't do without, in Dataverse. */
export const groupsOf = (company: unknown): Row[] => [
  {
    msdyn_customergroupid: group.id,
    msdyn_groupid: group.groupid,
    _msdyn_company_value: company,
    statecode: 0,
  },
];

/** The same in finance and operations, with the customers. */
export const financeRows = (customers: Row[]) => ({
  CustCustomerV3Entity: { rows: customers, alike: [] },
  CustCustomerGroupEntity: {
    rows: customers.slice(0, 1).map(({ dataAreaId }) => ({ dataAreaId, CustomerGroupId: group.groupid })),
    alike: [],
  },
  CurrencyEntity: { rows: [{ CurrencyCode: 'USD', CurrencyName: 'US dollar' }], alike: [] },
});

/** Customers and contacts in a circle: who copies the first of them finds rows that aren't there yet. */
export const inACircle = (map: DualWriteMap): DualWriteMap =>
  map.name === 'contacts - Customers V3' ? { ...map, needs: [...map.needs, 'accounts - Customers V3'] } : map;
