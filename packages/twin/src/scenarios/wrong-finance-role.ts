import type { State } from '../world.ts';
import { people } from './contoso/ids.ts';
import { contoso } from './contoso.ts';

/** The consultant works in finance and operations, but isn’t System administrator there. */
export function wrongFinanceRole(): State {
  const state = contoso();
  for (const { administrators, securityOfficers } of state.finance.environments) {
    administrators.splice(administrators.indexOf(people.alex), 1);
    securityOfficers.push(people.alex);
  }
  return { ...state, scenario: 'wrong-finance-role' };
}
