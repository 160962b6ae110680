import type { State } from '../world.ts';
import { tenants } from './contoso/ids.ts';
import { contoso } from './contoso.ts';

/** Nobody accepted yet that Portico reads licences; everything else is as it should be. */
export function halfConsent(): State {
  const state = contoso();
  const tenant = state.directory.tenants.find(({ id }) => id === tenants.contoso);
  if (tenant) tenant.withheld = ['https://graph.microsoft.com'];
  return { ...state, scenario: 'half-consent' };
}
