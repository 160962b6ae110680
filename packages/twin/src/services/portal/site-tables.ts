import type { Organization, Row } from '../../world/dataverse.ts';
import type { Site } from '../../world/platform.ts';
import type { World } from '../../world.ts';

/** Dataverse of a site's environment. */
export const organizationOf = (world: World, site: Site): Organization | undefined =>
  world.state.dataverse.organizations.find(({ environment }) => environment === site.environment);

/** Active rows of a site's own configuration. */
export const ownRows = (world: World, site: Site, set: string): readonly Row[] =>
  (organizationOf(world, site)?.tables[set] ?? []).filter(
    (row) => row['_adx_websiteid_value'] === site.websiteRecordId && row['statecode'] === 0,
  );

/** Whether `Authentication/<name>` has this value. */
export const isSet = (world: World, site: Site, name: string, value: string): boolean =>
  ownRows(world, site, 'adx_sitesettings').some(
    (row) => row['adx_name'] === `Authentication/${name}` && row['adx_value'] === value,
  );
