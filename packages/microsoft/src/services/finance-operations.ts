import { z } from 'zod';
import { defineService } from '../service.ts';
import { anyCase, listOf } from '../wire.ts';

const odata = 'MicrosoftDocs/dynamics-365-unified-operations-public, data-entities/odata';

/**
 * A question to an entity: rows of all companies that the caller may work in, not of the default one alone. Filters
 * on texts are safe; those on enumerations are refused now and then (community tools).
 */
const query = z.object({
  'cross-company': z.string().default('true'),
  $select: z.string().optional(),
  $filter: z.string().optional(),
  $top: z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]).optional(),
  $count: z.union([z.boolean(), z.literal('true').transform(() => true)]).optional(),
});

const page = <Row extends z.ZodType>(row: Row) =>
  z.looseObject({
    value: z.array(row),
    '@odata.count': z.number().optional(),
    /** A page holds at most 10,000 rows. */
    '@odata.nextLink': z.string().optional(),
  });

const text = z.string().nullish();
const reading = { method: 'GET', effect: 'safe' } as const;

/** Finance and operations' OData: what readiness checks read. The base is the environment's address. */
export const financeOperations = defineService({
  name: 'Finance and operations',
  audience: (_cloud, base) => base,
  hosts: (cloud) => cloud.hosts.financeOperations,
  headers: { Accept: 'application/json, application/xml', 'OData-Version': '4.0' },
  endpoints: {
    getMetadata: {
      ...reading,
      path: '/data/$metadata',
      summary: 'The model as XML; it is read to see that the service answers this person',
      answer: z.string(),
      source: odata,
      standing: 'documented',
    },
    listUsers: {
      method: 'GET',
      path: '/data/SystemUsers',
      summary: 'Users there; the alias is the name that somebody signs in with',
      query: z.object({ $filter: z.string() }),
      // Community code spells the key in two ways.
      answer: listOf(anyCase({ UserID: z.string(), Enabled: z.boolean().nullish() })),
      effect: 'safe',
      source: `${odata}; the entity set and its columns are those of community scripts`,
      standing: 'observed',
    },
    listUserRoles: {
      method: 'GET',
      path: '/data/SecurityUserRoles',
      summary: 'Security roles of users there; -SYSADMIN- is the System administrator',
      query: z.object({ $filter: z.string() }),
      answer: listOf(anyCase({ SecurityRoleIdentifier: z.string() })),
      effect: 'safe',
      source: `${odata}; the entity set and its columns are those of community scripts`,
      standing: 'observed',
    },
    listLegalEntities: {
      ...reading,
      path: '/data/LegalEntities',
      summary: 'Companies, in all of which the caller need not work',
      query: z.object({
        'cross-company': z.string().default('true'),
        $select: z.string().default('LegalEntityId,Name'),
      }),
      answer: page(z.looseObject({ LegalEntityId: z.string(), Name: text })),
      source: `${odata}; the entity is OMLegalEntity, public name LegalEntities`,
      standing: 'documented',
    },
    listReleasedProducts: {
      ...reading,
      path: '/data/CDSReleasedDistinctProducts',
      summary: 'The products that dual-write copies, with the unit they are sold in',
      query,
      answer: page(z.looseObject({ dataAreaId: text, ProductNumber: text, SalesUnitSymbol: text })),
      source: `${odata}; the entity of the products map, EcoResReleasedDistinctProductCDSEntity, as SAP’s generated client names it`,
      standing: 'observed',
    },
    listOrderSettings: {
      ...reading,
      path: '/data/ProductDefaultOrderSettings',
      summary:
        'Default order settings per released product: the site and warehouse that orders are filled from',
      query,
      answer: page(
        z.looseObject({ dataAreaId: text, ItemNumber: text, SalesSiteId: text, SalesWarehouseId: text }),
      ),
      source: `${odata}; InventProductDefaultOrderSettingsEntity, as SAP’s generated client names it`,
      standing: 'observed',
    },
    listSequenceReferences: {
      ...reading,
      path: '/data/NumberSequencesV2References',
      summary: 'Which number sequence numbers what, per company',
      query,
      answer: page(z.looseObject({ DataTypeName: text, NumberSequenceCode: text, ScopeValue: text })),
      source: `${odata}; as SAP’s generated client names it`,
      standing: 'observed',
    },
    listNumberSequences: {
      ...reading,
      path: '/data/SequenceV2Tables',
      summary: 'Number sequences with their format: # is a digit, & a letter or digit',
      query,
      answer: page(z.looseObject({ NumberSequenceCode: text, ScopeValue: text, Format: text })),
      source: `${odata}; the entity is NumberSequenceTableV2Entity, its public name as community tools read it`,
      standing: 'observed',
    },
    // Last: its path takes every collection that has no row of its own above.
    countRows: {
      ...reading,
      path: '/data/{collection}',
      summary:
        'How many rows a collection has, without the rows; by company with dataAreaId in the filter, else of all companies. Absent: no such collection',
      query: z.object({
        'cross-company': z.string().default('true'),
        $count: z.literal('true').default('true'),
        $top: z.literal('0').default('0'),
        $filter: z.string().optional(),
      }),
      answer: z.looseObject({ '@odata.count': z.number().int().nonnegative() }),
      absent: true,
      source: `${odata}: $count and cross-company; collections are called as SAP’s generated client names them`,
      standing: 'documented',
    },
  },
});
