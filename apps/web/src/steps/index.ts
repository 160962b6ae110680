import type { StepId } from '@portico/contract/plan';
import { access } from './access.tsx';
import { dualWrite } from './dual-write.tsx';
import { environment } from './environment.tsx';
import { firstUsers } from './first-users.tsx';
import { goLive } from './go-live.tsx';
import { licensing } from './licensing.tsx';
import { orderReadiness } from './order-readiness.tsx';
import { portalSite } from './portal-site.tsx';
import { report } from './report.tsx';
import type { StepView } from './step-view.ts';
import { testOrder } from './test-order.tsx';
import { tableMaps } from './table-maps.tsx';
import { update } from './update.tsx';

/** Every step of the plan has a screen; a missing or surplus one doesn't compile. */
export const steps = {
  environment,
  access,
  licensing,
  'dual-write': dualWrite,
  'table-maps': tableMaps,
  'order-readiness': orderReadiness,
  'portal-site': portalSite,
  'first-users': firstUsers,
  'test-order': testOrder,
  'go-live': goLive,
  report,
  update,
} satisfies Record<StepId, StepView>;
