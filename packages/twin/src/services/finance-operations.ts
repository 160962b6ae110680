import { Reply, taken } from '@portico/http/mount';
import { financeOperations } from '@portico/microsoft/services/finance-operations';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { FinanceEnvironment } from '../world/finance-operations.ts';

export const financeOperationsTwin: ServiceTwin<typeof financeOperations.endpoints> = {
  name: financeOperations.name,
  host: /^[\w-]+\.operations\.twin\.localhost$/,
  endpoints: financeOperations.endpoints,
  audience: (world, host) => `http://${host}:${world.port}`,
  refuse: () => new Reply(401, undefined, { 'WWW-Authenticate': 'Bearer' }),
  handlers: {
    getMetadata: ({ context }) => {
      enter(context);
      context.response.type('application/xml').send(metadata);
      return taken;
    },
    listUsers: ({ query, context }) => {
      enter(context);
      const alias = /^Alias eq '([^']+)'$/.exec(query.$filter)?.[1]?.toLowerCase();
      return {
        '@odata.context': `http://${context.host}:${context.world.port}/data/$metadata#SystemUsers`,
        value: usersOf(context)
          .filter(({ userName }) => userName.toLowerCase() === alias)
          .map(({ userName, name }) => ({
            UserID: userId(userName),
            UserName: name,
            Alias: userName,
            Enabled: true,
          })),
      };
    },
    listUserRoles: ({ query, context }) => {
      const { administrators } = enter(context);
      const [, user, role] =
        /^UserId eq '([^']+)' and SecurityRoleIdentifier eq '([^']+)'$/.exec(query.$filter) ?? [];
      const found = usersOf(context).filter(({ userName }) => userId(userName) === user);
      const held = found.map(({ id }) => (administrators.includes(id) ? '-SYSADMIN-' : 'SYSSECURITYOFFICER'));
      return {
        '@odata.context': `http://${context.host}:${context.world.port}/data/$metadata#SecurityUserRoles`,
        value: held
          .filter((each) => each === role)
          .map((each) => ({ UserId: user, SecurityRoleIdentifier: each, AssignmentStatus: 'Enabled' })),
      };
    },
    listLegalEntities: ({ query, context }) => {
      const { host, companies } = enter(context);
      const select = query.$select.split(',');
      return {
        '@odata.context': `http://${host}:${context.world.port}/data/$metadata#LegalEntities`,
        value: companies.map(({ id, name }, index) => {
          const row = { '@odata.etag': `W/"${index + 1}"`, LegalEntityId: id, Name: name };
          return {
            ...row,
            ...(select.includes('Name') ? {} : { Name: null }),
          };
        }),
      };
    },
  },
};

/** `mona.berg` for somebody who signs in as mona.berg@contoso.example. */
const userId = (userName: string) => userName.split('@')[0] ?? '';

function usersOf(context: Call) {
  const { administrators, securityOfficers } = enter(context);
  const ids = [...administrators, ...securityOfficers];
  return context.world.state.directory.people.filter(({ id }) => ids.includes(id));
}

/** Who isn't a user there is turned away at the door; of those who are, only two kinds are modelled. */
function enter({ world, caller, host }: Call): FinanceEnvironment {
  const found = world.state.finance.environments.find((each) => each.host === host);
  if (!found) throw new Refused(404, undefined);
  const users = [...found.administrators, ...found.securityOfficers];
  if (found.tenant !== caller.tenant || !users.includes(caller.person.id))
    throw new Refused(401, undefined, { 'WWW-Authenticate': 'Bearer' });
  return found;
}

const metadata = `<?xml version="1.0" encoding="utf-8"?>
<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx"><edmx:DataServices>
<Schema Namespace="Microsoft.Dynamics.DataEntities" xmlns="http://docs.oasis-open.org/odata/ns/edm">
<EntityType Name="LegalEntity"><Key><PropertyRef Name="LegalEntityId"/></Key><Property Name="LegalEntityId" Type="Edm.String" Nullable="false"/><Property Name="Name" Type="Edm.String"/></EntityType>
<EntityContainer Name="Resources"><EntitySet Name="LegalEntities" EntityType="Microsoft.Dynamics.DataEntities.LegalEntity"/></EntityContainer>
</Schema></edmx:DataServices></edmx:Edmx>
`;
