import { addressOf } from '../addresses.ts';
import { convertSite, deleteSite, restartSite, turnSite } from '../platform/change-site.ts';
import { isAlive } from '../platform/create-site.ts';
import { isMember } from '../platform/rights.ts';
import { lifeOf } from '../platform/site-life.ts';
import { refuseSite } from '../platform/site-refusals.ts';
import type { Environment, Site } from '../world/platform.ts';
import { html } from './layout.ts';
import type { Pages, Visit } from './page-site.ts';

/** The admin centre's Power Pages sites: Manage, Site Details, Convert to Production, Site Actions (admin/admin-overview). */
export function siteAdminPages(on: Pages): void {
  on.get('/resources/portals', (visit) => {
    const rows = sitesFor(visit).map(
      ({ site, environment }) =>
        html`<tr><td>${site.name}</td><td>${site.type}</td><td>${lifeOf(visit.world, site, environment).phase === 'suspended' ? 'Suspended' : 'Configured'}</td><td>${environment.name}</td><td><a href="/resources/portals/${site.id}">Manage</a></td></tr>`,
    );
    visit.show(
      'Power Pages sites',
      html`<table><thead><tr><th scope="col">Name</th><th scope="col">Type</th><th scope="col">Status</th><th scope="col">Environment</th><th scope="col"></th></tr></thead><tbody>${rows}</tbody></table>`,
    );
  });
  on.get('/resources/portals/:site', (visit) => details(visit));
  for (const [path, act] of Object.entries(acts))
    on.post(`/resources/portals/:site/${path}`, (visit) => {
      const { site, environment } = chosen(visit);
      act(visit, environment, site);
      visit.response.redirect(303, '/resources/portals');
    });
  on.get('/resources/portals/:site/convert', (visit) => {
    const { site } = chosen(visit);
    visit.show(
      'Convert to Production',
      html`<p>${site.name} becomes a production website.</p><form method="post"><p><label><input type="checkbox" name="cdn"> Enable content delivery network</label></p><p><button class="first">Confirm</button></p></form>`,
    );
  });
}

const acts: Readonly<Record<string, (visit: Visit, environment: Environment, site: Site) => unknown>> = {
  convert: ({ world, person }, environment, site) => convertSite(world, person, environment, site),
  restart: ({ world, person }, _, site) => restartSite(world, person, site),
  stop: ({ world, person }, _, site) => turnSite(world, person, site, 'off'),
  start: ({ world, person }, _, site) => turnSite(world, person, site, 'on'),
  delete: ({ world, person }, environment, site) => deleteSite(world, person, environment, site),
};

function details(visit: Visit): void {
  const { site, environment } = chosen(visit);
  const { world } = visit;
  const base = `/resources/portals/${site.id}`;
  const { trialDays } = lifeOf(world, site, environment);
  const action = (path: string, words: string) =>
    html`<form method="post" action="${base}/${path}" class="row"><button>${words}</button></form>`;
  const url = addressOf(world, `${site.subdomain}.portals`);
  visit.show(
    site.name,
    html`${
      site.type === 'Trial'
        ? html`<p class="error">This trial website expires in ${String(trialDays ?? 0)} days. <a href="${base}/convert">Convert</a></p>`
        : html``
    }<h2>Site Details</h2><table><tbody><tr><th scope="row">URL</th><td><a href="${url}">${url}</a></td></tr><tr><th scope="row">Application Type</th><td>${site.type}</td></tr><tr><th scope="row">Site Visibility</th><td>${site.visibility}</td></tr></tbody></table>${site.type === 'Trial' ? html`<p><a href="${base}/convert">Convert to Production</a></p>` : html``}<h2>Site Actions</h2>${action('restart', 'Restart site')}${site.stopped ? action('start', 'Turn on this site') : action('stop', 'Shut down this site')}${action('delete', 'Delete this site')}`,
  );
}

/** Sites of all environments that this person sees. */
function sitesFor({ world, person }: Visit) {
  return world.state.platform.sites.flatMap((site) => {
    const environment = world.state.platform.environments.find(({ id }) => id === site.environment);
    return environment?.tenant === person.tenant &&
      isMember(world, person, environment) &&
      isAlive(world, site)
      ? [{ site, environment }]
      : [];
  });
}

const chosen = (visit: Visit) =>
  sitesFor(visit).find(({ site }) => site.id === visit.request.params['site']) ?? refuseSite('unknownSite');
