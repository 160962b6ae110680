import type { State } from '../world.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';

/** There was never a site in this environment, so the studio doesn’t offer the Dynamics 365 templates yet. */
export function firstSite(): State {
  const state = contoso();
  production(state).organization.tables['powerpagesites'] = [];
  return { ...state, scenario: 'first-site' };
}
