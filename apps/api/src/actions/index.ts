import type { ActionId } from '@portico/contract/plan';
import type { AnyAction } from './define-action.ts';
import installPackages from './install-packages.ts';
import provisionSite from './provision-site.ts';
import startMaps from './start-maps.ts';

/** Every action of the plan; one missing or too many doesn't compile. */
export const actions = {
  'install-packages': installPackages,
  'start-maps': startMaps,
  'provision-site': provisionSite,
} satisfies Record<ActionId, AnyAction>;
