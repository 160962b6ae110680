import { systemAdministrator } from '../../services/dataverse/members.ts';
import type { Persona } from '../../world/directory.ts';
import type { Organization, Row } from '../../world/dataverse.ts';
import { guid } from '../../world.ts';

/** Dual-write's two service applications; both need a user in Dataverse (dual-write, requirements). */
const applications = {
  'Dynamics ERP': '00000015-0000-0000-c000-000000000000',
  DualWrite: '2e49aa60-1bd3-43b6-8ab6-03ada3d9f08b',
};

/** Dataverse's own row for every partner's delegated administrator (Power Platform documentation, create-users). */
const delegated = { fullname: 'Delegated Admin', domainname: 'crmoln2@microsoft.com', accessmode: 5 };

/**
 * Users, roles and teams of an organization, from what the directory says of its people. A role that is held by a
 * group or for a few hours is a team's role here, as in life.
 */
export function assignMembers(organization: Organization, people: readonly Persona[], firstId: number): void {
  const { tables, rootBusinessUnit } = organization;
  const [administrator, basic, team] = [guid(firstId), guid(firstId + 1), guid(firstId + 2)];
  const member = (person: Persona, index: number) => ({ person, id: guid(firstId + 10 + index) });
  const members = people
    .filter((person) => person.tenant === organization.tenant && !person.delegated)
    .map(member);
  const held = ({ person }: (typeof members)[number], ways: readonly string[]) =>
    person.roles.some((role) => role.name === 'System Administrator' && ways.includes(role.held));
  const base = { _businessunitid_value: rootBusinessUnit, versionnumber: 900 };
  const user = (values: Row): Row => ({
    ...base,
    accessmode: 0,
    isdisabled: false,
    applicationid: null,
    ...values,
  });

  tables['businessunits'] = [
    {
      businessunitid: rootBusinessUnit,
      name: 'contoso',
      _parentbusinessunitid_value: null,
      versionnumber: 850,
    },
  ];
  tables['systemusers'] = [
    ...members.map(({ person, id }) =>
      user({
        systemuserid: id,
        fullname: person.name,
        domainname: person.userName,
        internalemailaddress: person.userName,
        azureactivedirectoryobjectid: person.id,
        accessmode: person.accessMode ?? 0,
      }),
    ),
    user({
      ...delegated,
      systemuserid: guid(firstId + 7),
      internalemailaddress: null,
      azureactivedirectoryobjectid: null,
    }),
    // Access mode 4: not for people.
    ...Object.entries(applications).map(([fullname, applicationid], index) =>
      user({
        systemuserid: guid(firstId + 3 + index),
        fullname: `# ${fullname}`,
        domainname: `${applicationid}@contoso.example`,
        internalemailaddress: null,
        azureactivedirectoryobjectid: guid(firstId + 5 + index),
        applicationid,
        accessmode: 4,
      }),
    ),
  ];
  tables['roles'] = [
    {
      ...base,
      roleid: administrator,
      name: 'System Administrator',
      _roletemplateid_value: systemAdministrator,
    },
    { ...base, roleid: basic, name: 'Basic User', _roletemplateid_value: null },
  ];
  tables['teams'] = [
    { ...base, teamid: team, name: 'Contoso administrators (group)', teamtype: 2, isdefault: false },
    // Each business unit has one of its own name, which nobody can delete.
    { ...base, teamid: guid(firstId + 9), name: 'contoso', teamtype: 0, isdefault: true },
  ];
  const pair = (id: number, values: Row): Row => ({ ...values, versionnumber: id });
  tables['systemuserrolescollection'] = [
    ...members.map((each, index) =>
      pair(index, {
        systemuserroleid: guid(firstId + 60 + index),
        systemuserid: each.id,
        roleid: held(each, ['directly']) ? administrator : basic,
      }),
    ),
    pair(1000, {
      systemuserroleid: guid(firstId + 9),
      systemuserid: guid(firstId + 7),
      roleid: administrator,
    }),
  ];
  tables['teammemberships'] = members
    .filter((each) => held(each, ['by-group', 'by-pim']))
    .map(({ id }, index) =>
      pair(index, { teammembershipid: guid(firstId + 40 + index), systemuserid: id, teamid: team }),
    );
  tables['teamrolescollection'] = [
    { teamroleid: guid(firstId + 8), teamid: team, roleid: administrator, versionnumber: 1 },
  ];
}
