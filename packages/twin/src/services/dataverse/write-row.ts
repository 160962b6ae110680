import { syncLive } from '../../dual-write/live-sync.ts';
import type { Organization, Row } from '../../world/dataverse.ts';
import { textOf } from '../../world/rows.ts';
import type { World } from '../../world.ts';
import { afterCreating } from './plug-ins.ts';
import { isSystemAdministrator, type Member } from './members.ts';
import { noSuchRow, refusal } from './refusals.ts';
import { etagOf } from './row-body.ts';
import type { Table } from './table.ts';
import { findTable } from './tables.ts';

export interface Conditions {
  readonly ifMatch?: string | undefined;
  readonly ifNoneMatch?: string | undefined;
}

/** Writing takes the administrator's role here; which narrower ones would do is not modelled. */
export function mayWrite(
  { organization, user }: Member,
  verb: 'Create' | 'Write' | 'Delete',
  table: Table,
): void {
  if (isSystemAdministrator(organization, user)) return;
  const id = String(user['systemuserid']);
  throw refusal(
    403,
    '0x80040220',
    `Principal user (Id=${id}, type=8) is missing prv${verb}${table.logical} privilege for entity '${table.logical}'.`,
  );
}

/** A new row, under the id that the caller chose or a fresh one. */
export function createRow(world: World, member: Member, table: Table, values: Row): Row {
  const { organization, user } = member;
  const given = values[table.key];
  const id = typeof given === 'string' ? given.toLowerCase() : world.id();
  const rows = (organization.tables[table.set] ??= []);
  if (rows.some((each) => each[table.key] === id))
    throw refusal(412, '0x80040237', 'A record with matching key values already exists.');
  const now = world.clock.now().toISOString().replace(/\.\d+/, '');
  const row: Row = {
    [table.key]: id,
    statecode: 0,
    statuscode: 1,
    createdon: now,
    _createdby_value: user['systemuserid'],
  };
  change(world, organization, table, row, { ...broughtBy(world, table), ...values }, now);
  rows.push(row);
  afterCreating(world, member, table, row);
  return row;
}

/** An invitation's code is made when it is created, where nobody gives one (Power Pages, invite-contacts). */
const broughtBy = (world: World, { set }: Table): Row =>
  set === 'adx_invitations'
    ? { adx_invitationcode: `${world.id()}${world.id()}`.replaceAll('-', ''), adx_redemptions: 0 }
    : {};

/** Changes a row, or creates it where the conditions allow that (upsert). */
export function upsertRow(
  world: World,
  member: Member,
  table: Table,
  { id, values, conditions }: { readonly id: string; readonly values: Row; readonly conditions: Conditions },
): { readonly row: Row; readonly created: boolean } {
  const row = findRow(member.organization, table, id);
  if (!row) {
    if (conditions.ifMatch !== undefined) throw noSuchRow(table.logical, id);
    mayWrite(member, 'Create', table);
    return { row: createRow(world, member, table, { ...values, [table.key]: id }), created: true };
  }
  if (conditions.ifNoneMatch === '*')
    throw refusal(412, '0x80040237', 'A record with matching key values already exists.');
  refuseStale(row, conditions.ifMatch);
  mayWrite(member, 'Write', table);
  const now = world.clock.now().toISOString().replace(/\.\d+/, '');
  change(world, member.organization, table, row, values, now);
  return { row, created: false };
}

export function deleteRow({ organization }: Member, table: Table, id: string, conditions: Conditions): void {
  const row = findRow(organization, table, id);
  if (!row) throw noSuchRow(table.logical, id);
  refuseStale(row, conditions.ifMatch);
  organization.version += 1;
  organization.tables[table.set] = (organization.tables[table.set] ?? []).filter((each) => each !== row);
  // What it was together with is so no longer, and its notes go with it.
  for (const way of Object.values(table.navigations)) {
    const [set, columns] =
      'through' in way
        ? [way.through, way.columns ?? [table.key]]
        : 'theirs' in way && way.notes
          ? [way.to, [way.theirs]]
          : [];
    if (set === undefined || columns === undefined) continue;
    organization.tables[set] = (organization.tables[set] ?? []).filter((each) =>
      columns.every((column) => each[column] !== row[table.key]),
    );
  }
}

export const findRow = ({ tables }: Organization, table: Table, id: string): Row | undefined =>
  tables[table.set]?.find((row) => String(row[table.key]).toLowerCase() === id.toLowerCase());

function refuseStale(row: Row, ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch === '*' || ifMatch === etagOf(row)) return;
  throw refusal(
    412,
    '0x80060882',
    "The version of the existing record doesn't match the RowVersion property provided.",
  );
}

/** Lookups are written as `name@odata.bind: /set(id)` and read as `_name_value`. What dual-write refuses isn't saved. */
function change(
  world: World,
  organization: Organization,
  table: Table,
  row: Row,
  values: Row,
  now: string,
): void {
  const changes: Row = { modifiedon: now, versionnumber: organization.version + 1 };
  for (const [name, value] of Object.entries(values)) {
    const bound = /^(\w+)@odata\.bind$/.exec(name)?.[1];
    const lookup = bound ?? (value === null && table.binds?.[name] ? name : undefined);
    if (lookup !== undefined)
      changes[boundColumn(table, lookup)] =
        value === null ? null : boundId(organization, textOf(value), table.navigations[lookup]?.to);
    else {
      refuseUndeclared(table, name);
      changes[name] = name === table.key ? String(value).toLowerCase() : value;
    }
  }
  // Each state has a reason of its own.
  if ('statecode' in values && !('statuscode' in values))
    changes['statuscode'] = values['statecode'] === 1 ? 2 : 1;
  syncLive(world, organization, table.set, { ...row, ...changes }, row[table.key]);
  organization.version += 1;
  Object.assign(row, changes);
}

/** Where the names of lookups are known, another one is refused, in OData's words. */
function boundColumn({ binds = {}, blank }: Table, name: string): string {
  const plain = `_${name.toLowerCase()}_value`;
  if (Object.hasOwn(binds, name)) return binds[name] ?? plain;
  if (!blank && !Object.values(binds).includes(plain)) return plain;
  throw badPayload(
    `An undeclared property '${name}' which only has property annotations in the payload but no property value was found in the payload.`,
  );
}

/** A column that the table hasn't got; known only of tables whose columns are all known. */
function refuseUndeclared({ blank, columns = [], key, logical }: Table, name: string): void {
  if (!blank || name === key) return;
  if (/^_\w+_value$/.test(name))
    throw refusal(
      400,
      '0x80060888',
      'CRM do not support direct update of Entity Reference properties, Use Navigation properties instead.',
    );
  if (Object.hasOwn(blank, name) || columns.includes(name)) return;
  throw badPayload(
    `The property '${name}' does not exist on type 'Microsoft.Dynamics.CRM.${logical}'. Make sure to only use property names that are defined by the type.`,
  );
}

const badPayload = (says: string) =>
  refusal(
    400,
    '0x80048d19',
    `Error identified in Payload provided by the user for Entity :'', For more information on this error please follow this help link https://go.microsoft.com/fwlink/?linkid=2195293 ----> InnerException : Microsoft.OData.ODataException: ${says}`,
  );

/**
 * @param meant the set that the lookup leads to, where that is known
 * @returns the id in `/contacts(…)`, of a row that is there
 */
export function boundId(organization: Organization, reference: string, meant?: string): string {
  const [, set = '', id = ''] = /\/?(\w+)\(([0-9a-f-]{36})\)$/i.exec(reference) ?? [];
  const table = findTable(organization, set);
  if (!table || (meant !== undefined && set !== meant))
    throw refusal(400, '0x80048d19', `Invalid reference '${reference}'.`);
  if (!findRow(organization, table, id)) throw noSuchRow(table.logical, id);
  return id.toLowerCase();
}
