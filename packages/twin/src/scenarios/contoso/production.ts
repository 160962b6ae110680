import type { Organization } from '../../world/dataverse.ts';
import type { Environment } from '../../world/platform.ts';
import type { State } from '../../world.ts';
import { environments, organizations } from './ids.ts';

/** The pair that the story is about. */
export function production({ platform, dataverse }: State): {
  readonly environment: Environment;
  readonly organization: Organization;
} {
  const environment = platform.environments.find(({ id }) => id === environments.production);
  const organization = dataverse.organizations.find(({ id }) => id === organizations.production);
  if (!environment || !organization) throw new Error('Contoso has a production environment with Dataverse.');
  return { environment, organization };
}
