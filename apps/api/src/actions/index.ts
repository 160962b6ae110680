import applyUpdate from './apply-update.ts';
import rollBack from './roll-back.ts';
import type { ActionId } from '@portico/contract/plan';
import type { AnyAction } from './define-action.ts';
import applyMapSolutions from './apply-map-solutions.ts';
import convertSite from './convert-site.ts';
import deleteSiteHost from './delete-site-host.ts';
import hideSite from './hide-site.ts';
import publishSite from './publish-site.ts';
import restartSite from './restart-site.ts';
import installPackages from './install-packages.ts';
import inviteUsers from './invite-users.ts';
import pauseMaps from './pause-maps.ts';
import placeOrder from './place-order.ts';
import provisionSite from './provision-site.ts';
import skipCatchUp from './skip-catch-up.ts';
import startMaps from './start-maps.ts';
import stopMaps from './stop-maps.ts';

/** Every action of the plan; one missing or too many doesn't compile. */
export const actions = {
  'install-packages': installPackages,
  'apply-map-solutions': applyMapSolutions,
  'start-maps': startMaps,
  'pause-maps': pauseMaps,
  'skip-catch-up': skipCatchUp,
  'stop-maps': stopMaps,
  'provision-site': provisionSite,
  'invite-users': inviteUsers,
  'place-order': placeOrder,
  'convert-site': convertSite,
  'publish-site': publishSite,
  'hide-site': hideSite,
  'restart-site': restartSite,
  'delete-site-host': deleteSiteHost,
  'apply-update': applyUpdate,
  'roll-back': rollBack,
} satisfies Record<ActionId, AnyAction>;
