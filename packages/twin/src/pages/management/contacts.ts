import { createRow, mayWrite, upsertRow } from '../../services/dataverse/write-row.ts';
import type { Row } from '../../world/dataverse.ts';
import { textOf } from '../../world/rows.ts';
import { type Html, html } from '../layout.ts';
import type { Visit } from '../page-site.ts';
import { type Desk, frame, personOf, rowOf, rowsOf, tableOf } from './desk.ts';

export function contacts(visit: Visit, desk: Desk): void {
  const items = rowsOf(desk, 'contacts').map(
    (row) => html`<li><a href="${desk.root}/contacts/${textOf(row['contactid'])}">${personOf(row)}</a></li>`,
  );
  visit.show('Contacts', html`${frame(desk)}<ul class="plain">${items}</ul>`);
}

/** Lookups on the form: its label, what is written, what is read, and the rows to choose from. */
const lookups = [
  ['Account Name', 'parentcustomerid_account', '_parentcustomerid_value', 'accounts', 'accountid'],
  [
    'Currency',
    'transactioncurrencyid',
    '_transactioncurrencyid_value',
    'transactioncurrencies',
    'transactioncurrencyid',
  ],
  ['Price List', 'defaultpricelevelid', '_defaultpricelevelid_value', 'pricelevels', 'pricelevelid'],
] as const;

const titleOf = (set: (typeof lookups)[number][3], row: Row): string => {
  if (set === 'accounts') return `${textOf(row['name'])} (${textOf(row['accountnumber'])})`;
  return textOf(row[set === 'pricelevels' ? 'name' : 'isocurrencycode']);
};

export function contact(visit: Visit, desk: Desk): void {
  const row = rowOf(desk, 'contacts', visit.request.params['contact']);
  const id = textOf(row['contactid']);
  const fields = lookups.map(
    ([label, name, column, set, key]) =>
      html`<label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">---</option>${(desk.member.organization.tables[set] ?? []).map((each) => option(each[key], titleOf(set, each), row[column]))}</select>`,
  );
  visit.show(
    personOf(row),
    html`${frame(desk)}<p><a href="${desk.root}/contacts/${id}/invitation">Create Invitation</a></p><form method="post">${fields}<label for="country">Country/Region</label><input id="country" name="country" value="${textOf(row['address1_country'])}"><p><button class="first">Save</button></p></form>`,
  );
}

const option = (value: unknown, title: string, chosen: unknown): Html =>
  html`<option value="${textOf(value)}"${value === chosen ? html` selected` : html``}>${title}</option>`;

/** What is left empty stays as it is. */
export function saveContact(visit: Visit, desk: Desk): void {
  const id = String(visit.request.params['contact']);
  const chosen = lookups.flatMap(([, name, , set]) => {
    const value = visit.field(name);
    return value === '' ? [] : [[`${name}@odata.bind`, `/${set}(${value})`]];
  });
  const country = visit.field('country').trim();
  const values: Row = { ...Object.fromEntries(chosen), ...(country ? { address1_country: country } : {}) };
  // The form is of somebody who is there: it makes no new contact.
  upsertRow(visit.world, desk.member, tableOf(desk, 'contacts'), {
    id,
    values,
    conditions: { ifMatch: '*' },
  });
  visit.response.redirect(303, `${desk.root}/contacts/${id}`);
}

/** Who the invitation is for, and whether one person may redeem it or many. */
const types = { Single: 756150000, Group: 756150001 } as const;

export function invitation(visit: Visit, desk: Desk): void {
  const row = rowOf(desk, 'contacts', visit.request.params['contact']);
  const options = Object.entries(types).map(([name, value]) => option(value, name, types.Single));
  visit.show(
    'New Invitation',
    html`${frame(desk)}<form method="post"><label for="name">Name</label><input id="name" name="name" required maxlength="100" value="${personOf(row)}"><label for="type">Type</label><select id="type" name="type">${options}</select><p>Invite contact: ${personOf(row)}</p><p><button class="first">Save</button></p></form>`,
  );
}

export function createInvitation(visit: Visit, desk: Desk): void {
  const id = textOf(rowOf(desk, 'contacts', visit.request.params['contact'])['contactid']);
  const table = tableOf(desk, 'adx_invitations');
  mayWrite(desk.member, 'Create', table);
  createRow(visit.world, desk.member, table, {
    adx_name: visit.field('name'),
    adx_type: Number(visit.field('type')),
    'adx_inviteContact@odata.bind': `/contacts(${id})`,
  });
  visit.response.redirect(303, `${desk.root}/contacts/${id}`);
}
