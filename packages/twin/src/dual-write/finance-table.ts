import type { FinanceEnvironment } from '../world/finance-operations.ts';
import type { RowSet } from '../world/rows.ts';

/** The rows of an entity. Companies and products are kept in a form of their own, since other things are known of them. */
export function financeTable(environment: FinanceEnvironment, name: string): RowSet {
  const entity = sameRows[name] ?? name;
  const rows = derived[entity]?.(environment);
  if (!rows) return (environment.tables[entity] ??= { rows: [], alike: [] });
  return { rows, alike: environment.tables[entity]?.alike ?? [] };
}

/** Entities over the same tables: the newer ones of orders. */
const sameRows: Readonly<Record<string, string>> = {
  SalesOrderHeaderD365Entity: 'SalesOrderHeaderCDSEntity',
  SalesOrderLineD365Entity: 'SalesOrderLineCDSEntity',
};

const derived: Readonly<Record<string, (environment: FinanceEnvironment) => RowSet['rows']>> = {
  OMLegalEntity: ({ companies }) => companies.map(({ id, name }) => ({ LegalEntityId: id, Name: name })),
  EcoResReleasedDistinctProductCDSEntity: ({ products }) =>
    products.map(({ company, number, name, currency, salesUnit }) => ({
      dataAreaId: company,
      ProductNumber: number,
      ItemNumber: number,
      ProductName: name,
      CurrencyCode: currency,
      SalesUnitSymbol: salesUnit,
    })),
};
