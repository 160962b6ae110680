import type { Persona } from '../../world/directory.ts';
import type { State } from '../../world.ts';
import { assignEverybody } from './dataverse.ts';

/** Somebody with other roles or another account; users and roles in Dataverse follow. */
export function changePerson(state: State, id: string, changes: Partial<Persona>): State {
  const { people } = state.directory;
  const at = people.findIndex((person) => person.id === id);
  const found = people[at];
  if (!found) throw new Error(`Nobody has the id ${id}.`);
  people[at] = { ...found, ...changes };
  assignEverybody(state.dataverse.organizations, people);
  return state;
}
