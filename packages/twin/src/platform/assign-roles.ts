import { Refused } from '../serve.ts';
import { findUser, isSystemAdministrator, systemAdministrator } from '../services/dataverse/members.ts';
import { noSuchRow, refusal } from '../services/dataverse/refusals.ts';
import type { Organization, Row } from '../world/dataverse.ts';
import type { Persona } from '../world/directory.ts';
import type { Environment } from '../world/platform.ts';
import type { World } from '../world.ts';

export const organizationOf = (world: World, { organization }: Environment): Organization =>
  world.state.dataverse.organizations.find(({ id }) => id === organization) ?? refuseWithout();

const refuseWithout = (): never => {
  throw new Refused(404, { error: { message: 'The environment has no Dataverse database.' } });
};

/** Roles that a user has by direct assignment, by id. */
export const directRoles = ({ tables }: Organization, user: Row): readonly unknown[] =>
  (tables['systemuserrolescollection'] ?? [])
    .filter(({ systemuserid }) => systemuserid === user['systemuserid'])
    .map(({ roleid }) => roleid);

/**
 * What the admin centre’s page does: the user has these roles directly, and no others. A role by a team stays.
 * Who isn’t System Administrator in any way is refused as Dataverse refuses.
 */
export function assignRoles(
  world: World,
  person: Persona,
  environment: Environment,
  wanted: { readonly user: string; readonly roles: readonly string[] },
): void {
  const organization = organizationOf(world, environment);
  const { tables } = organization;
  const acting = findUser(organization, person.id);
  if (!acting || !isSystemAdministrator(organization, acting))
    throw refusal(
      403,
      '0x80040220',
      `Principal user (${person.name}, type=8) is missing prvAssignRole privilege.`,
    );
  const user = tables['systemusers']?.find(({ systemuserid }) => systemuserid === wanted.user);
  if (!user) throw noSuchRow('systemuser', wanted.user);
  const others = (tables['systemuserrolescollection'] ?? []).filter(
    ({ systemuserid }) => systemuserid !== wanted.user,
  );
  const known = (tables['roles'] ?? []).filter(({ roleid }) => wanted.roles.includes(String(roleid)));
  organization.version += 1;
  tables['systemuserrolescollection'] = [
    ...others,
    ...known.map(({ roleid }) => ({
      systemuserroleid: world.id(),
      systemuserid: wanted.user,
      roleid,
      versionnumber: organization.version,
    })),
  ];
  const holds = known.some((role) => role['_roletemplateid_value'] === systemAdministrator);
  tellDirectory(world, String(user['azureactivedirectoryobjectid']), holds);
}

/** Power Pages goes by the directory’s story of a person, so both must tell the same. */
function tellDirectory(world: World, id: string, holds: boolean): void {
  const { people } = world.state.directory;
  const index = people.findIndex((person) => person.id === id);
  const found = people[index];
  if (!found) return;
  const direct = { name: 'System Administrator', held: 'directly' } as const;
  const rest = found.roles.filter(({ name, held }) => name !== direct.name || held !== direct.held);
  people[index] = { ...found, roles: holds ? [...rest, direct] : rest };
}
