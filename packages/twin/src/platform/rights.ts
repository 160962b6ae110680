import type { Persona } from '../world/directory.ts';
import type { Environment } from '../world/platform.ts';
import type { World } from '../world.ts';

const serviceRoles = ['Power Platform Administrator', 'Dynamics 365 Administrator', 'Global Administrator'];

/** In any way: tokens carry roles of groups and of PIM like others. */
export const holds = (person: Persona, name: string): boolean =>
  person.roles.some((role) => role.name === name);

/** Power Pages reads the directory itself, which doesn't return roles by group or PIM (admin/admin-roles, 2026-05). */
export const holdsDirectly = (person: Persona, name: string): boolean =>
  person.roles.some((role) => role.name === name && role.held === 'directly');

export const isServiceAdministrator = (person: Persona): boolean =>
  serviceRoles.some((name) => holds(person, name));

/** Whom tenant-wide closing of site creation exempts; of Global Administrator Microsoft's pages disagree. */
export const mayCreateWhereClosed = ({ state }: World, person: Persona): boolean =>
  serviceRoles
    .slice(0, state.switches.globalAdministrators === 'allowed' ? 3 : 2)
    .some((name) => holdsDirectly(person, name));

const userRow = (world: World, person: Persona, environment: Environment) =>
  world.state.dataverse.organizations
    .find(({ id }) => id === environment.organization)
    ?.tables['systemusers']?.find((row) => row['azureactivedirectoryobjectid'] === person.id);

export const isMember = (world: World, person: Persona, environment: Environment): boolean =>
  environment.sku === 'Default' ||
  isServiceAdministrator(person) ||
  holds(person, 'System Administrator') ||
  userRow(world, person, environment) !== undefined;

/** Read-Write is access mode 0; who has no row yet gets one at the first call, so that counts as Read-Write. */
export const mayWrite = (world: World, person: Persona, environment: Environment): boolean => {
  const row = userRow(world, person, environment);
  return row === undefined || ((row['accessmode'] ?? 0) === 0 && row['isdisabled'] !== true);
};
