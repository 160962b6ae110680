import { controlSite } from '../control/site.ts';
import { adminCentrePages } from '../pages/admin-centre.ts';
import { dualWritePages } from '../pages/dual-write.ts';
import { makerPages } from '../pages/maker.ts';
import { serve, type Site } from '../serve.ts';
import type { Keys } from '../tokens.ts';
import type { World } from '../world.ts';
import { applicationPackagesTwin } from './application-packages.ts';
import { bapTwin } from './bap.ts';
import { dataverseTwin } from './dataverse.ts';
import { dualWriteTwin } from './dual-write.ts';
import { financeOperationsTwin } from './finance-operations.ts';
import { graphTwin } from './graph.ts';
import { capacityTwin } from './capacity.ts';
import { signInSite } from './identity/site.ts';
import { portalSite } from './portal.ts';
import { routeNotFound } from './power-platform/route-not-found.ts';
import { websitesTwin } from './websites.ts';

/** Everything that answers in the twin, by host; several may share one, and are asked in this order. */
export const sites = (world: World, keys: Keys): readonly Site[] => [
  signInSite(world, keys),
  serve(world, keys, graphTwin),
  serve(world, keys, bapTwin),
  serve(world, keys, websitesTwin),
  serve(world, keys, applicationPackagesTwin),
  serve(world, keys, capacityTwin),
  serve(world, keys, dataverseTwin),
  serve(world, keys, financeOperationsTwin),
  serve(world, keys, dualWriteTwin),
  routeNotFound,
  portalSite(world),
  makerPages(world),
  adminCentrePages(world),
  dualWritePages(world),
  controlSite(world),
];
