import type { FinanceEnvironment } from '../../world/finance-operations.ts';

export type EntityRow = Readonly<Record<string, string>>;

/** The entities that the twin knows, by their public collection name, each with its rows. */
export const entities = {
  LegalEntities: ({ companies }: FinanceEnvironment): EntityRow[] =>
    companies.map(({ id, name }) => ({ LegalEntityId: id, Name: name })),
  CDSReleasedDistinctProducts: ({ products }: FinanceEnvironment): EntityRow[] =>
    products.map(({ company, number, currency, salesUnit }) => ({
      dataAreaId: company,
      ProductNumber: number,
      ItemNumber: number,
      CurrencyCode: currency,
      SalesUnitSymbol: salesUnit,
    })),
  ProductDefaultOrderSettings: ({ products }: FinanceEnvironment): EntityRow[] =>
    products.map(({ company, number, site, warehouse }) => ({
      dataAreaId: company,
      ItemNumber: number,
      SalesSiteId: site,
      SalesWarehouseId: warehouse,
    })),
  NumberSequencesV2References: ({ sequences }: FinanceEnvironment): EntityRow[] =>
    sequences.map(({ company, code, numbers }) => ({
      ScopeType: 'DataArea',
      ScopeValue: company,
      DataTypeName: numbers,
      NumberSequenceCode: code,
    })),
  SequenceV2Tables: ({ sequences }: FinanceEnvironment): EntityRow[] =>
    sequences.map(({ company, code, format }) => ({
      ScopeType: 'DataArea',
      ScopeValue: company,
      NumberSequenceCode: code,
      Format: format,
    })),
};

export type EntityName = keyof typeof entities;

/** Letter case doesn't matter in addresses there. */
export const entityNamed = (asked: string): EntityName | undefined =>
  (Object.keys(entities) as EntityName[]).find((name) => name.toLowerCase() === asked.toLowerCase());

/** An entity type is called like its collection here; the real ones are called a little otherwise. */
export const metadataOf = (environment: FinanceEnvironment): string => {
  const types = Object.entries(entities).map(([name, rowsOf]) => {
    const properties = Object.keys(rowsOf(environment)[0] ?? {}).map(
      (property) => `<Property Name="${property}" Type="Edm.String"/>`,
    );
    return `<EntityType Name="${name}">${properties.join('')}</EntityType>`;
  });
  const sets = Object.keys(entities).map(
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
