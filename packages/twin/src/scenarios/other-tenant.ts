import type { State } from '../world.ts';
import { tenants } from './contoso/ids.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

/** The linked finance and operations lives in another tenant, as after a takeover. */
export function otherTenant(): State {
  const state = contoso();
  const { organization } = production(state);
  if (organization.finance) organization.finance = { ...organization.finance, tenant: tenants.fabrikam };
  return { ...state, scenario: 'other-tenant' };
}
