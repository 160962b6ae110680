import type { World } from '../../world.ts';
import { appOf } from './apps.ts';
import { SignInRefused } from './errors.ts';

const graph = [
  'User.Read',
  'LicenseAssignment.Read.All',
  'Organization.Read.All',
  'RoleManagement.Read.Directory',
];
const powerPlatform = [
  'AppManagement.ApplicationPackages.Install',
  'AppManagement.ApplicationPackages.Read',
  'EnvironmentManagement.Environments.Read',
  'EnvironmentManagement.Settings.Read',
  'Licensing.Allocations.Read',
  'Licensing.Allocations.ReadWrite',
  'Licensing.BillingPolicies.Read',
  'Licensing.BillingPolicies.ReadWrite',
  'PowerPages.Websites.Read',
  'PowerPages.Websites.Write',
];

/** Delegated permissions that the API's registration asks for, by resource in lower case. */
const ofResource: Readonly<Record<string, readonly string[]>> = {
  'https://graph.microsoft.com': graph,
  'https://service.powerapps.com': ['User'],
  'https://api.powerplatform.com': powerPlatform,
  // None is published; what a token for it would carry is assumed.
  'https://integratorapp.com': ['user_impersonation'],
};
const ofDataverse = ['user_impersonation'];
const ofFinance = ['AX.FullAccess', 'Odata.FullAccess', 'CustomService.FullAccess'];

export const bare = (resource: string) => resource.replace(/\/+$/, '').toLowerCase();

/** What a resource offers and where it exists: in a tenant's list, or as one of its environments. */
export interface Resource {
  /** As the request named it; becomes the token's audience. */
  readonly name: string;
  readonly permissions: readonly string[];
  existsIn(tenant: string): boolean;
}

/** Finds a resource by the name in a scope; undefined when the twin has no such thing at all. */
export function findResource(world: World, name: string): Resource | undefined {
  const key = bare(name);
  const listed = ofResource[key];
  if (listed)
    return {
      name,
      permissions: listed,
      existsIn: (tenant) =>
        world.state.directory.tenants.some(
          ({ id, resources }) => id === tenant && resources.some((resource) => bare(resource) === key),
        ),
    };
  const host = URL.canParse(key) ? new URL(key).hostname : '';
  const domain = /^([\w-]+)(?:\.api)?\.crm\d*\.twin\.localhost$/.exec(host)?.[1];
  if (domain)
    return {
      name,
      permissions: ofDataverse,
      existsIn: (tenant) =>
        world.state.platform.environments.some((found) => found.tenant === tenant && found.domain === domain),
    };
  if (/\.operations\d*\.twin\.localhost$/.test(host))
    return {
      name,
      permissions: ofFinance,
      existsIn: (tenant) =>
        world.state.finance.environments.some((found) => found.tenant === tenant && found.host === host),
    };
  return undefined;
}

const standard = new Set(['openid', 'profile', 'email', 'offline_access']);

/** What a `scope` parameter asks for: one resource, named permissions or all that were configured. */
export interface Asked {
  /** The API itself, or the name of someone else's resource; undefined: only who the person is. */
  readonly resource: 'api' | Resource | undefined;
  readonly permissions: readonly string[];
}

/**
 * Reads a scope parameter. The resource is everything before the last slash, so `https://x//y` names a resource
 * with a trailing slash (tested against Entra). A permission without a resource is Graph's.
 */
export function readScopes(world: World, scope: string): Asked {
  const wanted = scope.split(/\s+/).filter((part) => part !== '' && !standard.has(part));
  if (wanted.length === 0) return { resource: undefined, permissions: [] };
  const pairs = wanted.map((part) => {
    const slash = part.lastIndexOf('/');
    return slash < 0
      ? { resource: 'https://graph.microsoft.com', permission: part }
      : { resource: part.slice(0, slash), permission: part.slice(slash + 1) };
  });
  const name = pairs[0]?.resource ?? '';
  if (pairs.some(({ resource }) => resource !== name)) throw new SignInRefused(28000, scope);
  const api = appOf(world, 'api').clientId;
  const own = name === api || name === `api://${api}`;
  const resource = own ? 'api' : findResource(world, name);
  if (!resource) throw new SignInRefused(500011, name);
  const offered = resource === 'api' ? ['access_as_user'] : resource.permissions;
  const named = pairs.map(({ permission }) => permission);
  const unknown = named.find((permission) => permission !== '.default' && !offered.includes(permission));
  if (unknown) throw new SignInRefused(70011, `${name}/${unknown}`);
  return { resource, permissions: named.includes('.default') ? offered : named };
}
