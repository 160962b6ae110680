import { Problem } from '@portico/contract/problems';
import type { Row } from './targets.ts';

/** Well-known id of System Administrator's template: the role's name is in the organization's language. */
const systemAdministrator = '627090ff-40a3-4053-8790-584edc5be201';
/** Whoever writes rows for dual-write needs both, and a role for the tables themselves (dual-write, security roles). */
const ofDualWrite = ['Dual-write runtime user', 'Dual-write app user'];

export interface Role {
  readonly name: string;
  readonly administrator: boolean;
}

/** What to read of a role. */
export const roleColumns = 'name,_roletemplateid_value';

/** The roles that a user's or a team's row was asked to bring along. */
export function rolesOf(row: Row, relation: string): readonly Role[] {
  const roles = row[relation];
  if (!Array.isArray(roles)) throw new Problem('upstream-shape', { detail: `a row without ${relation}` });
  return roles.map((role: Row) => ({
    name: String(role['name']),
    administrator: String(role['_roletemplateid_value']).toLowerCase() === systemAdministrator,
  }));
}

/** Dual-write's own roles that are missing, and whether there is one for the tables. Other roles are known by name only. */
export function lackOf(roles: readonly Role[]): {
  readonly roles: readonly string[];
  readonly tables: boolean;
} {
  if (roles.some(({ administrator }) => administrator)) return { roles: [], tables: false };
  const held = new Set(roles.map(({ name }) => name.toLowerCase()));
  const own = ofDualWrite.filter((name) => held.has(name.toLowerCase()));
  return {
    roles: ofDualWrite.filter((name) => !own.includes(name)),
    tables: held.size === own.length,
  };
}
