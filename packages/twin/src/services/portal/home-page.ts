import type { Site } from '../../world/platform.ts';
import { type Html, html, page } from '../../pages/layout.ts';
import { nameOf, type PortalUser } from './portal-user.ts';
import { type Right, rightsOf } from './role-rights.ts';

/** The tiles of the Customer Portal's home page (Supply Chain Management documentation, customer-portal-overview). */
const tiles: readonly (readonly [name: string, says: string, right: Right | 'orders', leads?: string])[] = [
  [
    'Create order',
    'Order information, items, summary: three pages to a new order.',
    'order',
    '/create-order',
  ],
  ['Orders', 'What was ordered, and how far it is.', 'orders', '/orders'],
  ['Account information', 'Addresses, terms and contacts of your company.', 'account'],
  ['Contacts', 'Who may order for your company.', 'contacts'],
];

/** Whose orders somebody sees; the widest of their roles counts. */
const orders: readonly (readonly [Right, string])[] = [
  ['all-orders', 'You see all orders.'],
  ['account-orders', 'You see all orders of your company.'],
  ['own-orders', 'You see the orders that you placed.'],
];

/** Who is signed in, and the way in and out; on every page that is drawn from the site's rows. */
export const accountOf = (user: PortalUser | undefined): Html =>
  user
    ? html`<span>Signed in as ${nameOf(user.contact)} (${user.roles.map(({ adx_name }) => String(adx_name)).join(', ') || 'no web role'})</span><form method="post" action="/signout" class="row"><button>Sign out</button></form>`
    : html`<a href="/SignIn">Sign in</a>`;

/** A tile for each thing that the web roles of who is signed in are for, and below them the site's own home page. */
export function homePage(site: Site, address: string, user: PortalUser | undefined, own: Html): string {
  const rights = rightsOf(user);
  const whose = orders.find(([right]) => rights.has(right))?.[1];
  const open = tiles.filter(([, , right]) => (right === 'orders' ? whose !== undefined : rights.has(right)));
  return page(
    site.name,
    html`<p>${user ? `Welcome, ${nameOf(user.contact)}. ${whose ?? 'You have no web role, so you see public information only.'}` : 'Welcome. Sign in to place orders and follow them on their way.'}</p><ul class="tiles">${open.map(
      ([name, says, , leads]) =>
        html`<li><h2>${leads ? html`<a href="${leads}">${name}</a>` : name}</h2><p>${says}</p></li>`,
    )}</ul>${own}<p>${address}</p>`,
    accountOf(user),
  );
}
