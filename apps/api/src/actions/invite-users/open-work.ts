import { invitationsOf, standingOf } from '../../targets/invitations.ts';
import { type Invitee, readInvitees } from '../../targets/invitees.ts';
import type { Targets } from '../../targets/targets.ts';
import { rolesGiven, webRoles, type WebRole } from '../../targets/web-roles.ts';

/** What is still to be done for somebody who was chosen. */
export interface OpenWork {
  readonly person: Invitee;
  /** The role that they were chosen for and don't have yet. */
  readonly role?: WebRole;
  readonly invite: boolean;
}

/** The chosen people with what each still lacks; who lacks nothing is among them too. */
export async function openWork(targets: Targets): Promise<readonly OpenWork[]> {
  const people = await readInvitees(targets);
  const ids = people.map(({ contact }) => contact);
  const [roles, given, invitations] = await Promise.all([
    webRoles(targets),
    rolesGiven(targets, ids),
    invitationsOf(targets, ids),
  ]);
  return people.map((person) => {
    const role = roles.find(({ id, everybody, anonymous }) => id === person.role && !everybody && !anonymous);
    const has = given.get(person.contact.toLowerCase())?.includes(person.role) === true;
    const { state } = standingOf(invitations, person.contact);
    return { person, ...(role && !has ? { role } : {}), invite: state === 'none' || state === 'run-out' };
  });
}

export const isDone = ({ person, role, invite }: OpenWork): boolean =>
  Object.keys(person.fills).length === 0 && role === undefined && !invite;
