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

/** What was entered so far; each page carries on what those before it asked. */
export type Entered = Readonly<Record<'receipt' | 'address' | 'product' | 'quantity', string>>;

const nothing: Entered = { receipt: '', address: '', product: '', quantity: '1' };

/** The wizard's three pages, as the guide names them (customer-portal-customize); the last one sends. */
export const orderSteps = ['information', 'items', 'summary'] as const;
export type OrderStep = (typeof orderSteps)[number];
export const isOrderStep = (name: string): name is OrderStep => orderSteps.some((step) => step === name);

const titles: Readonly<Record<OrderStep, string>> = {
  information: 'Order information',
  items: 'Items',
  summary: 'Summary',
};

const carried = (entered: Entered, names: readonly (keyof Entered)[]): readonly Html[] =>
  names.map((name) => html`<input type="hidden" name="${name}" value="${entered[name]}">`);

/** One page of the wizard; without permission, or signed out, what stands in its place. */
export function orderPage(
  world: World,
  site: Site,
  user: PortalUser | undefined,
  step: OrderStep = 'information',
  { entered = nothing, error = '' }: { readonly entered?: Entered; readonly error?: string } = {},
): string {
  if (!user)
    return page('Create order', html`<p>Sign in to place orders.</p><p><a href="/SignIn">Sign in</a></p>`);
  if (!mayOrder(world, site, user))
    return page('Create order', problem('You don’t have the appropriate permissions.'));
  const products = productsFor(world, site, user);
  const fields: Readonly<Record<OrderStep, () => Html>> = {
    information: () =>
      html`<p>${nameOf(user.contact)}, this order is placed for your company.</p><label>Requested receipt date <input type="date" name="receipt" value="${entered.receipt}"></label><label>Delivery address <input name="address" autocomplete="off" value="${entered.address}"></label><button class="first" name="step" value="items">Next</button>`,
    items: () =>
      html`${carried(entered, ['receipt', 'address'])}<label>Product <select name="product" required>${products.map((row) => html`<option value="${textOf(row['productid'])}">${textOf(row['name'])}</option>`)}</select></label><label>Quantity <input type="number" name="quantity" value="${entered.quantity}" min="1" required></label><button class="first" name="step" value="summary">Next</button>`,
    summary: () => {
      const product = products.find(({ productid }) => productid === entered.product);
      return html`${carried(entered, ['receipt', 'address', 'product', 'quantity'])}<ul class="plain"><li>Requested receipt date: ${entered.receipt || 'none'}</li><li>Delivery address: ${entered.address || 'none'}</li><li>${entered.quantity} × ${textOf(product?.['name'])}</li></ul><button class="first" name="step" value="submit">Submit</button>`;
    },
  };
  const number = orderSteps.indexOf(step) + 1;
  return page(
    'Create order',
    html`${problem(error)}<p>${`${number} of ${orderSteps.length}: ${titles[step]}`}</p><form method="post" action="/create-order">${fields[step]()}</form>`,
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
