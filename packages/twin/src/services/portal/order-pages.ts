import { type Html, html, page } from '../../pages/layout.ts';
import type { Row } from '../../world/dataverse.ts';
import type { Site } from '../../world/platform.ts';
import { textOf } from '../../world/rows.ts';
import type { World } from '../../world.ts';
import { nameOf, type PortalUser } from './portal-user.ts';
import { mayOrder, productsFor } from './place-order.ts';
import { organizationOf } from './site-tables.ts';

const problem = (words: string): Html =>
  words === '' ? html`` : html`<div class="error" role="alert"><p>${words}</p></div>`;

/** The wizard in one page, where the real one has three: order information, items, summary. */
export function orderPage(world: World, site: Site, user: PortalUser | undefined, error = ''): string {
  if (!user)
    return page('Create order', html`<p>Sign in to place orders.</p><p><a href="/SignIn">Sign in</a></p>`);
  if (!mayOrder(world, site, user))
    return page('Create order', problem('You don’t have the appropriate permissions.'));
  const products = productsFor(world, site, user).map(
    (row) => html`<option value="${textOf(row['productid'])}">${textOf(row['name'])}</option>`,
  );
  return page(
    'Create order',
    html`${problem(error)}<p>${nameOf(user.contact)}, this order is placed for your company.</p>
<form method="post" action="/create-order"><label>Requested receipt date <input type="date" name="receipt"></label><label>Delivery address <input name="address" autocomplete="off"></label><label>Product <select name="product" required>${products}</select></label><label>Quantity <input type="number" name="quantity" value="1" min="1" required></label><button class="first">Submit</button></form>`,
  );
}

export const placedPage = (number: string): string =>
  page(
    'Order placed',
    html`<p>Your order has the number <strong>${number}</strong>.</p><p><a href="/orders">Orders</a></p>`,
  );

/** The orders of who is signed in. */
export function ordersPage(world: World, site: Site, user: PortalUser | undefined): string {
  const all = organizationOf(world, site)?.tables['salesorders'] ?? [];
  const mine = all.filter(
    (row: Row) => user && row['_msdyn_contactperson_value'] === user.contact['contactid'],
  );
  return page(
    'Orders',
    html`<ul class="plain">${mine.map((row) => html`<li>${textOf(row['msdyn_salesordernumber'])}</li>`)}</ul><p><a href="/create-order">Create order</a></p>`,
  );
}
