import { bap } from '@portico/microsoft/services/bap';
import { Reply } from '@portico/http/mount';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import type { Environment } from '../world/platform.ts';
import type { World } from '../world.ts';
import { addressOf } from '../addresses.ts';

export const bapTwin: ServiceTwin<typeof bap.endpoints> = {
  name: bap.name,
  host: /^(\w+\.)?bap\.twin\.localhost$/,
  endpoints: bap.endpoints,
  audience: () => 'https://service.powerapps.com',
  refuse: (refusal) =>
    new Reply(401, { error: { code: 'Unauthorized', message: `The token is ${refusal}.` } }),
  handlers: {
    listEnvironments: ({ context }) => ({
      value: mine(context).map((environment) => environmentBody(context.world, environment)),
    }),
    getEnvironment: ({ params, context }) => {
      const found = mine(context).find(({ id }) => id.toLowerCase() === params.environment.toLowerCase());
      if (!found)
        throw new Refused(404, {
          error: {
            code: 'EnvironmentNotFound',
            message: `The environment '${params.environment}' could not be found in the tenant.`,
            detailUrlType: 'NotSpecified',
          },
        });
      return environmentBody(context.world, found);
    },
    listTenantSettings: ({ context: { world, caller } }) => ({
      ...world.state.platform.settings[caller.tenant],
      powerPlatform: { powerPages: {} },
    }),
  },
};

const mine = ({ world, caller }: Call) =>
  world.state.platform.environments.filter(({ tenant }) => tenant === caller.tenant);

function environmentBody(world: World, environment: Environment) {
  return {
    id: `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${environment.id}`,
    type: 'Microsoft.BusinessAppPlatform/scopes/environments',
    location: environment.location,
    name: environment.id,
    properties: {
      tenantId: environment.tenant,
      azureRegion: environment.region,
      displayName: environment.name,
      provisioningState: 'Succeeded',
      environmentSku: environment.sku,
      isDefault: environment.sku === 'Default',
      linkedEnvironmentMetadata: environment.organization
        ? {
            resourceId: environment.organization,
            friendlyName: environment.name,
            domainName: environment.domain,
            instanceUrl: `${addressOf(world, `${environment.domain}.crm4`)}/`,
            instanceApiUrl: addressOf(world, `${environment.domain}.api.crm4`),
            baseLanguage: environment.language,
            instanceState: 'Ready',
          }
        : null,
      ...(environment.finance ? { linkedAppMetadata: environment.finance } : {}),
      states: { management: { id: 'Ready' }, runtime: { id: environment.runtime } },
    },
  };
}
