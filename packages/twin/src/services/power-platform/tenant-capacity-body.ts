import type { Platform } from '../../world/platform.ts';

/** Storage of a tenant as recorded (terraform-provider-power-platform, capacity), without where it comes from. */
export function tenantCapacityBody(tenant: string, stored: Platform['storage'][string], now: Date) {
  // Figures are some hours old.
  const updated = new Date(now.getTime() - 6 * 3_600_000).toISOString().replace('Z', '+00:00');
  const short = stored.filter(({ total, used }) => used > total);
  return {
    tenantId: tenant,
    licenseModelType: 'StorageDriven',
    capacitySummary: {
      status: short.length > 0 ? 'Overflow' : 'Available',
      statusMessage:
        short.length > 0
          ? 'You have exceeded your capacity.'
          : 'You have available capacity across all storage types.',
      statusMessageCode: short.length > 0 ? 'CapacityOverflow' : 'AllCapacityAvailable',
      finOpsStatus: 'None',
      finOpsStatusMessage: 'Finance and Operations Storage Capacity Usage reporting is in preview.',
      finOpsStatusMessageCode: 'FinOpsNotAvailable',
    },
    tenantCapacities: stored.map(({ type, total, used }) => ({
      capacityType: type,
      capacityUnits: 'MB',
      totalCapacity: total,
      maxCapacity: 0,
      consumption: { actual: used, rated: used, actualUpdatedOn: updated, ratedUpdatedOn: updated },
      status: used > total ? 'Overflow' : 'Available',
      overflowCapacity: [],
      capacityEntitlements: [],
    })),
  };
}
