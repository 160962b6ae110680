import { associate } from '../../services/dataverse/associate.ts';
import { ownRows } from '../../services/portal/site-tables.ts';
import { textOf } from '../../world/rows.ts';
import { html } from '../layout.ts';
import type { Visit } from '../page-site.ts';
import { type Desk, frame, personOf, rowOf, rowsOf, tableOf } from './desk.ts';

export function roles(visit: Visit, desk: Desk): void {
  const items = ownRows(visit.world, desk.site, 'adx_webroles').map(
    (row) =>
      html`<li><a href="${desk.root}/roles/${textOf(row['adx_webroleid'])}">${textOf(row['adx_name'])}</a></li>`,
  );
  visit.show('Web Roles', html`${frame(desk)}<ul class="plain">${items}</ul>`);
}

export function role(visit: Visit, desk: Desk): void {
  const row = rowOf(desk, 'adx_webroles', visit.request.params['role']);
  visit.show(
    textOf(row['adx_name']),
    html`${frame(desk)}<nav aria-label="Related"><ul><li><a href="${desk.root}/roles/${textOf(row['adx_webroleid'])}/contacts">Contacts</a></li></ul></nav>`,
  );
}

/** The contacts that have a role; and “Add Existing Contact”, with the search for one as a list. */
export function roleContacts(visit: Visit, desk: Desk): void {
  const row = rowOf(desk, 'adx_webroles', visit.request.params['role']);
  const held = (desk.member.organization.tables['adx_webrole_contactset'] ?? [])
    .filter(({ adx_webroleid }) => adx_webroleid === row['adx_webroleid'])
    .map(({ contactid }) => contactid);
  const [has, lacks] = [true, false].map((holds) =>
    rowsOf(desk, 'contacts').filter(({ contactid }) => held.includes(contactid) === holds),
  );
  visit.show(
    textOf(row['adx_name']),
    html`${frame(desk)}<ul class="plain">${(has ?? []).map((each) => html`<li>${personOf(each)}</li>`)}</ul><form method="post"><label for="contact">Contact</label><select id="contact" name="contact">${(lacks ?? []).map((each) => html`<option value="${textOf(each['contactid'])}">${personOf(each)}</option>`)}</select><p><button class="first">Add Existing Contact</button></p></form>`,
  );
}

export function addContact(visit: Visit, desk: Desk): void {
  const id = String(visit.request.params['role']);
  associate(visit.world, desk.member, tableOf(desk, 'adx_webroles'), {
    id,
    navigation: 'adx_webrole_contact',
    reference: `/contacts(${visit.field('contact')})`,
  });
  visit.response.redirect(303, `${desk.root}/roles/${id}/contacts`);
}
