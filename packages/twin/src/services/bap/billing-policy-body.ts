import type { Environment } from '../../world/platform.ts';
import type { World } from '../../world.ts';
import { seconds } from './ticks.ts';

const enabled = { payAsYouGoState: 'Enabled' };

/** A pay-as-you-go policy as recorded inside an environment. */
export function billingPolicyBody(world: World, environment: Environment, id: string) {
  const person = { id: world.state.directory.people[0]?.id ?? '', type: 'User' };
  const at = seconds(environment.createdAt);
  const subscription = '00000000-0000-0000-0000-000000000000';
  return {
    id,
    name: 'Pay as you go',
    type: 'TenantOwned',
    status: 'Enabled',
    location: environment.location,
    powerAutomatePolicy: {
      cloudFlowRunsPayAsYouGoState: 'Enabled',
      desktopFlowUnattendedRunsPayAsYouGoState: 'Enabled',
      desktopFlowAttendedRunsPayAsYouGoState: 'Enabled',
    },
    powerAppsPolicy: enabled,
    storagePolicy: enabled,
    powerPlatformRequestsPolicy: enabled,
    powerPagesPolicy: enabled,
    powerVirtualAgentPolicy: enabled,
    billingInstrument: {
      subscriptionId: subscription,
      resourceGroup: 'rg-portal',
      location: environment.location,
      id: `/subscriptions/${subscription}/resourceGroups/rg-portal/providers/Microsoft.PowerPlatform/accounts/portal`,
      provisioningStatus: 'Succeeded',
    },
    createdOn: at,
    createdBy: person,
    lastModifiedOn: at,
    lastModifiedBy: person,
  };
}
