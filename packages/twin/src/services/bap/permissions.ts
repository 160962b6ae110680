import { holds, isServiceAdministrator } from '../../platform/rights.ts';
import type { Persona } from '../../world/directory.ts';
import type { Environment } from '../../world/platform.ts';

const ofMembers = ['ReadEnvironment', 'CreatePowerApp'];
const ofAdministrators = ['UpdateEnvironment', 'DeleteEnvironment', 'ManageDatabase', 'AdminReadEnvironment'];

/** As a keyed map: what is missing is not permitted (powerplatform-apis, bapi). */
export function permissionsOf(person: Persona, environment: Environment) {
  const administers =
    isServiceAdministrator(person) ||
    (environment.organization !== undefined && holds(person, 'System Administrator'));
  const names = administers ? [...ofMembers, ...ofAdministrators] : ofMembers;
  return Object.fromEntries(
    names.map((name) => [name, { displayName: name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ') }]),
  );
}
