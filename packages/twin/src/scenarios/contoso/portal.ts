import { days, later, minutes } from '../../platform/durations.ts';
import { putSiteRows, websiteRow } from '../../platform/site-rows.ts';
import type { Site } from '../../world/platform.ts';
import { guid, type State } from '../../world.ts';
import { environments, people } from './ids.ts';
import { production } from './production.ts';

/** Ids of the portal's web roles, in the order of the template. */
export const webRoleIds = {
  Administrator: guid(212),
  'Customer representative': guid(213),
  'Authorized users': guid(214),
  'Unauthorized users': guid(215),
} as const;

/** Where the ids of its other rows begin. */
const firstRowId = 60_000;

/** Contoso's Customer Portal, twelve days old. */
export function addPortal(state: State, now: Date): void {
  const createdAt = later(now, -12 * days);
  const readyAt = later(new Date(createdAt), 12 * minutes);
  const site: Site = {
    id: guid(200),
    environment: environments.production,
    name: 'Contoso orders',
    subdomain: 'contoso-orders',
    template: 'CustomerPortal',
    language: 1033,
    websiteRecordId: guid(201),
    createdAt,
    readyAt,
    owner: people.mona,
    application: guid(202),
    visibility: 'private',
    type: 'Trial',
    stopped: false,
  };
  state.platform.sites.push(site);
  state.platform.operations.push({
    id: guid(203),
    environment: environments.production,
    kind: 'create-site',
    startedAt: createdAt,
    endsAt: readyAt,
    site: site.id,
  });
  const { organization } = production(state);
  organization.tables['adx_websites'] = [websiteRow(site)];
  let next = firstRowId;
  const roles: Readonly<Record<string, string>> = webRoleIds;
  const roleOf = (table: string, key: string) => (table === 'adx_webrole' ? roles[key] : undefined);
  putSiteRows(organization, site, { generation: 1, id: (table, key) => roleOf(table, key) ?? guid(next++) });
}
