import { type Html, html, page } from '../../pages/layout.ts';
import type { Site } from '../../world/platform.ts';
import type { World } from '../../world.ts';
import { nameOf } from './portal-user.ts';
import { registered } from './redeem.ts';
import { isSet, organizationOf } from './site-tables.ts';

export const invitesOnly = (world: World, site: Site): boolean =>
  isSet(world, site, 'Registration/InvitationEnabled', 'true');

/** Somebody with an invitation; nobody can register without one (customer-portal-user-admin). */
export const registerPage = (site: Site, code: string, wrong = false): string =>
  page(
    'Redeem invitation',
    html`${
      wrong
        ? html`<div class="error" role="alert"><p>This invitation code isn’t valid. It may have been used, or its time is over.</p></div>`
        : html``
    }<p>You can sign up to ${site.name} with an invitation only.</p>
<form method="post" action="/register"><label>Invitation code <input name="invitationCode" value="${code}" autocomplete="off" required></label><button class="first">Register</button></form>`,
  );

/** Who has signed up signs in with a click: the twin keeps no passwords. */
export function signInPage(world: World, site: Site): string {
  const organization = organizationOf(world, site);
  const people: readonly Html[] = (organization ? registered(organization) : []).map(
    (contact) =>
      html`<li><form method="post" action="/signin"><button name="contact" value="${String(contact['contactid'])}">${nameOf(contact)}</button></form></li>`,
  );
  return page(
    'Sign in',
    html`<p>Sign in to ${site.name}.</p><ul class="plain">${people}</ul><p><a href="/register">Redeem invitation</a></p>`,
  );
}
