import type { Environment, Operation, Site } from '../world/platform.ts';
import type { Organization, Row } from '../world/dataverse.ts';
import type { World } from '../world.ts';
import { addCore, addOrderColumns, addTables } from '../scenarios/contoso/dual-write-rows.ts';
import { registerVisitors } from '../services/portal/visitors.ts';
import { settleSites } from './change-site.ts';
import { findOrganization } from './find-environment.ts';
import { putSiteRows, templateSolutions, websiteRow } from './site-rows.ts';

/**
 * Brings about what the clock has made due: a ready site's record, an installed package's solutions. Runs before
 * anything is answered, so there are no timers, and a jump of the clock has the same effect as waiting.
 */
export function settle(world: World): void {
  const { platform } = world.state;
  const now = world.clock.now().getTime();
  settleSites(world);
  for (const operation of platform.operations) {
    if (operation.settled || Date.parse(operation.endsAt) > now) continue;
    operation.settled = true;
    const environment = platform.environments.find(({ id }) => id === operation.environment);
    const site = platform.sites.find(({ id }) => id === operation.site);
    if (operation.kind === 'convert-site' && site && !operation.fails) site.type = 'Production';
    if (operation.kind === 'create-site' && environment && site && !operation.fails) {
      putRecord(world, environment, site);
      registerVisitors(world, site);
    }
    if (environment && operation.package) putPackage(world, environment, operation);
  }
}

/** The site's record, and what its template brings where the record is new: a host on an old one finds its pages there. */
function putRecord(world: World, environment: Environment, site: Site): void {
  const organization = findOrganization(world, environment);
  if (!organization) return;
  const old = organization.tables['adx_websites']?.some(
    (row) => row['adx_websiteid'] === site.websiteRecordId,
  );
  // That of a migrated site is elsewhere.
  const isMigrated = organization.tables['powerpagesites']?.some(
    (row) => row['powerpagesiteid'] === site.websiteRecordId,
  );
  if (!isMigrated) put(organization, 'adx_websites', 'adx_websiteid', websiteRow(site));
  if (site.template !== 'CustomerPortal') return;
  const generation = environment.portalTemplate ?? 1;
  putSolutions(world, organization, templateSolutions(generation), site.readyAt);
  if (old) return;
  putSiteRows(organization, site, {
    generation,
    id: () => world.id(),
    ...(world.state.switches.authorizedUsers === 'everybody' ? { everybodyIs: 'Authorized users' } : {}),
  });
}

function putPackage(world: World, environment: Environment, operation: Operation): void {
  const found = world.state.platform.packages[environment.id]?.find(
    (each) => each.uniqueName === operation.package,
  );
  if (!found) return;
  if (operation.fails) {
    found.state = 'InstallFailed';
    found.error = operation.fails;
    return;
  }
  const kept = found.state === 'Installed' && world.state.switches.installedAgain === 'as-before';
  found.state = 'Installed';
  delete found.error;
  const organization = findOrganization(world, environment);
  if (!organization || kept) return;
  putSolutions(world, organization, found.solutions, operation.endsAt);
  if (found.solutions['DualWriteCore']) addCore(organization, () => world.id());
  if (found.solutions['Dynamics365SupplyChainExtended']) addOrderColumns(organization);
  if (found.solutions['Party']) addTables(organization, true);
  if (found.solutions['Dynamics365Company']) organization.tables['cdm_companies'] ??= [];
}

function putSolutions(
  world: World,
  organization: Organization,
  solutions: Readonly<Record<string, string>>,
  at: string,
): void {
  for (const [uniquename, version] of Object.entries(solutions))
    put(organization, 'solutions', 'uniquename', {
      solutionid: world.id(),
      uniquename,
      friendlyname: uniquename,
      version,
      ismanaged: true,
      isvisible: true,
      installedon: at,
      modifiedon: at,
    });
}

/** Adds a row, or brings the one with the same key up to date; either way the organization's version grows. */
function put(organization: Organization, set: string, key: string, row: Row): void {
  const rows = (organization.tables[set] ??= []);
  organization.version += 1;
  const there = rows.find((each) => each[key] === row[key]);
  const { solutionid: _, ...changes } = row;
  if (there) Object.assign(there, changes, { versionnumber: organization.version });
  else rows.push({ ...row, versionnumber: organization.version });
}
