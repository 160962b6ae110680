import { capacity } from '@portico/microsoft/services/capacity';
import { isServiceAdministrator } from '../platform/rights.ts';
import { type Call, Refused, type ServiceTwin } from '../serve.ts';
import { billingPolicyBody } from './bap/billing-policy-body.ts';
import { allow, environmentOf, gateway } from './power-platform/gateway.ts';
import { tenantCapacityBody } from './power-platform/tenant-capacity-body.ts';

const allocations = ['Licensing.Allocations.Read', 'Licensing.Allocations.ReadWrite'];
const policies = ['Licensing.BillingPolicies.Read', 'Licensing.BillingPolicies.ReadWrite'];

/** The kinds that matter to a site; others are only there when something was bought. */
const kinds = ['PowerPagesAuthenticated', 'PowerPagesAnonymous'];

export const capacityTwin: ServiceTwin<typeof capacity.endpoints> = {
  ...gateway,
  name: capacity.name,
  endpoints: capacity.endpoints,
  handlers: {
    listCurrencyReports: ({ context }) => {
      enter(context, allocations);
      const { platform, switches } = context.world.state;
      const rows = platform.capacity[context.caller.tenant] ?? [];
      // Figures are of the day before, up to 24 hours late.
      const lastUpdatedDay = `${new Date(context.world.clock.now().getTime() - 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`;
      const none = kinds
        .filter((type) => switches.emptyCapacity === 'zero' && !rows.some((row) => row.type === type))
        .map((type) => ({ type, purchased: 0, allocated: 0, consumed: 0 }));
      return [...rows, ...none].map(({ type, purchased, allocated, consumed }) => ({
        currencyType: type,
        purchased,
        allocated,
        consumed: { unitsConsumed: consumed, lastUpdatedDay },
      }));
    },
    getTenantCapacity: ({ context }) => {
      enter(context, allocations);
      const stored = context.world.state.platform.storage[context.caller.tenant] ?? [];
      return tenantCapacityBody(context.caller.tenant, stored, context.world.clock.now());
    },
    getAllocations: ({ params, context }) => {
      enter(context, allocations);
      const environment = environmentOf(context, params.environment, notFound);
      return {
        environmentId: environment.id,
        currencyAllocations: (context.world.state.platform.allocations[environment.id] ?? []).map(
          ({ type, allocated }) => ({ currencyType: type, allocated }),
        ),
      };
    },
    findBillingPolicy: ({ params, context }) => {
      enter(context, policies);
      const environment = environmentOf(context, params.environment, notFound);
      const policy = context.world.state.platform.billing[environment.id];
      return policy ? billingPolicyBody(context.world, environment, policy) : notFound();
    },
  },
};

const notFound = (): never => {
  throw new Refused(404, { code: 'NotFound', message: 'The resource was not found.' });
};

/** Some of these routes refuse without a body; who isn't an administrator learns nothing more. */
function enter(context: Call, scopes: readonly string[]): void {
  allow(context, scopes);
  if (!isServiceAdministrator(context.caller.person)) throw new Refused(403, undefined);
}
