import { Refused } from '../serve.ts';
import { findUser, isSystemAdministrator } from '../services/dataverse/members.ts';
import type { Persona } from '../world/directory.ts';
import type { Link } from '../world/dual-write.ts';
import type { World } from '../world.ts';
import { organizationOf } from './find-link.ts';

/**
 * Whoever works with maps must be system administrator on both sides; a role held by a group is as good
 * (dual-write documentation, troubleshooting-dual-write-module). The words are those of the documentation.
 */
export function checkAccess(world: World, person: Persona, link: Link): void {
  const organization = organizationOf(world, link);
  const user = organization && findUser(organization, person.id);
  const inFinance = world.state.finance.environments.some(
    ({ host, administrators }) => host === link.financeHost && administrators.includes(person.id),
  );
  if (person.tenant === link.tenant && inFinance && user && isSystemAdministrator(organization, user)) return;
  const message = `Error from token exchange: User is not allowed to access connection dynamicscrmonline/${link.name}`;
  throw new Refused(403, [{ status: 403, source: '', message }]);
}

/** Only who linked may add maps; others get a bare 401 (same page of the documentation). */
export function checkOwner(person: Persona, link: Link): void {
  if (person.id !== link.owner) throw new Refused(401, { message: '(Unauthorized)' });
}
