import type { State } from '../world.ts';
import { assignEverybody } from './contoso/dataverse.ts';
import { people } from './contoso/ids.ts';
import { contoso } from './contoso.ts';

/** The consultant holds every role by a security group, which Power Pages doesn't count. */
export function wrongRoles(): State {
  const state = contoso();
  const alex = state.directory.people.findIndex(({ id }) => id === people.alex);
  const found = state.directory.people[alex];
  if (found)
    state.directory.people[alex] = {
      ...found,
      story: 'Consultant whose roles all come from a security group.',
      roles: found.roles.map(({ name }) => ({ name, held: 'by-group' })),
    };
  assignEverybody(state.dataverse.organizations, state.directory.people);
  return { ...state, scenario: 'wrong-roles' };
}
