import { assignRoles } from '@portico/twin/platform/assign-roles';
import { environments, people } from '@portico/twin/scenarios/contoso/ids';
import { systemAdministrator } from '@portico/twin/services/dataverse/members';
import type { World } from '@portico/twin/world';

/** In `wrong-roles`: Mona makes the consultant a System Administrator of the production environment, or ends it. */
export function giveRole(world: World, holds = true): void {
  const { environments: all } = world.state.platform;
  const environment = all.find(({ id }) => id === environments.production);
  const asking = world.state.directory.people.find(({ id }) => id === people.mona);
  const tables = world.state.dataverse.organizations[0]?.tables;
  const user = tables?.['systemusers']?.find((row) => row['azureactivedirectoryobjectid'] === people.alex);
  const role = tables?.['roles']?.find((row) => row['_roletemplateid_value'] === systemAdministrator);
  if (!environment || !asking) throw new Error('The scenario has no Mona, or nothing for her to do.');
  const roles = holds ? [String(role?.['roleid'])] : [];
  assignRoles(world, asking, environment, { user: String(user?.['systemuserid']), roles });
}
