import { organizationOf } from '../../platform/assign-roles.ts';
import { isAlive } from '../../platform/create-site.ts';
import { refuseSite } from '../../platform/site-refusals.ts';
import { findUser, type Member } from '../../services/dataverse/members.ts';
import { noSuchRow, noSuchSet, refusal } from '../../services/dataverse/refusals.ts';
import { nameOf } from '../../services/portal/portal-user.ts';
import type { Table } from '../../services/dataverse/table.ts';
import { findTable } from '../../services/dataverse/tables.ts';
import { findRow } from '../../services/dataverse/write-row.ts';
import type { Row } from '../../world/dataverse.ts';
import { textOf } from '../../world/rows.ts';
import type { Environment, Site } from '../../world/platform.ts';
import { type Html, html } from '../layout.ts';
import type { Visit } from '../page-site.ts';

/** The app of one site, in the hands of somebody whom Dataverse knows. */
export interface Desk {
  readonly site: Site;
  readonly member: Member;
  /** Where its pages begin. */
  readonly root: string;
}

export function deskOf({ world, person, request }: Visit, environment: Environment): Desk {
  const site = world.state.platform.sites.find(
    (each) => each.id === request.params['site'] && each.environment === environment.id,
  );
  if (!site || !isAlive(world, site)) return refuseSite('unknownSite');
  const organization = organizationOf(world, environment);
  const user = findUser(organization, person.id);
  if (!user) throw refusal(403, '0x80072560', 'The user is not a member of the organization.');
  const root = `/environments/${environment.id}/portals/${site.id}/management`;
  return { site, member: { organization, user, root: '' }, root };
}

export const frame = ({ root }: Desk): Html =>
  html`<nav aria-label="Power Pages Management"><ul><li><a href="${root}/contacts">Contacts</a></li><li><a href="${root}/roles">Web Roles</a></li></ul></nav>`;

export function tableOf({ member }: Desk, set: string): Table {
  const found = findTable(member.organization, set);
  if (!found) throw noSuchSet(set);
  return found;
}

export function rowOf(desk: Desk, set: string, id: unknown): Row {
  const table = tableOf(desk, set);
  const found = findRow(desk.member.organization, table, String(id));
  if (!found) throw noSuchRow(table.logical, String(id));
  return found;
}

/** Active rows, as a person finds them in a list. */
export const rowsOf = ({ member }: Desk, set: string): readonly Row[] =>
  (member.organization.tables[set] ?? []).filter(({ statecode }) => statecode === 0);

/** A contact by name and number: several companies may know somebody of one name. */
export const personOf = (row: Row): string => `${nameOf(row)} (${textOf(row['msdyn_contactpersonid'])})`;
