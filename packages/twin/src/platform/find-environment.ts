import type { Environment } from '../world/platform.ts';
import type { World } from '../world.ts';

/** The environment of a tenant by its id; ids are compared without case. */
export const findEnvironment = (world: World, tenant: string, id: string): Environment | undefined =>
  world.state.platform.environments.find(
    (environment) => environment.tenant === tenant && environment.id.toLowerCase() === id.toLowerCase(),
  );

export const findOrganization = (world: World, environment: Environment) =>
  world.state.dataverse.organizations.find(({ id }) => id === environment.organization);
