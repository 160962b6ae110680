import { putSiteRows, websiteRow } from '../platform/site-rows.ts';
import type { Generation } from '../platform/template/sheet.ts';
import { environments, organizations } from '../scenarios/contoso/ids.ts';
import type { Organization, Row } from '../world/dataverse.ts';
import { textOf } from '../world/rows.ts';
import type { Site } from '../world/platform.ts';
import type { World } from '../world.ts';

export function organizationOf({ state }: World, id: string): Organization {
  const found = state.dataverse.organizations.find((each) => each.id === id);
  if (!found) throw new Error('Contoso has this organization.');
  return found;
}

/** Beside a portal that stands: a site in the sandbox that the template has just made, and nobody touched. */
export function addReference(world: World, generation: Generation, record = world.id()): Site {
  const [live] = world.state.platform.sites;
  if (!live) throw new Error('A portal stands.');
  const site: Site = {
    ...live,
    id: world.id(),
    environment: environments.sandbox,
    name: 'Reference',
    subdomain: 'contoso-reference',
    websiteRecordId: record,
  };
  world.state.platform.sites.push(site);
  const organization = organizationOf(world, organizations.sandbox);
  organization.tables['adx_websites'] = [websiteRow(site)];
  putSiteRows(organization, site, { generation, id: () => world.id() });
  return site;
}

/** What a small template brings: a line in the footer, and a page of its own with a text in the site's language. */
const news = { line: '<p>A newer footer</p>', page: 'news' };

/** Gives a site what the small template brings; a person does the same by hand. */
export function putNews(world: World, organization: Organization, site: Site): void {
  const footer = footerRow(organization);
  organization.version += 1;
  footer['adx_value'] = `${textOf(footer['adx_value'])}\n${news.line}`;
  footer['versionnumber'] = organization.version;
  addPage(world, organization.tables, site.websiteRecordId);
}

/** Takes it away again, by hand. */
export function removeNews(organization: Organization): void {
  const footer = footerRow(organization);
  organization.version += 1;
  footer['adx_value'] = textOf(footer['adx_value']).replace(`\n${news.line}`, '');
  footer['versionnumber'] = organization.version;
  organization.tables['adx_webpages'] = (organization.tables['adx_webpages'] ?? []).filter(
    (row) => row['adx_partialurl'] !== news.page,
  );
}

/** How often each part of it is there. */
export const newsIn = (organization: Organization): { readonly lines: number; readonly pages: number } => ({
  lines: textOf(footerRow(organization)['adx_value']).split(news.line).length - 1,
  pages: (organization.tables['adx_webpages'] ?? []).filter(
    (row) => row['adx_partialurl'] === news.page && row['statecode'] !== 1,
  ).length,
});

function footerRow({ tables }: Organization): Row {
  const row = tables['adx_contentsnippets']?.find(({ adx_name }) => adx_name === 'Footer');
  if (!row) throw new Error('The template has a footer.');
  return row;
}

/** A page like the one with the terms. */
function addPage(world: World, tables: Organization['tables'], website: string): void {
  const pages = tables['adx_webpages'] ?? [];
  const own = pages.filter((row) => row['_adx_websiteid_value'] === website && row['adx_name'] === 'Terms');
  const root = own.find((row) => row['adx_isroot'] === true);
  const content = own.find((row) => row['_adx_rootwebpageid_value'] === root?.['adx_webpageid']);
  if (!root || !content) throw new Error('The template has a page with terms.');
  const id = world.id();
  const named = { adx_name: 'News', adx_partialurl: news.page };
  pages.push({ ...root, ...named, adx_webpageid: id });
  pages.push({ ...content, ...named, adx_webpageid: world.id(), _adx_rootwebpageid_value: id });
}
