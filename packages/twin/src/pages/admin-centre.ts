import { addressOf } from '../addresses.ts';
import { findEnvironment } from '../platform/find-environment.ts';
import { installing, installPackage } from '../platform/install-package.ts';
import { holds, isMember, isServiceAdministrator } from '../platform/rights.ts';
import { refuseSite } from '../platform/site-refusals.ts';
import type { Site } from '../serve.ts';
import type { Environment } from '../world/platform.ts';
import type { World } from '../world.ts';
import { roles, saveRoles, settings, user, users } from './admin-users.ts';
import { html } from './layout.ts';
import { siteAdminPages } from './site-admin.ts';
import { pageSite, type Visit } from './page-site.ts';

/** The Power Platform admin centre: an environment, its users and their roles, and apps with “Install app”. */
export const adminCentrePages = (world: World): Site =>
  pageSite(world, /^admin\.twin\.localhost$/, (on) => {
    on.get('/environments/environment/:environment/hub', (visit) => hub(visit, environmentOf(visit)));
    on.post('/environments/environment/:environment/hub', (visit) => {
      const environment = environmentOf(visit);
      if (!isServiceAdministrator(visit.person) && !holds(visit.person, 'System Administrator'))
        refuseSite('role');
      environment.runtime = visit.field('mode') === 'Enabled' ? 'AdminMode' : 'Enabled';
      visit.response.redirect(303, `${root(environment)}/hub`);
    });
    on.get('/environments/environment/:environment/dynamics365apps', (visit) =>
      apps(visit, environmentOf(visit)),
    );
    on.get('/environments/environment/:environment/installapp', (visit) =>
      choose(visit, environmentOf(visit)),
    );
    on.post('/environments/environment/:environment/installapp', (visit) => {
      const environment = environmentOf(visit);
      installPackage(visit.world, visit.person, environment.id, visit.field('package'));
      visit.response.redirect(303, `${root(environment)}/dynamics365apps`);
    });
    siteAdminPages(on);
    const below = '/environments/environment/:environment';
    on.get(`${below}/settings`, (visit) => settings(visit, root(environmentOf(visit))));
    on.get(`${below}/users`, (visit) => users(visit, environmentOf(visit), root(environmentOf(visit))));
    on.get(`${below}/users/:user`, (visit) => user(visit, environmentOf(visit), root(environmentOf(visit))));
    on.get(`${below}/users/:user/roles`, (visit) => roles(visit, environmentOf(visit)));
    on.post(`${below}/users/:user/roles`, (visit) =>
      saveRoles(visit, environmentOf(visit), root(environmentOf(visit))),
    );
  });

const root = ({ id }: Environment) => `/environments/environment/${id}`;

function environmentOf({ world, person, request }: Visit): Environment {
  const found = findEnvironment(world, person.tenant, String(request.params['environment']));
  return found && isMember(world, person, found) ? found : refuseSite('environment');
}

function hub(visit: Visit, environment: Environment): void {
  const { world } = visit;
  const address = environment.domain ? addressOf(world, `${environment.domain}.crm4`) : 'None';
  visit.show(
    environment.name,
    html`<h2>Details</h2><table><tbody><tr><th scope="row">Environment URL</th><td>${address}</td></tr><tr><th scope="row">State</th><td>${environment.runtime === 'Enabled' ? 'Ready' : environment.runtime}</td></tr><tr><th scope="row">Region</th><td>${environment.location}</td></tr><tr><th scope="row">Type</th><td>${environment.sku}</td></tr><tr><th scope="row">Organization ID</th><td>${environment.organization ?? 'None'}</td></tr><tr><th scope="row">Environment ID</th><td>${environment.id}</td></tr></tbody></table><p><a href="${root(environment)}/settings">Settings</a></p><h2>Edit details</h2><form method="post"><fieldset><legend>Administration mode</legend>${modes.map((mode) => html`<label><input type="radio" name="mode" value="${mode}"${(environment.runtime === 'AdminMode') === (mode === 'Enabled') ? html` checked` : html``}> ${mode}</label> `)}</fieldset><p><button>Save</button></p></form><h2>Resources</h2><ul><li><a href="${root(environment)}/dynamics365apps">Dynamics 365 apps</a></li><li><a href="/resources/portals">Power Pages sites</a></li></ul>`,
  );
}

const modes = ['Disabled', 'Enabled'];

function apps(visit: Visit, environment: Environment): void {
  const { world } = visit;
  const rows = packagesOf(world, environment)
    .map((found) => ({ found, running: installing(world, environment, found) }))
    .filter(({ found, running }) => running || found.state !== 'None')
    .map(
      ({ found, running }) =>
        html`<tr><td>${found.name}</td><td>${running ? 'Installing' : words[found.state]}${found.error && !running ? `: ${found.error.message}` : ''}</td><td>${found.version}</td><td>${found.publisher}</td></tr>`,
    );
  visit.show(
    'Dynamics 365 apps',
    html`<p><a href="${root(environment)}/installapp">Install app</a> · <a href="${root(environment)}/hub">${environment.name}</a></p><table><thead><tr><th scope="col">Name</th><th scope="col">Status</th><th scope="col">Version</th><th scope="col">Publisher</th></tr></thead><tbody>${rows}</tbody></table>`,
  );
}

const words = {
  None: 'Not installed',
  Installed: 'Installed',
  InstallRequested: 'Installing',
  Installing: 'Installing',
  InstallFailed: 'Installation failed',
};

function choose(visit: Visit, environment: Environment): void {
  const { world } = visit;
  const items = packagesOf(world, environment)
    .filter((found) => found.state !== 'Installed' && !installing(world, environment, found))
    .map(
      (found, index) =>
        html`<li><label><input type="radio" name="package" value="${found.uniqueName}" required${index === 0 ? html` checked` : html``}> ${found.name}</label></li>`,
    );
  visit.show(
    'Install Dynamics 365 apps',
    html`<form method="post"><ul class="plain">${items}</ul><p><label><input type="checkbox" required> I agree to the terms of service</label></p><p><button class="first">Install</button></p></form>`,
  );
}

const packagesOf = (world: World, environment: Environment) =>
  world.state.platform.packages[environment.id] ?? [];
