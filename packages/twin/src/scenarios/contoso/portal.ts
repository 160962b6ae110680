import { days, later, minutes } from '../../platform/durations.ts';
import { putSiteRows, websiteRow } from '../../platform/site-rows.ts';
import type { Generation } from '../../platform/template/sheet.ts';
import type { Site } from '../../world/platform.ts';
import { guid, type State } from '../../world.ts';
import { environments, people } from './ids.ts';

/** Ids of the portal's web roles, in the order of the template. */
export const webRoleIds = {
  Administrator: guid(212),
  'Customer representative': guid(213),
  'Authorized users': guid(214),
  'Unauthorized users': guid(215),
} as const;

interface Portal {
  readonly environment: string;
  /** Days since it was asked for. */
  readonly age: number;
  readonly name: string;
  readonly subdomain: string;
  readonly language: number;
  readonly type: Site['type'];
  readonly generation: Generation;
  /** Where its ids begin, and those of its rows. */
  readonly firstId: number;
  readonly firstRowId: number;
  readonly webRoles?: Readonly<Record<string, string>>;
}

/** A Customer Portal as it was provisioned. */
export function addPortalAs(state: State, now: Date, portal: Portal): Site {
  const { environment, name, subdomain, language, type, firstId, webRoles = {} } = portal;
  const createdAt = later(now, -portal.age * days);
  const readyAt = later(new Date(createdAt), 12 * minutes);
  const site: Site = {
    id: guid(firstId),
    environment,
    name,
    subdomain,
    template: 'CustomerPortal',
    language,
    websiteRecordId: guid(firstId + 1),
    createdAt,
    readyAt,
    owner: people.mona,
    application: guid(firstId + 2),
    visibility: 'private',
    type,
    stopped: false,
  };
  state.platform.sites.push(site);
  state.platform.operations.push({
    id: guid(firstId + 3),
    environment,
    kind: 'create-site',
    startedAt: createdAt,
    endsAt: readyAt,
    site: site.id,
  });
  const organization = state.dataverse.organizations.find((each) => each.environment === environment);
  if (!organization) throw new Error('A portal needs Dataverse.');
  organization.tables['adx_websites'] = [websiteRow(site)];
  let next = portal.firstRowId;
  const roleOf = (table: string, key: string) => (table === 'adx_webrole' ? webRoles[key] : undefined);
  const id = (table: string, key: string) => roleOf(table, key) ?? guid(next++);
  putSiteRows(organization, site, { generation: portal.generation, id });
  return site;
}

/** Contoso's own, in production. */
export const addPortal = (
  state: State,
  now: Date,
  { age = 12, type = 'Trial' }: Partial<Pick<Portal, 'age' | 'type'>> = {},
): Site =>
  addPortalAs(state, now, {
    environment: environments.production,
    age,
    name: 'Contoso orders',
    subdomain: 'contoso-orders',
    language: 1033,
    type,
    generation: 1,
    firstId: 200,
    firstRowId: 60_000,
    webRoles: webRoleIds,
  });
