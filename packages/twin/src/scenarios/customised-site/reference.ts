import { days, later } from '../../platform/durations.ts';
import type { Environment } from '../../world/platform.ts';
import { guid, type State } from '../../world.ts';
import { addCore } from '../contoso/dual-write-rows.ts';
import { environments, organizations, tenants } from '../contoso/ids.ts';
import { assignMembers } from '../contoso/member-rows.ts';
import { organizationOf } from '../contoso/organization.ts';
import { packagesOf } from '../contoso/packages.ts';
import { addPortalAs } from '../contoso/portal.ts';

/** The environment whose reference site is in another language. */
export const german = { environment: guid(63_000), organization: guid(63_001), domain: 'contoso-german' };

/**
 * Two sandboxes with dual-write and a site of the second template that nobody has touched: the one that there was, and
 * one whose site is German.
 */
export function addReferenceSites(state: State, now: Date): void {
  const { platform } = state;
  for (const environment of platform.environments)
    if (environment.id === environments.sandbox) environment.portalTemplate = 2;
  const sandbox = environmentOf(state, environments.sandbox);
  platform.environments.push({
    ...sandbox,
    id: german.environment,
    name: 'Contoso Sandbox Germany',
    createdAt: later(now, -30 * days),
    organization: german.organization,
    domain: german.domain,
    language: 1031,
  });
  open(state, {
    environment: environments.sandbox,
    organization: organizations.sandbox,
    name: 'Contoso sandbox',
    first: 61_000,
  });
  open(state, { ...german, name: 'Contoso Germany', first: 62_000 });
  const site = { type: 'Trial', generation: 2 } as const;
  addPortalAs(state, now, {
    ...site,
    environment: environments.sandbox,
    age: 2,
    name: 'Contoso reference',
    subdomain: 'contoso-reference',
    language: 1033,
    firstId: 61_100,
    firstRowId: 61_200,
  });
  addPortalAs(state, now, {
    ...site,
    environment: german.environment,
    age: 5,
    name: 'Contoso Aufträge',
    subdomain: 'contoso-auftraege',
    language: 1031,
    firstId: 62_100,
    firstRowId: 62_200,
  });
}

interface Opening {
  readonly environment: string;
  readonly organization: string;
  readonly name: string;
  readonly first: number;
}

/** An organization with dual-write's solutions, in which everybody works who works in production; nothing is linked. */
function open(state: State, { environment, organization, name, first }: Opening): void {
  const packages = packagesOf(first + 50, true);
  state.platform.packages[environment] = packages;
  const made = organizationOf({
    id: organization,
    environment,
    name,
    firstRow: first + 700,
    firstSolution: first + 20_000,
    packages,
  });
  let next = first + 650;
  addCore(made, () => guid(next++));
  const works = state.directory.people.filter(({ roles }) =>
    roles.some((role) => role.name === 'System Administrator'),
  );
  assignMembers(made, works, first + 800);
  const all = state.dataverse.organizations;
  const old = all.findIndex(({ id }) => id === organization);
  all.splice(old < 0 ? all.length : old, 1, made);
}

function environmentOf({ platform }: State, wanted: string): Environment {
  const found = platform.environments.find(({ id, tenant }) => id === wanted && tenant === tenants.contoso);
  if (!found) throw new Error('Contoso has a sandbox.');
  return found;
}
