import { addressOf } from '../../addresses.ts';
import { html, page } from '../../pages/layout.ts';
import type { Site } from '../../world/platform.ts';
import type { World } from '../../world.ts';
import { homePage } from './home-page.ts';

interface Served {
  readonly status: number;
  readonly page: string;
}

/** What a ready site shows to who may see it, drawn from its rows in Dataverse. */
export function sitePage(world: World, site: Site, path: string): Served {
  const own = (set: string) =>
    (
      world.state.dataverse.organizations.find(({ environment }) => environment === site.environment)?.tables[
        set
      ] ?? []
    ).filter((row) => row['_adx_websiteid_value'] === site.websiteRecordId);
  if (
    path === '/' &&
    own('adx_webpages').some((row) => row['adx_partialurl'] === '/' && row['statecode'] === 0)
  )
    return { status: 200, page: homePage(site, addressOf(world, `${site.subdomain}.portals`)) };
  const off = (name: string) =>
    own('adx_sitesettings').some(
      (row) => row['adx_name'] === `Authentication/Registration/${name}` && row['adx_value'] === 'false',
    );
  if (/^\/signin$/i.test(path) && !(off('LocalLoginEnabled') && off('ExternalLoginEnabled')))
    return { status: 200, page: page('Sign in', html`<p>Sign in to ${site.name}.</p>`) };
  return { status: 404, page: page('Page not found', html`<p>The page you want could not be found.</p>`) };
}
