import type { State } from '../world.ts';
import { tenants } from './contoso/ids.ts';
import { contoso } from './contoso.ts';

/** Everything is in order, but no administrator of Contoso has consented to Portico yet. */
export function noConsent(): State {
  const state = contoso();
  state.directory.tenants.find(({ id }) => id === tenants.contoso)?.consented.splice(0);
  return { ...state, scenario: 'no-consent' };
}
