import { Reply } from '@portico/http/mount';
import { bap } from '@portico/microsoft/services/bap';
import { findEnvironment } from '../platform/find-environment.ts';
import { holds, isMember, isServiceAdministrator } from '../platform/rights.ts';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { Environment } from '../world/platform.ts';
import { environmentBody } from './bap/environment-body.ts';
import { text } from './identity/asking.ts';
import { lifecycleBody } from './bap/lifecycle-body.ts';
import { permissionsOf } from './bap/permissions.ts';

const refused = (status: number, code: string, message: string): Refused =>
  new Refused(status, { error: { code, message, detailUrlType: 'NotSpecified' } });

/** The Power Platform admin API. Administrators see all; a System Administrator of Dataverse sees what is theirs. */
export const bapTwin: ServiceTwin<typeof bap.endpoints> = {
  name: bap.name,
  // Operations are answered by regional hosts too.
  host: /^(\w+\.)?bap\.twin\.localhost$/,
  endpoints: bap.endpoints,
  audience: () => 'https://service.powerapps.com',
  refuse: (refusal) =>
    new Reply(401, { error: { code: 'Unauthorized', message: `The token is ${refusal}.` } }),
  handlers: {
    listEnvironments: ({ context }) => ({
      value: seenByAdmin(context).map((environment) => body(context, environment)),
    }),
    getEnvironment: ({ params, context }) =>
      body(context, pick(seenByAdmin(context), context, params.environment)),
    listMyEnvironments: ({ context, query }) => ({
      value: mine(context).map((environment) => asMaker(context, environment, query.$expand)),
    }),
    getMyEnvironment: ({ params, context, query }) => {
      const name =
        params.environment === '~Default' ? `Default-${context.caller.tenant}` : params.environment;
      return asMaker(context, pick(mine(context), context, name), query.$expand);
    },
    listTenantSettings: ({ context }) => {
      allow(context);
      if (!isServiceAdministrator(context.caller.person))
        throw refused(403, 'Forbidden', 'The caller is not a tenant administrator.');
      return {
        // An empty object, as recorded: nobody has set it, which means allowed.
        powerPlatform: { powerPages: {} },
        ...context.world.state.platform.settings[context.caller.tenant],
      };
    },
    listLifecycleOperations: ({ query, context }) => {
      const wanted = /^environment eq '([^']+)'$/.exec(query.$filter ?? '')?.[1]?.toLowerCase();
      const seen = new Set(seenByAdmin(context).map(({ id }) => id));
      return {
        value: context.world.state.platform.lifecycle
          .filter(
            ({ environment }) => seen.has(environment) && (!wanted || environment.toLowerCase() === wanted),
          )
          .map((operation) => lifecycleBody(context.world, operation)),
      };
    },
    getLifecycleOperation: ({ params, context }) => {
      const { lifecycle } = context.world.state.platform;
      const seen = new Set(seenByAdmin(context).map(({ id }) => id));
      const found = lifecycle.find(({ id, environment }) => id === params.operation && seen.has(environment));
      if (!found)
        throw refused(404, 'OperationNotFound', `The operation '${params.operation}' could not be found.`);
      return lifecycleBody(context.world, found);
    },
  },
};

function allow({ caller }: Call): void {
  if (!caller.scopes.includes('User'))
    throw refused(403, 'Forbidden', 'The token lacks the delegated permission User.');
}

const ofTenant = ({ world, caller }: Call) =>
  world.state.platform.environments.filter(({ tenant }) => tenant === caller.tenant);

function seenByAdmin(context: Call): Environment[] {
  allow(context);
  const { person } = context.caller;
  if (isServiceAdministrator(person)) return ofTenant(context);
  if (!holds(person, 'System Administrator'))
    throw refused(
      403,
      'Forbidden',
      `The user with object id '${person.id}' in tenant '${person.tenant}' does not have permission to access the path '${context.request.path}'.`,
    );
  return ofTenant(context).filter(({ organization }) => organization !== undefined);
}

function mine(context: Call): Environment[] {
  allow(context);
  return ofTenant(context).filter((environment) =>
    isMember(context.world, context.caller.person, environment),
  );
}

function pick(seen: readonly Environment[], { world, caller }: Call, id: string): Environment {
  const found = findEnvironment(world, caller.tenant, id);
  if (found && seen.includes(found)) return found;
  throw refused(404, 'EnvironmentNotFound', `The environment '${id}' could not be found in the tenant.`);
}

const body = ({ world, request }: Call, environment: Environment) =>
  environmentBody(world, environment, {
    expand: text(request.query, '$expand') ?? '',
    one: !/\/environments\/?$/.test(request.path),
  });

function asMaker(context: Call, environment: Environment, expand: string) {
  const { properties, ...rest } = body(context, environment);
  return {
    ...rest,
    id: `/providers/Microsoft.BusinessAppPlatform/environments/${environment.id}`,
    properties: {
      ...properties,
      ...(expand.includes('permissions')
        ? { permissions: permissionsOf(context.caller.person, environment) }
        : {}),
    },
  };
}
