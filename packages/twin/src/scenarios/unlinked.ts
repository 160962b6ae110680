import type { State } from '../world.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

/** Everything is installed, and nobody has linked the environment to finance and operations. */
export function unlinked(): State {
  const state = contoso();
  const { environment, organization } = production(state);
  delete environment.finance;
  delete organization.finance;
  return { ...state, scenario: 'unlinked', dualWrite: { links: [] } };
}
