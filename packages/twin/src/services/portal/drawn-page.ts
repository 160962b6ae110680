import { randomUUID } from 'node:crypto';
import { drawPage, type Drew } from '@portico/merge/draw/draw-page';
import { drawnTables, SiteView } from '@portico/merge/draw/site-view';
import { readRow } from '@portico/merge/read-row';
import { Html, html } from '../../pages/layout.ts';
import type { Organization } from '../../world/dataverse.ts';
import type { Site } from '../../world/platform.ts';
import { textOf } from '../../world/rows.ts';
import type { World } from '../../world.ts';
import { siteTables } from '../dataverse/site-tables.ts';
import { nameOf, type PortalUser } from './portal-user.ts';
import { organizationOf } from './site-tables.ts';

/** A page of the site's own configuration, to be put into a page of ours. */
export interface DrawnPage {
  readonly title: string;
  readonly content: Html;
  /** Marks its styles as ours to allow. */
  readonly nonce: string;
}

/** The page that a site's configuration has at a path, drawn from its rows as they are now for who is signed in. */
export async function drawnPage(
  world: World,
  site: Site,
  path: string,
  user: PortalUser | undefined,
): Promise<DrawnPage | undefined> {
  const organization = organizationOf(world, site);
  if (!organization) return undefined;
  const view = viewOf(organization, site);
  const pages = view
    .all('adx_webpage')
    .filter(({ refs }) => !refs['adx_rootwebpageid'])
    .map((record) => ({ record, path: encodeURI(view.pathOf(record).toWellFormed()) }));
  const asked = pages.find(
    (page) => page.path.toLowerCase() === (path.replace(/\/$/, '') || '/').toLowerCase(),
  );
  if (!asked) return undefined;
  const drew = await drawPage(view, asked.record, world.clock.now(), user ? visitorOf(user) : null);
  const nonce = randomUUID();
  const others = pages
    .filter((page) => page !== asked && leads.test(page.path))
    .filter(({ record }) => record.fields['adx_hiddenfromsitemap'] !== true)
    .map((page) => html`<li><a href="${page.path}">${view.titleOf(page.record)}</a></li>`);
  return {
    title: drew.title,
    content: html`${drew.fault === undefined ? framed(drew, nonce) : problem(drew.fault)}<nav aria-label="Pages of the site"><ul>${others}</ul></nav>`,
    nonce,
  };
}

/** Addresses below the site's own, but for those at which the twin has a page that works. */
const leads = /^\/(?!(?:create-order|orders)$)[^/\\]/i;

/** Power Pages puts it where a template fails (configure/liquid). */
const problem = (fault: string) => html`<div class="error" role="alert"><p>Liquid error: ${fault}</p></div>`;

const look = `
  :root { color-scheme: light; }
  body { margin: 1rem; background: #fff; color: #242424; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
  :where([data-link]) { color: #0f548c; text-decoration: underline; }
  [data-gone] { border: 1px dashed #616161; padding: .5rem; color: #424242; background: #f5f5f5; }
  [data-gone]::before { content: 'Not drawn here: ' attr(data-gone) ' ' attr(data-name); }
`;

/** In a frame without rights: its styles stay in there, and nothing in it runs or leads anywhere. */
const framed = ({ title, html: drawn, css, lang = '' }: Drew, nonce: string): Html =>
  html`<iframe class="drawn" sandbox title="${title}" srcdoc="${
    html`<!doctype html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title><style nonce="${nonce}">${new Html(look + css)}</style></head><body>${new Html(drawn)}</body></html>`
      .source
  }"></iframe>`;

const visitorOf = ({ contact, roles }: PortalUser) => ({
  fullname: nameOf(contact),
  firstname: textOf(contact['firstname']),
  lastname: textOf(contact['lastname']),
  roles: roles.map((role) => textOf(role['adx_name'])),
});

function viewOf({ tables }: Organization, site: Site): SiteView {
  const own = siteTables
    .filter(({ logical }) => drawnTables.has(logical))
    .flatMap(({ logical, set }) => (tables[set] ?? []).map((row) => ({ logical, row })))
    // What names no site is everybody's, or hangs on what does.
    .filter(({ row }) => {
      const of = row['_adx_websiteid_value'] ?? row['adx_websiteid'];
      return of === undefined || of === null || of === site.websiteRecordId;
    });
  return new SiteView(
    own.map(({ logical, row }) => {
      const sheet = logical === 'adx_webfile' && /\.css$/i.test(textOf(row['adx_partialurl']));
      const note = sheet
        ? tables['annotations']?.findLast((each) => each['_objectid_value'] === row['adx_webfileid'])
        : undefined;
      const text = Buffer.from(textOf(note?.['documentbody']), 'base64').toString();
      return readRow(logical, row, { seal: () => '', ...(note && { body: { text } }) });
    }),
  );
}
