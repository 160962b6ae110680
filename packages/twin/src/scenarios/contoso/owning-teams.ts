import type { Organization, Row } from '../../world/dataverse.ts';
import { guid } from '../../world.ts';
import { companies } from './companies.ts';

/** Two roles that dual-write brings, and one that Dynamics 365 brings for the tables (dual-write, security roles). */
const roleNames = ['Dual-write runtime user', 'Dual-write app user', 'Salesperson'];

const versionnumber = 910;

/**
 * The roles that come with dual-write's core, given to its applications and to the team that owns global rows. They
 * stand here once; Dataverse copies them to each business unit. Answers their ids.
 */
export function addDualWriteRoles(
  { rootBusinessUnit, tables }: Organization,
  id: (offset: number) => string,
): readonly string[] {
  const roles = roleNames.map((name, index) => ({
    roleid: id(index),
    name,
    _businessunitid_value: rootBusinessUnit,
    _roletemplateid_value: null,
    versionnumber,
  }));
  const ids = roles.map(({ roleid }) => roleid);
  const applications = (tables['systemusers'] ?? []).filter((user) => user['applicationid']);
  const ofGlobalRows = (tables['teams'] ?? []).filter(
    (team) => team['isdefault'] === true && team['_businessunitid_value'] === rootBusinessUnit,
  );
  add(tables, 'roles', roles);
  add(
    tables,
    'systemuserrolescollection',
    pairs(applications, 'systemuserid', ids).map((pair, index) => ({
      systemuserroleid: id(50 + index),
      ...pair,
    })),
  );
  add(
    tables,
    'teamrolescollection',
    pairs(ofGlobalRows, 'teamid', ids).map((pair, index) => ({ teamroleid: id(60 + index), ...pair })),
  );
  return ids;
}

/** What a link adds for each company: a business unit, its team, and the team that owns the company's rows. */
export function addOwningTeams(organization: Organization, firstId: number): void {
  const { rootBusinessUnit, tables } = organization;
  const id = (offset: number) => guid(firstId + 100 + offset);
  const roles = addDualWriteRoles(organization, id);
  const units = companies.map((company, index) => ({
    businessunitid: id(10 + index),
    name: company.id.toUpperCase(),
    _parentbusinessunitid_value: rootBusinessUnit,
    versionnumber,
  }));
  const team = (teamid: string, name: string, unit: string, isdefault: boolean) => ({
    teamid,
    name,
    _businessunitid_value: unit,
    teamtype: 0,
    isdefault,
    versionnumber,
  });
  const owners = units.map((unit, index) =>
    team(owningTeam(firstId, index), `${unit.name} Dual Write`, unit.businessunitid, false),
  );
  const ofUnits = units.map((unit, index) => team(id(30 + index), unit.name, unit.businessunitid, true));
  add(tables, 'businessunits', units);
  add(tables, 'teams', [...ofUnits, ...owners]);
  add(
    tables,
    'teamrolescollection',
    pairs(owners, 'teamid', roles).map((pair, index) => ({ teamroleid: id(70 + index), ...pair })),
  );
}

/** The team that owns the rows of a company, by the company's place in the list. */
export const owningTeam = (firstId: number, index: number): string => guid(firstId + 140 + index);

const pairs = (holders: readonly Row[], holder: string, roles: readonly string[]): Row[] =>
  holders.flatMap((row) => roles.map((roleid) => ({ [holder]: row[holder], roleid, versionnumber })));

function add(tables: Organization['tables'], set: string, rows: readonly Row[]): void {
  tables[set] = [...(tables[set] ?? []), ...rows];
}
