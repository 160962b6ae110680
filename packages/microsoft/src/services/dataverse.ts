import { z } from 'zod';
import { defineService } from '../service.ts';

/** A row as it came: lookups as `_name_value`, expanded ones as objects or arrays. */
export const row = z.looseObject({ '@odata.etag': z.string().optional() });
export type DataverseRow = z.output<typeof row>;

export const rowPage = z.looseObject({
  value: z.array(row),
  /** Opaque: called as it is, never taken apart. */
  '@odata.nextLink': z.string().optional(),
  /** At most 5,000, however many there are (count-rows). */
  '@odata.count': z.number().optional(),
  /** Whether there are more than the count says; comes with the preference `odata.include-annotations`. */
  '@Microsoft.Dynamics.CRM.totalrecordcountlimitexceeded': z.boolean().optional(),
});

const shown = { $select: z.string().optional(), $expand: z.string().optional() };
const query = z.object({
  ...shown,
  $filter: z.string().optional(),
  $orderby: z.string().optional(),
  $top: z.union([z.number().int(), z.string().regex(/^\d+$/).transform(Number)]).optional(),
  $count: z.union([z.boolean(), z.literal('true').transform(() => true)]).optional(),
});
const reading = z.object({ prefer: z.string().optional() });
const writing = z.object({
  prefer: z.string().optional(),
  /** An ETag: only if the row is still as it was read; `*`: only if it exists. */
  'if-match': z.string().optional(),
  /** `*`: only if it doesn't exist yet. */
  'if-none-match': z.string().optional(),
});

/** Of columns of a table's metadata: what a new row has where nobody says anything. */
const defaults = <const Column extends z.ZodRawShape>(column: Column) =>
  z.looseObject({ value: z.array(z.looseObject({ LogicalName: z.string(), ...column })) });

const api = '/api/data/v9.2';
const documented = { standing: 'documented' } as const;
const guide = 'MicrosoftDocs/powerapps-docs, data-platform/webapi';
const data = 'MicrosoftDocs/powerapps-docs, data-platform';
const finance = 'MicrosoftDocs/dynamics-365-unified-operations-public, enable-power-platform-integration';

/** Dataverse's Web API. The base is the organization's address alone, so that it is the audience as well. */
export const dataverse = defineService({
  name: 'Dataverse',
  audience: (_cloud, base) => base,
  hosts: (cloud) => cloud.hosts.dataverse,
  headers: { Accept: 'application/json', 'OData-MaxVersion': '4.0', 'OData-Version': '4.0' },
  endpoints: {
    whoAmI: {
      ...documented,
      method: 'GET',
      path: `${api}/WhoAmI`,
      summary: 'The caller as this organization knows them, and the organization itself',
      answer: z.looseObject({ BusinessUnitId: z.string(), UserId: z.string(), OrganizationId: z.string() }),
      effect: 'safe',
      source: `${guide}; microsoft/terraform-provider-power-platform, rest/tests`,
    },
    findFinanceOperations: {
      ...documented,
      method: 'GET',
      path: `${api}/RetrieveFinanceAndOperationsIntegrationDetails`,
      summary: 'The finance and operations environment that Dataverse is integrated with',
      answer: z.looseObject({
        Url: z.string(),
        Id: z.string().nullish(),
        TenantId: z.string().nullish(),
        /** True where both live in one database: unified environments. Seen in d365bap.tools only. */
        IsUnifiedDatabase: z.boolean().nullish(),
      }),
      absent: { status: 400, code: '0x80048d0b' },
      effect: 'safe',
      source: finance,
    },
    listLanguages: {
      ...documented,
      method: 'GET',
      path: `${api}/RetrieveProvisionedLanguages`,
      summary: 'The languages that are provisioned, as LCIDs',
      answer: z.looseObject({ RetrieveProvisionedLanguages: z.array(z.number()) }),
      effect: 'safe',
      source: guide,
    },
    listEntityDefinitions: {
      ...documented,
      method: 'GET',
      path: `${api}/EntityDefinitions`,
      summary: 'Tables that exist: which name of a table is which entity set',
      query: query.pick({ $select: true, $filter: true }),
      answer: z.looseObject({
        value: z.array(
          z.looseObject({
            LogicalName: z.string().optional(),
            EntitySetName: z.string().nullish(),
            PrimaryIdAttribute: z.string().nullish(),
          }),
        ),
      }),
      effect: 'safe',
      source: `${guide}, query-metadata-web-api`,
    },
    // These three before getRow, whose path the first would fit.
    describeTable: {
      ...documented,
      method: 'GET',
      path: `${api}/EntityDefinitions(LogicalName='{table}')`,
      summary:
        'One table by its logical name: its set, its key, and under which names its lookups are written. Undefined when there is none of that name',
      query: z.object(shown),
      answer: z.looseObject({
        LogicalName: z.string(),
        EntitySetName: z.string().nullish(),
        PrimaryIdAttribute: z.string().nullish(),
        PrimaryNameAttribute: z.string().nullish(),
        /** Whether `If-Match` is looked at. */
        IsOptimisticConcurrencyEnabled: z.boolean().nullish(),
        ManyToOneRelationships: z
          .array(
            z.looseObject({
              ReferencingAttribute: z.string(),
              ReferencedEntity: z.string(),
              /** Goes before `@odata.bind`; letter case counts. */
              ReferencingEntityNavigationPropertyName: z.string(),
            }),
          )
          .optional(),
        ManyToManyRelationships: z
          .array(
            z.looseObject({
              SchemaName: z.string(),
              Entity1LogicalName: z.string(),
              Entity2LogicalName: z.string(),
              /** The table of its pairs. */
              IntersectEntityName: z.string(),
              Entity1NavigationPropertyName: z.string(),
              Entity2NavigationPropertyName: z.string(),
            }),
          )
          .optional(),
      }),
      // 0x80040217, "Could not find an entity with specified entity logicalname": seen by programs, not documented.
      absent: true,
      effect: 'safe',
      steady: true,
      source: `${guide}, query-metadata-web-api`,
    },
    listChoices: {
      ...documented,
      method: 'GET',
      path: `${api}/EntityDefinitions(LogicalName='{table}')/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata`,
      summary: 'The choice columns of a table, and which value each has at first; -1: none',
      query: query.pick({ $select: true, $filter: true }),
      answer: defaults({ DefaultFormValue: z.number().nullish() }),
      effect: 'safe',
      steady: true,
      source: `${guide}, query-metadata-web-api; reference/picklistattributemetadata`,
    },
    listFlags: {
      ...documented,
      method: 'GET',
      path: `${api}/EntityDefinitions(LogicalName='{table}')/Attributes/Microsoft.Dynamics.CRM.BooleanAttributeMetadata`,
      summary: 'The yes-or-no columns of a table, and which of both each has at first',
      query: query.pick({ $select: true, $filter: true }),
      answer: defaults({ DefaultValue: z.boolean().nullish() }),
      effect: 'safe',
      steady: true,
      source: `${guide}, query-metadata-web-api; reference/booleanattributemetadata`,
    },
    listRows: {
      ...documented,
      method: 'GET',
      path: `${api}/{set}`,
      summary: 'One page of rows; `Prefer: odata.maxpagesize` says how long, at most 5,000',
      query,
      headers: reading,
      answer: rowPage,
      effect: 'safe',
      source: `${guide}, query-data-web-api`,
    },
    // Before getRow, whose path it would fit.
    countTable: {
      ...documented,
      method: 'GET',
      path: `${api}/RetrieveTotalRecordCount(EntityNames=['{table}'])`,
      summary:
        'All rows of a table by its logical name, beyond 5,000 too, as a snapshot of the last 24 hours tells',
      answer: z.looseObject({
        EntityRecordCountCollection: z.looseObject({
          Keys: z.array(z.string()),
          /** In the order of the keys. */
          Values: z.array(z.number()),
        }),
      }),
      effect: 'safe',
      source: `${guide}/reference/retrievetotalrecordcount`,
    },
    getRow: {
      ...documented,
      method: 'GET',
      path: `${api}/{set}({id})`,
      summary: 'One row',
      query: z.object(shown),
      headers: reading,
      answer: row,
      effect: 'safe',
      source: `${guide}, retrieve-entity-using-web-api`,
    },
    getFile: {
      ...documented,
      method: 'GET',
      path: `${api}/{set}({id})/{column}/$value`,
      summary: 'What a file column of a row holds, in one answer; its size comes beside it',
      bytes: true,
      answer: z.instanceof(Uint8Array),
      absent: true,
      effect: 'safe',
      source: `${data}/file-column-data`,
    },
    // Before createRow, whose path it would fit.
    batch: {
      ...documented,
      method: 'POST',
      path: `${api}/$batch`,
      summary:
        'Up to 1,000 changes at once, all or none in a change set (`batch.ts`). A refusal is an answer in parts as well',
      headers: z.object({ 'content-type': z.string().regex(/^multipart\/mixed;/) }),
      body: z.string(),
      verbatim: true,
      answer: z.string(),
      parts: true,
      effect: 'unsafe',
      source: `${guide}, execute-batch-operations-using-web-api`,
    },
    createRow: {
      ...documented,
      method: 'POST',
      path: `${api}/{set}`,
      summary:
        'Create a row. With an id of ours in the body it can be looked up: a second try finds it there',
      headers: writing.pick({ prefer: true }),
      body: z.looseObject({}),
      answer: row.optional(),
      effect: 'keyed',
      source: `${guide}, create-entity-web-api`,
    },
    upsertRow: {
      ...documented,
      method: 'PATCH',
      path: `${api}/{set}({id})`,
      summary: 'Create or change a row under an id of ours; the conditions say which of both',
      headers: writing,
      body: z.looseObject({}),
      answer: row.optional(),
      effect: 'safe',
      source: `${guide}, update-delete-entities-using-web-api`,
    },
    associateRow: {
      ...documented,
      method: 'POST',
      path: `${api}/{set}({id})/{navigation}/$ref`,
      summary:
        'Put two rows together, many to many; whether they are can be read. The body names the other by its whole address',
      body: z.object({ '@odata.id': z.string() }),
      answer: z.undefined(),
      // A second time may be refused as a duplicate: nobody says.
      effect: 'keyed',
      source: `${guide}, associate-disassociate-entities-using-web-api`,
    },
    disassociateRow: {
      ...documented,
      method: 'DELETE',
      path: `${api}/{set}({id})/{navigation}({other})/$ref`,
      summary: 'Take two rows apart again, many to many',
      answer: z.undefined(),
      absent: true,
      effect: 'safe',
      source: `${guide}, associate-disassociate-entities-using-web-api`,
    },
    deleteRow: {
      ...documented,
      method: 'DELETE',
      path: `${api}/{set}({id})`,
      summary: 'Delete a row; one that is gone already is as good',
      headers: writing.pick({ 'if-match': true }),
      answer: z.undefined(),
      absent: true,
      effect: 'safe',
      source: `${guide}, update-delete-entities-using-web-api`,
    },
  },
});
