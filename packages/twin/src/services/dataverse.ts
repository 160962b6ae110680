import { Reply } from '@portico/http/mount';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { addressOf } from '../addresses.ts';
import { NotLearned } from '../odata/refusals.ts';
import { parseExpand, parseSelect } from '../odata/expand.ts';
import type { Call, ServiceTwin } from '../serve.ts';
import type { Row } from '../world/dataverse.ts';
import { associate, disassociate } from './dataverse/associate.ts';
import { performPart } from './dataverse/batch/perform-part.ts';
import { countOf, readBatch, runBatch } from './dataverse/batch/run-batch.ts';
import { componentBody } from './dataverse/component-body.ts';
import { describeColumns, describeTable, firstOf } from './dataverse/describe-table.ts';
import { entityDefinitions } from './dataverse/entity-definitions.ts';
import { fileOf } from './dataverse/files.ts';
import { listRows, pageSize, refuseOptions } from './dataverse/list-rows.ts';
import { enter, type Member } from './dataverse/members.ts';
import { admit, chargeBatch, throttled } from './dataverse/protection.ts';
import { noSuchRow, noSuchSet, refusal, refusing } from './dataverse/refusals.ts';
import { checkColumns, rowBody } from './dataverse/row-body.ts';
import { totalOf } from './dataverse/totals.ts';
import type { Table } from './dataverse/table.ts';
import { findLogical, findTable, virtualIn } from './dataverse/tables.ts';
import { createRow, deleteRow, findRow, mayWrite, upsertRow } from './dataverse/write-row.ts';

const version = { 'OData-Version': '4.0' };

export const dataverseTwin: ServiceTwin<typeof dataverse.endpoints> = {
  name: dataverse.name,
  host: /^[\w-]+(\.api)?\.crm4\.twin\.localhost$/,
  endpoints: dataverse.endpoints,
  audience: (world, host) => addressOf(world, host.replace(/\.twin\.localhost$/, '')),
  // The real one says nothing but where to get a token.
  refuse: () => new Reply(401, undefined, { 'WWW-Authenticate': 'Bearer' }),
  throttled: (seconds) => throttled('requests', seconds),
  admit,
  handlers: {
    whoAmI: ({ context }) => {
      const { organization, user, root } = enter(context);
      return answer({
        '@odata.context': `${root}/$metadata#Microsoft.Dynamics.CRM.WhoAmIResponse`,
        BusinessUnitId: organization.rootBusinessUnit,
        UserId: String(user['systemuserid']),
        OrganizationId: organization.id,
      });
    },
    findFinanceOperations: ({ context }) => {
      const { organization, root } = enter(context);
      const { finance } = organization;
      if (!finance)
        throw refusal(400, '0x80048d0b', "Dataverse instance isn't integrated with finance and operations.");
      return answer({
        '@odata.context': `${root}/$metadata#Microsoft.Dynamics.CRM.RetrieveFinanceAndOperationsIntegrationDetailsResponse`,
        Url: `${finance.url}:${context.world.port}/`,
        TenantId: finance.tenant,
        Id: finance.id,
      });
    },
    listLanguages: ({ context }) => {
      const { organization, root } = enter(context);
      return answer({
        '@odata.context': `${root}/$metadata#Microsoft.Dynamics.CRM.RetrieveProvisionedLanguagesResponse`,
        RetrieveProvisionedLanguages: organization.languages,
      });
    },
    listEntityDefinitions: ({ query, context }) => {
      const { organization, root } = enter(context);
      return answer({
        '@odata.context': `${root}/$metadata#EntityDefinitions`,
        value: refusing(() => entityDefinitions(organization, query)),
      });
    },
    describeTable: ({ params, query, context }) => {
      const { organization, root, table } = describedTable(context, params.table);
      return answer({
        '@odata.context': `${root}/$metadata#EntityDefinitions/$entity`,
        ...refusing(() => describeTable(organization, table, query)),
      });
    },
    listChoices: ({ params, query, context }) => {
      const { root, table } = describedTable(context, params.table);
      const names = ['PicklistAttributeMetadata', 'DefaultFormValue'] as const;
      const columns = firstOf<number>(context.world.state.switches, table, table.choices, -1);
      const value = refusing(() => describeColumns(table, columns, names, query));
      return answer({ '@odata.context': attributes(root, table, names[0]), value });
    },
    listFlags: ({ params, query, context }) => {
      const { root, table } = describedTable(context, params.table);
      const names = ['BooleanAttributeMetadata', 'DefaultValue'] as const;
      const columns = firstOf<boolean>(context.world.state.switches, table, table.flags, false);
      const value = refusing(() => describeColumns(table, columns, names, query));
      return answer({ '@odata.context': attributes(root, table, names[0]), value });
    },
    listRows: ({ params, context, headers }) => {
      const { member, table } = tableOf(context, params.set);
      const prefer = headers['prefer'] ?? '';
      const preferred = pageSize(prefer);
      const body = refusing(() => listRows(member, table, context.request.query, prefer));
      body.value = body.value.map((row) => componentBody(context.world.state.switches, table, row));
      return answer(body, preferred ? { 'Preference-Applied': `odata.maxpagesize=${preferred}` } : {});
    },
    countTable: ({ params, context }) => {
      const { organization, root } = enter(context);
      const table = findLogical(organization, params.table);
      // The real one says it in its own words; which ones isn't written down.
      if (!table) throw noSuchSet(params.table);
      return answer({
        '@odata.context': `${root}/$metadata#Microsoft.Dynamics.CRM.RetrieveTotalRecordCountResponse`,
        EntityRecordCountCollection: {
          Count: 1,
          IsReadOnly: false,
          Keys: [table.logical],
          Values: [totalOf(context.world, organization, table)],
        },
      });
    },
    getRow: ({ params, query, context }) => {
      const { member, table } = tableOf(context, params.set);
      refusing(() => refuseOptions(context.request.query));
      const row = findRow(member.organization, table, params.id);
      if (!row) throw noSuchRow(table.logical, params.id);
      return answer(componentBody(context.world.state.switches, table, shown(member, table, row, query)));
    },
    getFile: ({ params, context }) => {
      const { member, table } = tableOf(context, params.set);
      const { name, mimetype, bytes } = fileOf(member.organization, table, params);
      return answer(bytes, {
        'Content-Type': 'application/octet-stream',
        'x-ms-file-size': String(bytes.length),
        'x-ms-file-name': name,
        mimetype,
      });
    },
    batch: async ({ body, context }) => {
      const member = enter(context);
      const items = readBatch(context, body);
      await chargeBatch(context, countOf(items));
      return runBatch(context, member, items, performPart(dataverseTwin.handlers));
    },
    createRow: ({ params, body, headers, context }) => {
      const { member, table } = tableOf(context, params.set);
      mayWrite(member, 'Create', table);
      return written(member, table, createRow(context.world, member, table, body), headers['prefer'], true);
    },
    upsertRow: ({ params, body, headers, context }) => {
      const { member, table } = tableOf(context, params.set);
      const conditions = { ifMatch: headers['if-match'], ifNoneMatch: headers['if-none-match'] };
      const { row, created } = upsertRow(context.world, member, table, {
        id: params.id.toLowerCase(),
        values: body,
        conditions,
      });
      return written(member, table, row, headers['prefer'], created);
    },
    associateRow: ({ params, body, context }) => {
      const { member, table } = tableOf(context, params.set);
      associate(context.world, member, table, { ...params, reference: body['@odata.id'] });
      return new Reply(204, undefined, version);
    },
    disassociateRow: ({ params, context }) => {
      const { member, table } = tableOf(context, params.set);
      disassociate(context.world, member, table, params);
      return undefined;
    },
    deleteRow: ({ params, headers, context }) => {
      const { member, table } = tableOf(context, params.set);
      mayWrite(member, 'Delete', table);
      deleteRow(member, table, params.id, { ifMatch: headers['if-match'] });
      return undefined;
    },
  },
};

const answer = (body: object, headers: Readonly<Record<string, string>> = {}) =>
  new Reply(200, body, { ...version, ...headers });

const attributes = (root: string, { logical }: Table, type: string) =>
  `${root}/$metadata#EntityDefinitions('${logical}')/Attributes/Microsoft.Dynamics.CRM.${type}`;

function describedTable(context: Call, logical: string): Member & { readonly table: Table } {
  const member = enter(context);
  const table = findLogical(member.organization, logical.toLowerCase());
  // As programs have seen it; which status comes with it is written down nowhere.
  if (!table)
    throw refusal(
      404,
      '0x80040217',
      `Could not find an entity with specified entity logicalname: ${logical}`,
    );
  return { ...member, table };
}

function tableOf(context: Call, set: string): { readonly member: Member; readonly table: Table } {
  const member = enter(context);
  const table = findTable(member.organization, set);
  if (table) return { member, table };
  if (!virtualIn(member.organization).some((each) => each.set === set)) throw noSuchSet(set);
  return refusing(() => {
    throw new NotLearned('The twin describes virtual tables, and doesn’t know their rows.');
  });
}

function shown(
  { organization, root }: Member,
  table: Table,
  row: Row,
  query: { readonly $select?: string | undefined; readonly $expand?: string | undefined },
): Row {
  const select = refusing(() => parseSelect(query.$select));
  checkColumns(organization, table, select ?? []);
  const context = `${root}/$metadata#${table.set}${select ? `(${select.join(',')})` : ''}/$entity`;
  const body = rowBody(
    organization,
    table,
    row,
    select,
    refusing(() => parseExpand(query.$expand)),
  );
  return { '@odata.context': context, ...body };
}

/** Nothing comes back unless it is asked for; the address of the row always does. */
function written(
  member: Member,
  table: Table,
  row: Row,
  prefer: string | undefined,
  created: boolean,
): Reply {
  const headers = { ...version, 'OData-EntityId': `${member.root}/${table.set}(${String(row[table.key])})` };
  if (!/return=representation/i.test(prefer ?? '')) return new Reply(204, undefined, headers);
  return new Reply(created ? 201 : 200, shown(member, table, row, {}), {
    ...headers,
    'Preference-Applied': 'return=representation',
  });
}
