import type { State } from '../world.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

/** Somebody left the environment in administration mode. */
export function adminMode(): State {
  const state = contoso();
  production(state).environment.runtime = 'AdminMode';
  return { ...state, scenario: 'admin-mode' };
}
