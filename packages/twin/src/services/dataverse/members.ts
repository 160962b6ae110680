import { addressOf } from '../../addresses.ts';
import type { Call } from '../../serve.ts';
import type { Caller } from '../../tokens.ts';
import type { Organization, Row } from '../../world/dataverse.ts';
import type { World } from '../../world.ts';
import { Refused } from '../../serve.ts';
import { refusal } from './refusals.ts';

export interface Member {
  readonly organization: Organization;
  readonly user: Row;
  /** Of this host, as answers name it. */
  readonly root: string;
  /** What is done is part of a change set. */
  readonly changeSet?: true;
}

/** The organization of a call's host and the caller's user there. Who has none is not a member. */
export function enter({ world, caller, host, changeSet }: Call): Member {
  const domain = /^([\w-]+)(?:\.api)?\.crm4\./.exec(host)?.[1];
  const environment = world.state.platform.environments.find((each) => each.domain === domain);
  const organization = world.state.dataverse.organizations.find(({ id }) => id === environment?.organization);
  if (!organization) throw new Refused(404, undefined);
  // A token of another tenant names a user that this organization has never heard of.
  const user = organization.tenant === caller.tenant ? userOf(world, organization, caller) : undefined;
  if (!user) throw refusal(403, '0x80072560', 'The user is not a member of the organization.');
  if (user['isdisabled'] === true)
    throw refusal(
      403,
      '0x80040225',
      'The specified user is either disabled or is not a member of any business unit.',
    );
  const root = addressOf(world, host.replace(/\.twin\.localhost$/, ''));
  return { organization, user, root: `${root}/api/data/v9.2`, ...(changeSet ? { changeSet } : {}) };
}

function userOf(world: World, organization: Organization, { person }: Caller): Row | undefined {
  if (!person.delegated) return findUser(organization, person.id);
  return world.state.switches.delegatedInDataverse === 'nobody'
    ? undefined
    : organization.tables['systemusers']?.find((row) => row['accessmode'] === 5);
}

export const findUser = ({ tables }: Organization, person: string): Row | undefined =>
  tables['systemusers']?.find((row) => row['azureactivedirectoryobjectid'] === person);

/** Role rows of a user: assigned to the user, or to a team that the user is in. */
export function rolesOf(
  { tables }: Organization,
  user: Row,
): { direct: readonly Row[]; byTeam: readonly Row[] } {
  const id = user['systemuserid'];
  const pairs = (set: string, column: string, values: readonly unknown[]) =>
    (tables[set] ?? []).filter((row) => values.includes(row[column]));
  const rolesIn = (rows: readonly Row[]) => {
    const ids = rows.map((row) => row['roleid']);
    return (tables['roles'] ?? []).filter((role) => ids.includes(role['roleid']));
  };
  const teams = pairs('teammemberships', 'systemuserid', [id]).map((row) => row['teamid']);
  return {
    direct: rolesIn(pairs('systemuserrolescollection', 'systemuserid', [id])),
    byTeam: rolesIn(pairs('teamrolescollection', 'teamid', teams)),
  };
}

/** Role template of System Administrator: the same in every organization. */
export const systemAdministrator = '627090ff-40a3-4053-8790-584edc5be201';

/** In any way: Dataverse's privileges add up, whether they come directly or by a team. */
export function isSystemAdministrator(organization: Organization, user: Row): boolean {
  const { direct, byTeam } = rolesOf(organization, user);
  return [...direct, ...byTeam].some((role) => role['_roletemplateid_value'] === systemAdministrator);
}
