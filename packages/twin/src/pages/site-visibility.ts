import { showSite } from '../platform/change-site.ts';
import { isAlive } from '../platform/create-site.ts';
import { refuseSite } from '../platform/site-refusals.ts';
import type { Environment, Site } from '../world/platform.ts';
import { html } from './layout.ts';
import type { Pages, Visit } from './page-site.ts';

/** Edit, Security, Site visibility, Public or Private (security/site-visibility); of the studio only this. */
export function siteVisibility(on: Pages, environmentOf: (visit: Visit) => Environment): void {
  const base = '/environments/:environment/portals/:site/security';
  on.get(base, (visit) => {
    const environment = environmentOf(visit);
    const site = siteOf(visit, environment);
    const here = `/environments/${environment.id}/portals/${site.id}/security`;
    visit.show(
      site.name,
      html`<nav aria-label="Security"><ul><li><a href="${here}/visibility">Site visibility</a></li></ul></nav>`,
    );
  });
  on.get(`${base}/visibility`, (visit) => {
    const site = siteOf(visit, environmentOf(visit));
    const cards = (['Public', 'Private'] as const).map(
      (name) =>
        html`<li><button name="visibility" value="${name}"${site.visibility === name.toLowerCase() ? html` aria-pressed="true"` : html``}>${name}</button></li>`,
    );
    visit.show(
      'Site visibility',
      html`<form method="post"><h2>This site is</h2><ul class="plain">${cards}</ul></form>`,
    );
  });
  on.post(`${base}/visibility`, (visit) => {
    const environment = environmentOf(visit);
    const to = visit.field('visibility') === 'Public' ? 'public' : 'private';
    showSite(visit.world, visit.person, environment, siteOf(visit, environment), to);
    visit.response.redirect(303, `/environments/${environment.id}/portals/home`);
  });
}

function siteOf({ world, request }: Visit, environment: Environment): Site {
  const found = world.state.platform.sites.find(
    (site) => site.id === request.params['site'] && site.environment === environment.id,
  );
  return found && isAlive(world, found) ? found : refuseSite('unknownSite');
}
