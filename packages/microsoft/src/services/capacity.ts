import { z } from 'zod';
import { apiVersion } from '../api-version.ts';
import { defineService } from '../service.ts';
import { count, listOf } from '../wire.ts';

const text = z.string().nullish();

/** What a tenant bought of one kind: `PowerPagesAuthenticated` counts users. Figures are daily. */
export const currencyReport = z.looseObject({
  currencyType: z.string(),
  purchased: count,
  allocated: count,
  consumed: z.looseObject({ unitsConsumed: count, lastUpdatedDay: text }).nullish(),
});

export type CurrencyReport = z.output<typeof currencyReport>;

// A field report says that versions are per route; this one is documented for all three.
const version = apiVersion('2024-10-01');
const documented = 'Power Platform REST reference, licensing';

/**
 * Power Platform licensing: the only source that proves Power Pages capacity (packs are partly missing from lists of
 * products, pay-as-you-go has no product at all, and allocation is per environment).
 */
export const capacity = defineService({
  name: 'Power Platform licensing',
  base: (cloud) => cloud.bases.powerPlatform,
  audience: (cloud) => cloud.audiences.powerPlatform,
  endpoints: {
    listCurrencyReports: {
      method: 'GET',
      path: '/licensing/tenantCapacity/currencyReports',
      summary: 'What the tenant bought, allocated and used, by kind',
      query: version.extend({
        includeAllocations: z.string().default('true'),
        includeConsumptions: z.string().default('true'),
      }),
      answer: listOf(currencyReport),
      effect: 'safe',
      source: documented,
      standing: 'documented',
    },
    getTenantCapacity: {
      method: 'GET',
      path: '/licensing/tenantCapacity',
      summary: 'Storage that the tenant may use and uses, by kind',
      query: version,
      answer: z.looseObject({
        tenantCapacities: z.array(
          z.looseObject({
            /** Database, File, Log; trials have kinds of their own. */
            capacityType: z.string(),
            /** MB for storage. */
            capacityUnits: text,
            totalCapacity: count,
            consumption: z.looseObject({ actual: count, rated: count, actualUpdatedOn: text }).nullish(),
          }),
        ),
      }),
      effect: 'safe',
      source: 'microsoft/terraform-provider-power-platform, internal/services/capacity',
      standing: 'observed',
    },
    getAllocations: {
      method: 'GET',
      path: '/licensing/environments/{environment}/allocations',
      summary: 'What is set aside for an environment',
      query: version,
      answer: z.looseObject({
        environmentId: text,
        currencyAllocations: z.array(z.looseObject({ currencyType: z.string(), allocated: count })),
      }),
      effect: 'safe',
      source: documented,
      standing: 'documented',
    },
    findBillingPolicy: {
      method: 'GET',
      path: '/licensing/environments/{environment}/billingPolicy',
      summary: 'The policy that pays for an environment as it goes; none: not pay-as-you-go',
      query: version,
      answer: z.looseObject({ id: text, name: text, type: text, status: text, location: text }),
      absent: true,
      effect: 'safe',
      source: 'microsoft/terraform-provider-power-platform, internal/services/licensing',
      standing: 'observed',
    },
  },
});
