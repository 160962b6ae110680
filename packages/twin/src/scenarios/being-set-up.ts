import type { State } from '../world.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

/** Microsoft is still setting the environment’s database up. */
export function beingSetUp(): State {
  const state = contoso();
  production(state).environment.provisioning = 'LinkedDatabaseProvisioning';
  return { ...state, scenario: 'being-set-up' };
}
