import type { State } from '../world.ts';
import { contoso } from './contoso.ts';

/** The solutions are installed and the two are linked, but no map solution was applied: the list of maps is blank. */
export function neverApplied(): State {
  const state = contoso();
  for (const { applied } of state.dualWrite.links) applied.splice(0, Infinity);
  return { ...state, scenario: 'never-applied' };
}
