import { takeFault } from '../faults.ts';
import type { Persona } from '../world/directory.ts';
import type { Environment, Operation, Site } from '../world/platform.ts';
import type { World } from '../world.ts';
import { later, minutes, never } from './durations.ts';
import { holdsDirectly } from './rights.ts';
import { lifeOf } from './site-life.ts';
import { refuseSite } from './site-refusals.ts';

/** Assumed: nobody says how long it takes; a host is set up in a quarter of an hour. */
const converting = 5 * minutes;
const deleting = 3 * minutes;

/** A trial, running or suspended, becomes a production site; what the API and the admin centre's page both do. */
export function convertSite(world: World, person: Persona, environment: Environment, site: Site): Operation {
  const { switches } = world.state;
  checkRole(person, site);
  checkOwner(world, person, site);
  // Documented: the environment must be production or sandbox (admin/lifecycle).
  if (environment.sku === 'Developer' || environment.sku === 'Trial') refuseSite('conversionKind');
  const runs = underWay(world, site, 'convert-site');
  if (runs && switches.secondConversion === 'joined') return runs;
  if (runs || site.type === 'Production') refuseSite('conversionTwice');
  if (!/^(ready|suspended)$/.test(lifeOf(world, site, environment).phase)) refuseSite('notReady');
  if (switches.conversionWithoutCapacity === 'refused' && !isPaid(world, environment))
    refuseSite('conversionCapacity');
  return begin(world, environment, site, { kind: 'convert-site', takes: converting });
}

/** Its host goes; its record and pages stay in Dataverse (admin/delete-website). */
export function deleteSite(world: World, person: Persona, environment: Environment, site: Site): Operation {
  checkRole(person, site);
  checkOwner(world, person, site);
  const runs = underWay(world, site, 'delete-site');
  if (runs) return runs;
  const operation = begin(world, environment, site, { kind: 'delete-site', takes: deleting });
  if (!operation.fails && operation.endsAt !== never) site.deletedAt = operation.endsAt;
  return operation;
}

/** It is away for a minute or two (microsoft/power-platform-skills). */
export function restartSite(world: World, person: Persona, site: Site): void {
  checkRole(person, site);
  goAway(world, site);
}

export function turnSite(world: World, person: Persona, site: Site, to: 'on' | 'off'): void {
  checkRole(person, site);
  site.soon = { at: later(world.clock.now(), minutes), stopped: to === 'off' };
}

const goAway = (world: World, site: Site): void => {
  const now = world.clock.now();
  site.away = { from: now.toISOString(), until: later(now, 2 * minutes) };
};

/** Who may see it, and whether it may be public (security/site-visibility, admin/site-visibility-governance). */
export function showSite(
  world: World,
  person: Persona,
  environment: Environment,
  site: Site,
  visibility: Site['visibility'],
): void {
  checkRole(person, site);
  const { powerPlatform } = world.state.platform.settings[environment.tenant] ?? {};
  const open = powerPlatform?.powerPages.enableSystemAdminsToChangeSiteVisibility !== false;
  // Nobody here is in the group that the setting may name instead.
  if (!open && !serviceRoles.some((name) => holdsDirectly(person, name))) refuseSite('visibilityClosed');
  if (visibility === 'public') {
    if (environment.sku === 'Developer') refuseSite('publicDeveloper');
    // Of whom it binds only makers are named; assumed: everybody.
    if (site.type !== 'Production' && !mayBePublic(world, environment, site)) refuseSite('publicClosed');
  }
  goAway(world, site);
  if (world.state.switches.newVisibility === 'at-once') site.visibility = visibility;
  else site.soon = { at: later(world.clock.now(), 2 * minutes), visibility };
}

function mayBePublic({ state }: World, { id }: Environment, site: Site): boolean {
  const policy = state.platform.publicSites?.[id];
  if (!policy) return state.switches.publicSitesUnset === 'not-in-force';
  const named = policy.sites.includes(site.id);
  return { None: false, All: true, Include: named, Exclude: !named }[policy.value];
}

/** Brings about what a site becomes soon. */
export function settleSites(world: World): void {
  const now = world.clock.now().getTime();
  for (const site of world.state.platform.sites) {
    if (!site.soon || Date.parse(site.soon.at) > now) continue;
    const { stopped = site.stopped, visibility = site.visibility } = site.soon;
    Object.assign(site, { stopped, visibility });
    delete site.soon;
  }
}

const serviceRoles = ['Power Platform Administrator', 'Dynamics 365 Administrator'];
const roles = ['System Administrator', 'System Customizer', ...serviceRoles];

/** Who made it, or one of these roles, held directly: not by a group and not for some hours (admin/admin-roles). */
function checkRole(person: Persona, site: Site): void {
  if (site.owner === person.id) return;
  if (!roles.some((name) => holdsDirectly(person, name))) refuseSite('siteRole');
}

function checkOwner({ state }: World, person: Persona, site: Site): void {
  if (state.switches.appOwnership === 'not-asked') return;
  if (site.owner !== person.id && !site.appOwners?.includes(person.id)) refuseSite('appOwner');
}

const isPaid = ({ state: { platform } }: World, { id }: Environment): boolean =>
  platform.billing[id] !== undefined ||
  (platform.allocations[id] ?? []).some(
    ({ type, allocated }) => type === 'PowerPagesAuthenticated' && allocated > 0,
  );

const underWay = ({ state, clock }: World, site: Site, kind: Operation['kind']): Operation | undefined =>
  state.platform.operations.find(
    (one) => one.site === site.id && one.kind === kind && Date.parse(one.endsAt) > clock.now().getTime(),
  );

function begin(
  world: World,
  environment: Environment,
  site: Site,
  { kind, takes }: { kind: 'convert-site' | 'delete-site'; takes: number },
): Operation {
  const endpoint = kind === 'convert-site' ? 'convertToProduction' : 'deleteWebsite';
  const endless = takeFault(world, 'Power Pages', endpoint, 'operation-never-ends');
  const broken = takeFault(world, 'Power Pages', endpoint, 'operation-fails');
  const now = world.clock.now();
  const message = `The website could not be ${kind === 'convert-site' ? 'converted' : 'deleted'}.`;
  const operation: Operation = {
    id: world.id(),
    environment: environment.id,
    kind,
    startedAt: now.toISOString(),
    endsAt: endless ? never : later(now, takes),
    site: site.id,
    ...(broken ? { fails: { code: 'D002', message } } : {}),
  };
  world.state.platform.operations.push(operation);
  return operation;
}
