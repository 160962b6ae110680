import { addressOf } from '../../addresses.ts';
import type { Environment } from '../../world/platform.ts';
import type { World } from '../../world.ts';
import { seconds } from './ticks.ts';

/** The Dataverse of an environment, null where there is none. One address ends with a slash, the other doesn't. */
export function linkedDataverse(world: World, environment: Environment) {
  if (!environment.organization || !environment.domain) return null;
  return {
    resourceId: environment.organization,
    friendlyName: environment.name,
    uniqueName: `unq${environment.organization.replaceAll('-', '').slice(0, 29)}`,
    domainName: environment.domain,
    version: '9.2.26093.00206',
    instanceUrl: `${addressOf(world, `${environment.domain}.crm4`)}/`,
    instanceApiUrl: addressOf(world, `${environment.domain}.api.crm4`),
    baseLanguage: environment.language,
    instanceState: 'Ready',
    createdTime: seconds(Date.parse(environment.createdAt) + 10_690),
    backgroundOperationsState: 'Enabled',
    scaleGroup: 'EURCRMLIVESG633',
    platformSku: 'Standard',
    schemaType: 'Standard',
  };
}
