import { financeTable } from '../../dual-write/finance-table.ts';
import type { FinanceEnvironment } from '../../world/finance-operations.ts';
import type { RowSet } from '../../world/rows.ts';

/**
 * Public collections and the entities behind them, named by maps as in the application. The collections are those of
 * SAP's generated client of a real environment; that they belong to these entities is read from their keys. Assumed:
 * ProductConfigurations, ContactPersonsV2 and D365SalesFeatureStates, which that client hasn't got.
 */
const collections: Readonly<Record<string, string>> = {
  LegalEntities: 'OMLegalEntity',
  Currencies: 'CurrencyEntity',
  UnitsOfMeasure: 'UnitOfMeasureEntity',
  ProductColors: 'EcoResProductColorEntity',
  ProductConfigurations: 'EcoResProductConfigurationEntity',
  ProductSizes: 'EcoResProductSizeEntity',
  ProductStyles: 'EcoResProductStyleEntity',
  ProductCategoryHierarchies: 'EcoResProductCategoryHierarchyEntity',
  ProductCategories: 'EcoResProductCategoryEntity',
  AllProducts: 'EcoResAllProductEntity',
  PaymentDaysCDS: 'PaymentDayCDSEntity',
  PaymentSchedules: 'PaymentScheduleEntity',
  CustomerPaymentMethods: 'CustPaymentMethodEntity',
  VendorPaymentMethods: 'VendPaymentMethodEntity',
  TaxGroups: 'TaxGroupEntity',
  DeliveryModesV2: 'DlvModeEntity',
  DeliveryTerms: 'DlvTermEntity',
  SalesOrderOriginCodes: 'SalesOriginEntity',
  PriceCustomerGroups: 'PriceCustomerGroupEntity',
  OperationalSites: 'InventOperationalSiteEntity',
  Warehouses: 'InventWarehouseEntity',
  PaymentTerms: 'PaymentTermEntity',
  CustomerGroups: 'CustCustomerGroupEntity',
  VendorGroups: 'VendVendorGroupEntity',
  VendorsV2: 'VendVendorV2Entity',
  CDSReleasedDistinctProducts: 'EcoResReleasedDistinctProductCDSEntity',
  ReleasedProductsV2: 'EcoResReleasedProductV2Entity',
  CustomersV3: 'CustCustomerV3Entity',
  CDSContactPersonsV2: 'SmmContactCDSV2Entity',
  ContactPersonsV2: 'SmmContactPersonCDSV2Entity',
  CDSParties: 'CDSPartyEntity',
  CDSSalesOrderHeaders: 'SalesOrderHeaderCDSEntity',
  CDSSalesOrderLines: 'SalesOrderLineCDSEntity',
  D365SalesOrderHeaders: 'SalesOrderHeaderCDSEntity',
  D365SalesOrderLines: 'SalesOrderLineCDSEntity',
  D365SalesFeatureStates: 'SupplyChainFeatureStateEntity',
};

/** What no map copies, and checks read. */
const others: Readonly<Record<string, (environment: FinanceEnvironment) => RowSet['rows']>> = {
  ProductDefaultOrderSettings: ({ products }) =>
    products.map(({ company, number, site, warehouse }) => ({
      dataAreaId: company,
      ItemNumber: number,
      SalesSiteId: site,
      SalesWarehouseId: warehouse,
    })),
  NumberSequencesV2References: ({ sequences }) =>
    sequences.map(({ company, code, numbers }) => ({
      ScopeType: 'DataArea',
      ScopeValue: company,
      DataTypeName: numbers,
      NumberSequenceCode: code,
    })),
  SequenceV2Tables: ({ sequences }) =>
    sequences.map(({ company, code, format }) => ({
      ScopeType: 'DataArea',
      ScopeValue: company,
      NumberSequenceCode: code,
      Format: format,
    })),
};

const names = [...Object.keys(collections), ...Object.keys(others)];

/** The collection that an address names: letter case doesn't matter there. */
export const collectionNamed = (asked: string): string | undefined =>
  names.find((name) => name.toLowerCase() === asked.toLowerCase());

export const rowsIn = (environment: FinanceEnvironment, collection: string): RowSet => {
  const rows = others[collection]?.(environment);
  return rows ? { rows, alike: [] } : financeTable(environment, collections[collection] ?? '');
};

/** Names of a collection's columns: those that its rows have. */
export const columnsIn = ({ rows, alike }: RowSet): readonly string[] =>
  Object.keys(rows[0] ?? alike[0]?.like ?? {});

/** An entity type is called like its collection here; the real ones are called a little otherwise. */
export const metadataOf = (environment: FinanceEnvironment): string => {
  const types = names.map((name) => {
    const properties = columnsIn(rowsIn(environment, name)).map(
      (property) => `<Property Name="${property}" Type="Edm.String"/>`,
    );
    return `<EntityType Name="${name}">${properties.join('')}</EntityType>`;
  });
  const sets = names.map(
    (name) => `<EntitySet Name="${name}" EntityType="Microsoft.Dynamics.DataEntities.${name}"/>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Microsoft.Dynamics.DataEntities" xmlns="http://docs.oasis-open.org/odata/ns/edm">
${types.join('\n')}
<EntityContainer Name="Resources">${sets.join('')}</EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>
`;
};
