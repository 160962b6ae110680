import type { Site } from '../../world/platform.ts';
import { html, page } from '../../pages/layout.ts';

/** The tiles of the Customer Portal's home page (Supply Chain Management documentation, customer-portal-overview). */
const tiles: readonly (readonly [string, string])[] = [
  ['Create order', 'Order information, items, summary: three pages to a new order.'],
  ['Orders', 'What was ordered, and how far it is.'],
  ['Account information', 'Addresses, terms and contacts of your company.'],
  ['Contacts', 'Who may order for your company.'],
];

export const homePage = (site: Site, address: string): string =>
  page(
    site.name,
    html`<p>Welcome. Place orders and follow them on their way.</p><ul class="tiles">${tiles.map(
      ([name, says]) => html`<li><h2>${name}</h2><p>${says}</p></li>`,
    )}</ul><h2>Terms</h2><p>Terms and company information are public on this site.</p><p>${address}</p>`,
  );
