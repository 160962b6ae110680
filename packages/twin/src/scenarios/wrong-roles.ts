import type { State } from '../world.ts';
import { changePerson } from './contoso/change-person.ts';
import { people } from './contoso/ids.ts';
import { contoso } from './contoso.ts';

/** The consultant holds every role by a security group, which Power Pages doesn't count. */
export function wrongRoles(): State {
  const state = contoso();
  const alex = state.directory.people.find(({ id }) => id === people.alex);
  changePerson(state, people.alex, {
    story: 'Consultant whose roles all come from a security group.',
    roles: (alex?.roles ?? []).map(({ name }) => ({ name, held: 'by-group' })),
  });
  return { ...state, scenario: 'wrong-roles' };
}
