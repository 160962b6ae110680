import type { GatewayMap } from './gateway.ts';

/** Where the rows of a map are read, so that they can be counted before anything is copied. */
export interface SyncedTable {
  /** The public collection of the entity in finance and operations. */
  readonly collection: string;
  /** Which of both sides' rows the map takes; undefined: all. */
  readonly filters: { readonly finance?: string; readonly dataverse?: string };
  /** Dataverse's lookup of the company, where its rows have one of their own. */
  readonly company?: string;
  /** The column by which rows of both sides are the same, where one column is enough beside the company. */
  readonly key?: { readonly finance: string; readonly dataverse: string };
  /** Rows that go one way only. */
  readonly oneWay?: true;
}

const company = '_msdyn_company_value';
const orders: Omit<SyncedTable, 'collection'> = {
  filters: { dataverse: 'msdyn_ordertype eq 192350000' },
  company,
  key: { finance: 'SalesOrderNumber', dataverse: 'msdyn_salesordernumber' },
};

/**
 * Of the maps that the portal is about, by their names (dual-write, field maps). Collections are called as generated
 * clients of finance and operations name them; of the newer order maps nobody has named them.
 */
const known: Readonly<Record<string, SyncedTable>> = {
  'accounts - Customers V3': {
    collection: 'CustomersV3',
    filters: { finance: "PartyType eq 'Organization'", dataverse: 'customertypecode eq 3' },
    company,
    key: { finance: 'CustomerAccount', dataverse: 'accountnumber' },
  },
  'contacts - Customers V3': {
    collection: 'CustomersV3',
    filters: {
      finance: "PartyType eq 'Person'",
      dataverse: "msdyn_sellable eq true and msdyn_contactpersonid ne ''",
    },
    company,
    key: { finance: 'CustomerAccount', dataverse: 'msdyn_contactpersonid' },
  },
  'products - CDS released distinct products': {
    collection: 'CDSReleasedDistinctProducts',
    filters: {},
    company: '_msdyn_companyid_value',
    key: { finance: 'ProductNumber', dataverse: 'msdyn_productnumber' },
    oneWay: true,
  },
  'salesorders - CDS sales order headers': { collection: 'CDSSalesOrderHeaders', ...orders },
  'salesorderdetails - CDS sales order lines': { collection: 'CDSSalesOrderLines', filters: {} },
};

/**
 * Most entities have a collection called like the entity, without spaces: letter case doesn't matter in addresses
 * there. Where that is wrong there is no such collection, and the rows count as not counted.
 */
export const syncedTable = ({ name, finance }: Pick<GatewayMap, 'name' | 'finance'>): SyncedTable =>
  known[name] ?? { collection: finance.replaceAll(/[^A-Za-z0-9]/g, ''), filters: {} };

/**
 * Tables whose rows finance and operations takes in one after the other (dual-write, initial-sync-guidance): tax
 * codes, customers, vendors, warehouses, product categories, warehouse locations, modes of delivery, and two of
 * human resources.
 */
export const isSingleThreaded = ({ dataverse }: Pick<GatewayMap, 'dataverse'>): boolean =>
  /^(accounts|msdyn_vendors|msdyn_warehouses|msdyn_productcategories|msdyn_shipvias|msdyn_taxcodes|cdm_employments|cdm_positionworkerassignmentmaps|msdyn_inventorylocations|msdyn_warehouselocations)$/.test(
    dataverse,
  );

/** Maps with ten lookups or more, whose rows can't be copied from Dataverse (same page names both). */
export const hasManyLookups = ({ dataverse }: Pick<GatewayMap, 'dataverse'>): boolean =>
  dataverse === 'accounts' || dataverse === 'salesorders';
