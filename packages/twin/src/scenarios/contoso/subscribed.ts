import { guid } from '../../world.ts';
import type { Sku } from './skus.ts';

interface Bought {
  readonly enabled: number;
  /** Past its end, in the days of grace. */
  readonly warning?: number;
  readonly suspended?: number;
  readonly lockedOut?: number;
  /** Assigned to people. */
  readonly consumed?: number;
}

/** One row of Graph's `subscribedSkus`. */
export function subscribed(
  tenant: { readonly id: string; readonly name: string },
  sku: Sku,
  { enabled, warning = 0, suspended = 0, lockedOut = 0, consumed = 0 }: Bought,
) {
  return {
    id: `${tenant.id}_${sku.id}`,
    accountId: tenant.id,
    accountName: tenant.name.toLowerCase(),
    skuId: sku.id,
    skuPartNumber: sku.partNumber,
    appliesTo: sku.appliesTo,
    capabilityStatus: status({ enabled, warning, lockedOut }),
    consumedUnits: consumed,
    prepaidUnits: { enabled, suspended, warning, lockedOut },
    // One made-up subscription per product, the same in each run.
    subscriptionIds: [guid(Number.parseInt(sku.id.slice(0, 6), 16))],
    servicePlans: Object.entries(sku.plans).map(([servicePlanName, servicePlanId]) => ({
      servicePlanId,
      servicePlanName,
      provisioningStatus: enabled + warning > 0 ? 'Success' : 'Disabled',
      appliesTo: sku.appliesTo,
    })),
  };
}

function status({ enabled, warning, lockedOut }: { enabled: number; warning: number; lockedOut: number }) {
  if (enabled > 0) return 'Enabled';
  if (warning > 0) return 'Warning';
  return lockedOut > 0 ? 'LockedOut' : 'Suspended';
}
