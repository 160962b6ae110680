import { days, later, minutes } from '../../platform/durations.ts';
import { templateRows, websiteRow } from '../../platform/site-rows.ts';
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
  const { tables } = production(state).organization;
  let next = 204;
  const rows = templateRows(site, () => guid(next++));
  const ids: readonly string[] = Object.values(webRoleIds);
  const roles = rows['adx_webroles']?.map((row, index) => ({ ...row, adx_webroleid: ids[index] }));
  Object.assign(tables, { adx_websites: [websiteRow(site)] }, rows, { adx_webroles: roles });
}
