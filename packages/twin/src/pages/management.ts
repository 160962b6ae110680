import type { Environment } from '../world/platform.ts';
import { addContact, role, roleContacts, roles } from './management/web-roles.ts';
import { contact, contacts, createInvitation, invitation, saveContact } from './management/contacts.ts';
import { deskOf, frame } from './management/desk.ts';
import { html } from './layout.ts';
import type { Pages, Visit } from './page-site.ts';

/**
 * The app “Power Pages Management”, as far as inviting somebody needs it: contacts, their invitations and web roles (Power
 * Pages documentation, security/invite-contacts and security/create-web-roles). The real one is on Dataverse’s own host.
 */
export function management(on: Pages, environmentOf: (visit: Visit) => Environment): void {
  const base = '/environments/:environment/portals/:site/management';
  const at = (visit: Visit) => deskOf(visit, environmentOf(visit));
  on.get(base, (visit) => {
    const desk = at(visit);
    visit.show('Power Pages Management', html`${frame(desk)}<p>${desk.site.name}</p>`);
  });
  on.get(`${base}/contacts`, (visit) => contacts(visit, at(visit)));
  on.get(`${base}/contacts/:contact`, (visit) => contact(visit, at(visit)));
  on.post(`${base}/contacts/:contact`, (visit) => saveContact(visit, at(visit)));
  on.get(`${base}/contacts/:contact/invitation`, (visit) => invitation(visit, at(visit)));
  on.post(`${base}/contacts/:contact/invitation`, (visit) => createInvitation(visit, at(visit)));
  on.get(`${base}/roles`, (visit) => roles(visit, at(visit)));
  on.get(`${base}/roles/:role`, (visit) => role(visit, at(visit)));
  on.get(`${base}/roles/:role/contacts`, (visit) => roleContacts(visit, at(visit)));
  on.post(`${base}/roles/:role/contacts`, (visit) => addContact(visit, at(visit)));
}
