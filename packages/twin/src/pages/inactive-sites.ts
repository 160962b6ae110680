import { createSite, isAlive } from '../platform/create-site.ts';
import { findOrganization } from '../platform/find-environment.ts';
import { refuseSite } from '../platform/site-refusals.ts';
import type { Environment } from '../world/platform.ts';
import type { Row } from '../world/rows.ts';
import type { World } from '../world.ts';
import { html } from './layout.ts';
import type { Pages, Visit } from './page-site.ts';

/** Inactive sites, Reactivate, name and address, Done: a new host for pages that are there (admin/reactivate-website). */
export function inactiveSites(on: Pages, environmentOf: (visit: Visit) => Environment): void {
  const base = '/environments/:environment/portals/inactive';
  on.get(base, (visit) => {
    const environment = environmentOf(visit);
    const items = inactive(visit.world, environment).map(
      (row) =>
        html`<li>${nameOf(row)} <a href="/environments/${environment.id}/portals/inactive/${String(row['adx_websiteid'])}">Reactivate</a></li>`,
    );
    visit.show('Inactive sites', html`<ul>${items}</ul>`);
  });
  on.get(`${base}/:record`, (visit) => {
    const row = rowOf(visit, environmentOf(visit));
    visit.show(
      'Reactivate this site',
      html`<form method="post"><label for="name">Reactivated website</label><input id="name" name="name" required maxlength="200" value="${nameOf(row)}"><label for="subdomain">Create a web address</label><input id="subdomain" name="subdomain" required> <span>.portals.twin.localhost</span><p><button class="first">Done</button></p></form>`,
    );
  });
  on.post(`${base}/:record`, (visit) => {
    const environment = environmentOf(visit);
    const row = rowOf(visit, environment);
    createSite(visit.world, visit.person, environment.id, {
      dataverseOrganizationId: environment.organization ?? '',
      name: visit.field('name'),
      subdomain: visit.field('subdomain').trim(),
      selectedBaseLanguage: Number(row['adx_website_language']),
      templateName: 'CustomerPortal',
      websiteRecordId: String(row['adx_websiteid']),
    });
    visit.response.redirect(303, `/environments/${environment.id}/portals/home`);
  });
}

const nameOf = (row: Row): string => String(row['adx_name']);

const rowOf = (visit: Visit, environment: Environment): Row =>
  inactive(visit.world, environment).find((row) => row['adx_websiteid'] === visit.request.params['record']) ??
  refuseSite('record');

/** Records that no living site shows. */
function inactive(world: World, environment: Environment): Row[] {
  const shown = world.state.platform.sites
    .filter((site) => isAlive(world, site))
    .map(({ websiteRecordId }) => websiteRecordId);
  const rows = findOrganization(world, environment)?.tables['adx_websites'] ?? [];
  return rows.filter((row) => !shown.includes(String(row['adx_websiteid'])));
}
