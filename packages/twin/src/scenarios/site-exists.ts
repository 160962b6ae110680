import { days, later, minutes } from '../platform/durations.ts';
import { templateRows, websiteRow } from '../platform/site-rows.ts';
import type { Site } from '../world/platform.ts';
import { guid, type State } from '../world.ts';
import { environments, people } from './contoso/ids.ts';
import { contoso } from './contoso.ts';
import { production } from './contoso/production.ts';

/** Somebody has created the portal before, twelve days ago. There may be only one of this template. */
export function siteExists(now: Date): State {
  const state = contoso();
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
  Object.assign(
    tables,
    { adx_websites: [websiteRow(site)] },
    templateRows(site, () => guid(next++)),
  );
  return { ...state, scenario: 'site-exists', switches: { ...state.switches, readySite: 'StateConfigured' } };
}
