import type { State } from '../world.ts';
import { addPortal } from './contoso/portal.ts';
import { people } from './contoso/ids.ts';
import { production } from './contoso/production.ts';
import { contoso } from './contoso.ts';
import { customise } from './customised-site/customise.ts';
import { addReferenceSites } from './customised-site/reference.ts';

/**
 * A site that was provisioned five months ago and has been worked on since, and a newer template's site in a sandbox:
 * they go together, and in about twelve places only somebody can say how. A second reference site is German.
 */
export function customisedSite(now: Date): State {
  const state = contoso();
  const site = addPortal(state, now, { age: 150, type: 'Production' });
  customise(production(state).organization, site, now, people.mona);
  addReferenceSites(state, now);
  return { ...state, scenario: 'customised-site' };
}
