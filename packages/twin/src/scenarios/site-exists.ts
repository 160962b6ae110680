import type { State } from '../world.ts';
import { addPortal } from './contoso/portal.ts';
import { contoso } from './contoso.ts';

/** Somebody has created the portal before, twelve days ago. There may be only one of this template. */
export function siteExists(now: Date): State {
  const state = contoso();
  addPortal(state, now);
  return { ...state, scenario: 'site-exists', switches: { ...state.switches, readySite: 'StateConfigured' } };
}
