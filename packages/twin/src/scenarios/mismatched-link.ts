import type { State } from '../world.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

/** Copied after it was linked: Power Platform still names the finance and operations of before. */
export function mismatchedLink(): State {
  const state = contoso();
  production(state).environment.finance = {
    type: 'Linked',
    id: '9c1f0f0e-6a0b-4c55-8a3e-1f0c6d2b7a10',
    url: 'http://contoso-before.operations.twin.localhost',
  };
  return { ...state, scenario: 'mismatched-link' };
}
