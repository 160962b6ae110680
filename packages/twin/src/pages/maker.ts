import { addressOf } from '../addresses.ts';
import { createSite, isFirstSite } from '../platform/create-site.ts';
import { findEnvironment, findOrganization } from '../platform/find-environment.ts';
import { isMember } from '../platform/rights.ts';
import { lifeOf } from '../platform/site-life.ts';
import { refuseSite } from '../platform/site-refusals.ts';
import type { Site } from '../serve.ts';
import type { Environment } from '../world/platform.ts';
import type { World } from '../world.ts';
import { inactiveSites } from './inactive-sites.ts';
import { languages } from './languages.ts';
import { type Html, html } from './layout.ts';
import { management } from './management.ts';
import { siteVisibility } from './site-visibility.ts';
import { pageSite, type Visit } from './page-site.ts';

/**
 * Power Pages' studio, as far as the Customer Portal needs it: Active sites; Templates, Dynamics 365, Customer Portal,
 * then name, address and language (Supply Chain Management documentation, customer-portal-setup).
 */
export const makerPages = (world: World): Site =>
  pageSite(world, /^make\.twin\.localhost$/, (on) => {
    on.get('/environments/:environment/portals/home', (visit) => home(visit, environmentOf(visit)));
    on.get('/environments/:environment/portals/templates', (visit) => templates(visit, environmentOf(visit)));
    on.get('/environments/:environment/portals/templates/:template', (visit) =>
      wish(visit, environmentOf(visit)),
    );
    inactiveSites(on, environmentOf);
    siteVisibility(on, environmentOf);
    management(on, environmentOf);
    on.post('/environments/:environment/portals/templates/:template', (visit) => {
      const environment = environmentOf(visit);
      createSite(visit.world, visit.person, environment.id, {
        dataverseOrganizationId: environment.organization ?? '',
        name: visit.field('name'),
        subdomain: visit.field('subdomain').trim(),
        selectedBaseLanguage: Number(visit.field('language')),
        templateName: templateOf(visit),
      });
      visit.response.redirect(303, `/environments/${environment.id}/portals/home`);
    });
  });

function environmentOf({ world, person, request }: Visit): Environment {
  const found = findEnvironment(world, person.tenant, String(request.params['environment']));
  return found && isMember(world, person, found) ? found : refuseSite('environment');
}

const tabs = (environment: Environment): Html =>
  html`<nav aria-label="Power Pages"><ul><li><a href="/environments/${environment.id}/portals/home">Home</a></li><li><a href="/environments/${environment.id}/portals/inactive">Inactive sites</a></li><li><a href="/environments/${environment.id}/portals/templates">Templates</a></li></ul></nav><p>Environment: ${environment.name}</p>`;

function home(visit: Visit, environment: Environment): void {
  const { world } = visit;
  const sites = world.state.platform.sites
    .filter((site) => site.environment === environment.id)
    .map((site) => ({ site, life: lifeOf(world, site, environment) }))
    .filter(({ life }) => life.phase !== 'deleted');
  const rows = sites.map(({ site, life }) => {
    const address = addressOf(world, `${site.subdomain}.portals`);
    const says = life.phase === 'ready' ? site.visibility : states[life.phase];
    return html`<tr><td>${site.name} <a href="/environments/${environment.id}/portals/${site.id}/security">Edit</a> <a href="/environments/${environment.id}/portals/${site.id}/management" aria-label="Power Pages Management of ${site.name}">Power Pages Management</a></td><td><a href="${address}">${address}</a></td><td>${says ?? life.status}</td><td>${site.type}${life.trialDays === null ? '' : `, ${life.trialDays} days left`}</td></tr>`;
  });
  visit.show(
    'Power Pages',
    html`${tabs(environment)}<h2>Active sites</h2>${
      rows.length > 0
        ? html`<table><thead><tr><th scope="col">Name</th><th scope="col">Address</th><th scope="col">State</th><th scope="col">Type</th></tr></thead><tbody>${rows}</tbody></table>`
        : html`<p>There are no sites in this environment.</p>`
    }`,
  );
}

const states: Readonly<Record<string, string>> = {
  asked: 'Setting up your site',
  provisioning: 'Setting up your site',
  failed: 'Could not be provisioned',
  suspended: 'Suspended',
};

const names = { CustomerPortal: 'Customer Portal', StarterLayout1: 'Starter layout 1' };

const templateOf = ({ request }: Visit): keyof typeof names =>
  request.params['template'] === 'StarterLayout1' ? 'StarterLayout1' : 'CustomerPortal';

/** Before an environment had its first site, only Power Pages' own templates are offered (dynamics-365-apps/overview). */
function templates(visit: Visit, environment: Environment): void {
  const base = `/environments/${environment.id}/portals/templates`;
  const offered = !isFirstSite(visit.world, environment);
  const dynamics = offered && visit.request.query['tab'] === 'dynamics365';
  const tiles = dynamics
    ? html`<li><h3><a href="${base}/CustomerPortal">Customer Portal</a></h3><p>Let customers of Supply Chain Management create and follow orders.</p></li><li><h3>Customer self-service</h3><p>Not part of the rehearsal.</p></li><li><h3>Partner portal</h3><p>Not part of the rehearsal.</p></li>`
    : html`<li><h3><a href="${base}/StarterLayout1">Starter layout 1</a></h3><p>A site with a few pages of its own.</p></li><li><h3>FAQ</h3><p>Not part of the rehearsal.</p></li>`;
  visit.show(
    'Choose a template',
    html`${tabs(environment)}<nav aria-label="Template groups"><ul><li><a href="${base}"${current(!dynamics)}>Power Pages</a></li>${offered ? html`<li><a href="${base}?tab=dynamics365"${current(dynamics)}>Dynamics 365</a></li>` : html``}</ul></nav><ul class="tiles">${tiles}</ul>`,
  );
}

const current = (here: boolean): Html => (here ? html` aria-current="page"` : html``);

function wish(visit: Visit, environment: Environment): void {
  const spoken = findOrganization(visit.world, environment)?.languages ?? [environment.language];
  const options = spoken.map(
    (lcid) => html`<option value="${String(lcid)}">${languages.get(lcid) ?? String(lcid)}</option>`,
  );
  visit.show(
    names[templateOf(visit)],
    html`<form method="post"><label for="name">Give your site a name</label><input id="name" name="name" required maxlength="200" value="${names[templateOf(visit)]}"><label for="subdomain">Create a web address</label><input id="subdomain" name="subdomain" required value="site-${environment.id.slice(0, 5).toLowerCase()}"> <span>.portals.twin.localhost</span><label for="language">Site language</label><select id="language" name="language">${options}</select><p><button class="first">Done</button></p></form>`,
  );
}
