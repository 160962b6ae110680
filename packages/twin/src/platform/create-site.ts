import { takeFault } from '../faults.ts';
import type { Persona } from '../world/directory.ts';
import type { Environment, Operation, Site } from '../world/platform.ts';
import type { World } from '../world.ts';
import { later, minutes, never } from './durations.ts';
import { findEnvironment, findOrganization } from './find-environment.ts';
import { holdsDirectly, mayCreateWhereClosed, mayWrite } from './rights.ts';
import { deletedAt, lifeOf } from './site-life.ts';
import { refuseSite, siteRefusals } from './site-refusals.ts';

export interface SiteWish {
  readonly dataverseOrganizationId: string;
  readonly name: string;
  readonly selectedBaseLanguage: number;
  readonly subdomain: string;
  readonly templateName: string;
  readonly websiteRecordId?: string | undefined;
}

/** All that the documentation and Microsoft's own clients name; `CustomerPortal` is ours. */
const templates =
  /^(StarterLayout[1-5]|DefaultPortalTemplate|BlankPage|BookMeetings|FAQ|ProgramRegistration|BuildingPermit|PowerPortals_(ProgramRegistration|BookMeeting)|Community|EventPortal|CustomerSelfServicePortal|EmployeeSelfServicePortal|PartnerPortal|CustomerPortal|FieldService)$/;
/** Those of the Dynamics 365 tab. */
const ofDynamics =
  /^(Community|EventPortal|(CustomerSelfService|EmployeeSelfService|Partner|Customer)Portal|FieldService)$/;
const reserved = new Set([
  'www',
  'admin',
  'api',
  'portal',
  'portals',
  'microsoft',
  'powerapps',
  'powerpages',
]);

/** Community figures say 10 to 20 minutes. */
const takes = 12 * minutes;

/** What the API and the maker's page both do: refuse, or begin to create a site. */
export function createSite(
  world: World,
  person: Persona,
  environmentId: string,
  wish: SiteWish,
): Operation & { site: string } {
  const environment = findEnvironment(world, person.tenant, environmentId) ?? refuseSite('environment');
  checkRights(world, person, environment);
  checkWish(world, environment, wish);
  const why = isTaken(world, wish)
    ? 'subdomainTaken'
    : lacksDualWrite(world, environment, wish)
      ? 'dualWrite'
      : undefined;
  if (why && world.state.switches.siteCreationFails === 'at-once') refuseSite(why);
  return begin(world, person, environment, wish, why);
}

function checkRights(world: World, person: Persona, environment: Environment): void {
  if (!holdsDirectly(person, 'System Administrator') || !mayWrite(world, person, environment))
    refuseSite('role');
  const closed = world.state.platform.settings[environment.tenant]?.disablePortalsCreationByNonAdminUsers;
  if (closed && !mayCreateWhereClosed(world, person)) refuseSite('closed');
}

function checkWish(world: World, environment: Environment, wish: SiteWish): void {
  const { platform } = world.state;
  if (!environment.organization) refuseSite('dataverse');
  if (environment.runtime !== 'Enabled') refuseSite('disabled');
  if (wish.dataverseOrganizationId.toLowerCase() !== environment.organization) refuseSite('organization');
  if (wish.name.trim() === '' || wish.name.length > 200) refuseSite('name');
  const first = world.state.switches.firstSite === 'no-dynamics' && isFirstSite(world, environment);
  if (!templates.test(wish.templateName) || (first && ofDynamics.test(wish.templateName)))
    refuseSite('template');
  const subdomain = wish.subdomain.toLowerCase();
  if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/.test(wish.subdomain)) refuseSite('subdomainInvalid');
  if (reserved.has(subdomain)) refuseSite('subdomainReserved');
  const alive = platform.sites.filter((site) => isAlive(world, site));
  if (alive.some((site) => site.subdomain === subdomain) || isReserved(world, subdomain))
    refuseSite('subdomainTaken');
  if (
    wish.templateName === 'CustomerPortal' &&
    alive.some(({ environment: id, template }) => id === environment.id && template === wish.templateName)
  )
    refuseSite('templateTwice');
  const organization = findOrganization(world, environment);
  if (organization && !organization.languages.includes(wish.selectedBaseLanguage)) refuseSite('language');
  if (
    wish.websiteRecordId &&
    !organization?.tables['adx_websites']?.some((row) => row['adx_websiteid'] === wish.websiteRecordId)
  )
    refuseSite('record');
}

/** By somebody of another tenant. */
const isTaken = ({ state }: World, { subdomain }: SiteWish): boolean =>
  state.platform.takenSubdomains.includes(subdomain.toLowerCase());

/** No site was ever here: none is listed, and none has left its pages in Dataverse. */
export const isFirstSite = (world: World, environment: Environment): boolean =>
  !world.state.platform.sites.some((site) => site.environment === environment.id) &&
  !['adx_websites', 'powerpagesites'].some(
    (set) => (findOrganization(world, environment)?.tables[set] ?? []).length > 0,
  );

/** A failed or deleted site holds neither its address nor its place. */
export function isAlive(world: World, site: Site): boolean {
  const environment = world.state.platform.environments.find(({ id }) => id === site.environment);
  const phase = environment && lifeOf(world, site, environment).phase;
  return phase !== 'failed' && phase !== 'deleted';
}

/** A name that was given back less than an hour ago. */
const isReserved = (world: World, subdomain: string): boolean =>
  world.state.switches.releasedNames === 'reserved' &&
  world.state.platform.sites.some((site) => {
    const environment = world.state.platform.environments.find(({ id }) => id === site.environment);
    const ago = environment && world.clock.now().getTime() - deletedAt(site, environment);
    return site.subdomain === subdomain && ago !== undefined && ago >= 0 && ago < 60 * minutes;
  });

const lacksDualWrite = (world: World, environment: Environment, wish: SiteWish): boolean =>
  wish.templateName === 'CustomerPortal' &&
  !findOrganization(world, environment)?.tables['solutions']?.some(
    (row) => row['uniquename'] === 'DualWriteCore',
  );

function begin(
  world: World,
  person: Persona,
  environment: Environment,
  wish: SiteWish,
  why: 'subdomainTaken' | 'dualWrite' | undefined,
): Operation & { site: string } {
  const { platform } = world.state;
  const now = world.clock.now();
  const endless = takeFault(world, 'Power Pages', 'createWebsite', 'operation-never-ends');
  const broken = takeFault(world, 'Power Pages', 'createWebsite', 'operation-fails');
  const [, code, message] = siteRefusals[why ?? 'dualWrite'];
  const fails = why
    ? { code, message }
    : broken && { code: 'D001', message: 'The website could not be provisioned.' };
  const endsAt = endless ? never : later(now, fails ? takes / 2 : takes);
  const site: Site = {
    id: world.id(),
    environment: environment.id,
    name: wish.name,
    subdomain: wish.subdomain,
    template: wish.templateName,
    language: wish.selectedBaseLanguage,
    websiteRecordId: wish.websiteRecordId ?? world.id(),
    createdAt: now.toISOString(),
    readyAt: endsAt,
    owner: person.id,
    application: world.id(),
    visibility: 'private',
    type: 'Trial',
    stopped: false,
    ...(fails ? { fails } : {}),
  };
  // A new try takes the place of one that failed.
  const again = platform.sites.findIndex(
    (old) => old.environment === site.environment && old.template === site.template && !isAlive(world, old),
  );
  if (again >= 0) platform.sites.splice(again, 1);
  platform.sites.push(site);
  const operation = {
    id: world.id(),
    environment: environment.id,
    kind: 'create-site' as const,
    startedAt: site.createdAt,
    endsAt,
    site: site.id,
    ...(fails ? { fails } : {}),
  };
  platform.operations.push(operation);
  return operation;
}
