import type { Persona, Tenant } from '../../world/directory.ts';
import type { World } from '../../world.ts';
import { SignInRefused } from './errors.ts';

/** Names for "whichever tenant the person belongs to"; `{tenantid}` is the literal placeholder of discovery. */
const anyTenant = new Set(['organizations', 'common', '{tenantid}']);

/** The tenant that an address names by id or domain; undefined: any. */
export function tenantNamed(world: World, name: string): Tenant | undefined {
  if (anyTenant.has(name.toLowerCase())) return undefined;
  const found = world.state.directory.tenants.find(
    ({ id, domain }) => id === name.toLowerCase() || domain === name.toLowerCase(),
  );
  if (!found) throw new SignInRefused(90002, name);
  return found;
}

/** Who can be picked: members when any tenant will do, members and guests when one is named. */
export const peopleOf = (world: World, tenant: Tenant | undefined): readonly Persona[] =>
  world.state.directory.people.filter((person) => (tenant ? person.tenant === tenant.id : !person.home));

/** The account as it is in a tenant: itself at home, its guest entry elsewhere. Throws AADSTS50020 when uninvited. */
export function accountIn(world: World, homeId: string, tenant: Tenant | undefined): Persona {
  const { people } = world.state.directory;
  const home = people.find(({ id }) => id === homeId);
  if (!home) throw new SignInRefused(70000);
  if (!tenant || tenant.id === home.tenant) return home;
  const guest = people.find((person) => person.home === homeId && person.tenant === tenant.id);
  if (!guest) throw new SignInRefused(50020, home.userName);
  return guest;
}

export const homeOf = (person: Persona): string => person.home ?? person.id;

/** Directory roles that may consent for everybody (Entra, grant tenant-wide admin consent). */
export const mayConsentForAll = (person: Persona): boolean =>
  person.roles.some(
    ({ name, held }) =>
      held !== 'by-pim' &&
      ['Global Administrator', 'Privileged Role Administrator', 'Cloud Application Administrator'].includes(
        name,
      ),
  );
