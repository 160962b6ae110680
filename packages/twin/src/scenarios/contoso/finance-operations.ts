import { holds } from '../../platform/rights.ts';
import type { Persona } from '../../world/directory.ts';
import type { FinanceOperations, NumberSequence, ReleasedProduct } from '../../world/finance-operations.ts';
import { companies } from './companies.ts';
import { financeTables } from './finance-rows.ts';
import { finance, tenants } from './ids.ts';
import { mapCatalogue } from './map-catalogue.ts';
import { countOf } from './row-counts.ts';

/** Where each company sells from, in what, and how it numbers its orders. */
const trade: Readonly<
  Record<string, Pick<ReleasedProduct, 'currency' | 'site' | 'warehouse'> & { orders: string }>
> = {
  usmf: { currency: 'USD', site: '1', warehouse: '11', orders: '######' },
  demf: { currency: 'EUR', site: '2', warehouse: '21', orders: 'DE-#####' },
  gbsi: { currency: 'GBP', site: '3', warehouse: '31', orders: 'SO-#####' },
};
const sold = ['ea', 'ea', 'ea', 'box', 'pl'];

/** The finance and operations slice. Guests can't work with dual-write there, so none is an administrator. */
export const contosoFinance = (people: readonly Persona[]): FinanceOperations => ({
  environments: [
    {
      id: finance.id,
      host: finance.host,
      tenant: tenants.contoso,
      companies: [...companies],
      administrators: people
        .filter((person) => person.tenant === tenants.contoso && !person.home)
        .filter((person) => holds(person, 'System Administrator'))
        .map(({ id }) => id),
      securityOfficers: [],
      products: companies.flatMap(({ id }) => productsOf(id)),
      sequences: companies.flatMap(({ id }) => sequencesOf(id)),
      tables: financeTables(companies.map(({ id }) => id)),
    },
  ],
});

/** What Dataverse calls the same. */
const named: Readonly<Record<string, string>> = { D0001: 'Demonstration kit', D0002: 'Starter set' };

/** As many as the products map copies, so that its counts and the entity's are one. */
function productsOf(company: string): ReleasedProduct[] {
  const entry = mapCatalogue().find(({ set }) => set === 'products');
  const { currency = '', site = '', warehouse = '' } = trade[company] ?? {};
  return Array.from({ length: entry ? countOf(entry, company) : 0 }, (_, index) => {
    const number = `D${String(index + 1).padStart(4, '0')}`;
    return {
      company,
      number,
      name: named[number] ?? `Product ${number}`,
      currency,
      salesUnit: sold[index % sold.length] ?? 'ea',
      site,
      warehouse,
    };
  });
}

const sequencesOf = (company: string): NumberSequence[] => [
  { company, code: `Sale_${company}`, numbers: 'SalesId', format: trade[company]?.orders ?? '' },
  { company, code: `Purc_${company}`, numbers: 'PurchId', format: 'PO-######' },
];
