import { Reply, taken } from '@portico/http/mount';
import { financeOperations } from '@portico/microsoft/services/finance-operations';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { FinanceEnvironment } from '../world/finance-operations.ts';
import { collectionNamed, metadataOf } from './finance-operations/entities.ts';
import { listEntity } from './finance-operations/list-entity.ts';

export const financeOperationsTwin: ServiceTwin<typeof financeOperations.endpoints> = {
  name: financeOperations.name,
  host: /^[\w-]+\.operations\.twin\.localhost$/,
  endpoints: financeOperations.endpoints,
  audience: (world, host) => `http://${host}:${world.port}`,
  refuse: () => new Reply(401, undefined, { 'WWW-Authenticate': 'Bearer' }),
  handlers: {
    getMetadata: ({ context }) => {
      context.response.type('application/xml').send(metadataOf(enter(context)));
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
    listLegalEntities: ({ context }) => list(context, 'LegalEntities'),
    listReleasedProducts: ({ context }) => list(context, 'CDSReleasedDistinctProducts'),
    listOrderSettings: ({ context }) => list(context, 'ProductDefaultOrderSettings'),
    listSequenceReferences: ({ context }) => list(context, 'NumberSequencesV2References'),
    listNumberSequences: ({ context }) => list(context, 'SequenceV2Tables'),
    countRows: ({ params, context }) => list(context, params.collection),
  },
};

/** Rows of data, which a security officer has no privilege for. */
function list(context: Call, asked: string): Reply {
  const { world, host, caller, request } = context;
  const environment = enter(context);
  if (!environment.administrators.includes(caller.person.id)) throw new Refused(403, undefined);
  const name = collectionNamed(asked);
  if (!name) throw new Refused(404, undefined);
  return new Reply(200, listEntity(environment, name, request.query, `http://${host}:${world.port}`));
}

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
