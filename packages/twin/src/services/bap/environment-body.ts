import { addressOf } from '../../addresses.ts';
import { islands } from '../../dual-write/islands.ts';
import type { Environment } from '../../world/platform.ts';
import type { World } from '../../world.ts';
import { billingPolicyBody } from './billing-policy-body.ts';
import { linkedDataverse } from './linked-dataverse.ts';
import { seconds, ticks } from './ticks.ts';

export interface Asked {
  readonly expand: string;
  /** One environment, or all: some parts come only with one. */
  readonly one: boolean;
}

/** An environment as recorded: the same keys, and the same ones missing. */
export function environmentBody(world: World, environment: Environment, { expand, one }: Asked) {
  const developer = environment.sku === 'Developer';
  const created = Date.parse(environment.createdAt);
  const policy = world.state.platform.billing[environment.id];
  const updated = seconds(world.clock.now().getTime() - 6 * 3_600_000);
  return {
    id: `/providers/Microsoft.BusinessAppPlatform/scopes/admin/environments/${environment.id}`,
    type: 'Microsoft.BusinessAppPlatform/scopes/environments',
    location: environment.location,
    name: environment.id,
    properties: {
      tenantId: environment.tenant,
      azureRegion: environment.region,
      displayName: environment.name,
      ...(one ? {} : { description: `${environment.sku} environment` }),
      createdTime: ticks(created),
      ...(environment.group ? { parentEnvironmentGroup: { id: environment.group } } : {}),
      createdBy: createdBy(world, environment),
      ...(developer ? { usedBy: usedBy(world, environment) } : {}),
      ...(expand.includes('billingPolicy') ? billing(world, environment, policy, one) : {}),
      ...(developer ? {} : { lastModifiedTime: ticks(created + 7315) }),
      provisioningState: environment.provisioning ?? 'Succeeded',
      creationType: developer ? 'Developer' : environment.sku === 'Default' ? 'DefaultTenant' : 'User',
      environmentSku: environment.sku,
      isDefault: environment.sku === 'Default',
      ...(one && expand.includes('capacity') ? { capacity: capacity(updated), addons: [] } : {}),
      clientUris: {
        admin: `${addressOf(world, 'admin')}/environments/environment/${environment.id}/hub`,
        maker: `${addressOf(world, 'make')}/environments/${environment.id}/home`,
      },
      runtimeEndpoints: runtimeEndpoints(world, environment),
      databaseType: 'CommonDataService',
      linkedEnvironmentMetadata: linkedDataverse(world, environment),
      // No raw answer was published: the three texts are what two shipping clients read.
      ...(environment.finance
        ? {
            linkedAppMetadata: {
              ...environment.finance,
              url: `${environment.finance.url}:${world.port}/`,
            },
          }
        : {}),
      trialScenarioType: 'None',
      ...(developer ? {} : { notificationMetadata: { state: 'NotSpecified', branding: 'NotSpecific' } }),
      retentionPeriod: 'P7D',
      states: {
        management: { id: developer ? 'NotSpecified' : 'Ready' },
        runtime: {
          runtimeReasonCode: 'NotSpecified',
          requestedBy: { displayName: 'SYSTEM', type: 'NotSpecified' },
          id: environment.runtime,
        },
      },
      updateCadence: { id: developer || one ? 'Moderate' : 'Frequent' },
      ...(developer || one ? {} : copilot),
      retentionDetails: {
        retentionPeriod: 'P7D',
        backupsAvailableFromDateTime: ticks(world.clock.now().getTime() - 7 * 86_400_000),
      },
      protectionStatus: { keyManagedBy: 'Microsoft' },
      cluster: {
        category: 'Prod',
        number: '107',
        ...recordedIsland(world),
        geoShortName: 'EU',
        environment: 'Prod',
      },
      connectedGroups: [],
      lifecycleOperationsEnforcement: enforcement(environment, one),
      governanceConfiguration: { protectionLevel: 'Basic' },
    },
  };
}

function recordedIsland({ state }: World) {
  const island = islands[state.switches.recordedIsland];
  return island ? { uriSuffix: `${island}.gateway.prod.island` } : {};
}

const copilot = {
  bingChatEnabled: true,
  m365Enabled: true,
  copilotPolicies: {
    crossGeoCopilotDataMovementEnabled: true,
    crossBoundaryCopilotDataMovementEnabled: true,
  },
};

const system = { id: 'SYSTEM', displayName: 'SYSTEM', type: 'NotSpecified' };
const creator = (world: World, { tenant }: Environment) =>
  world.state.directory.people.find((person) => person.tenant === tenant);

function createdBy(world: World, environment: Environment) {
  const person = creator(world, environment);
  if (environment.sku === 'Developer' || environment.sku === 'Default' || !person) return system;
  const { id, name, tenant, userName } = person;
  return {
    id,
    displayName: name,
    email: userName,
    type: 'User',
    tenantId: tenant,
    userPrincipalName: userName,
  };
}

function usedBy(world: World, environment: Environment) {
  const person = creator(world, environment);
  return {
    id: person?.id ?? '',
    type: 'User',
    tenantId: environment.tenant,
    userPrincipalName: person?.userName ?? '',
  };
}

/** In a list only who has one shows one; one environment alone shows an empty id. */
function billing(world: World, environment: Environment, policy: string | undefined, one: boolean) {
  if (policy) return { billingPolicy: billingPolicyBody(world, environment, policy) };
  return one ? { billingPolicy: { id: '' } } : {};
}

const capacity = (updatedOn: string) =>
  (
    [
      ['Database', 885.04, 1024.5],
      ['File', 1187.14, 1187.14],
      ['Log', 0, 0],
      ['FinOpsDatabase', 0, 0],
      ['FinOpsFile', 0, 0],
    ] as const
  ).map(([capacityType, actualConsumption, ratedConsumption]) => ({
    capacityType,
    actualConsumption,
    ratedConsumption,
    capacityUnit: 'MB',
    updatedOn,
  }));

function runtimeEndpoints(world: World, { location }: Environment) {
  const bap = addressOf(world, `${location}.bap`);
  return {
    'microsoft.BusinessAppPlatform': bap,
    'microsoft.CommonDataModel': `https://${location}.api.cds.microsoft.com`,
    'microsoft.PowerApps': `https://${location}.api.powerapps.com`,
    'microsoft.PowerAppsAdvisor': `https://${location}.api.advisor.powerapps.com`,
    'microsoft.PowerVirtualAgents': 'https://powervamg.eu-il107.gateway.prod.island.powerapps.com',
    'microsoft.ApiManagement': `https://management.${location.toUpperCase()}.azure-apihub.net`,
    'microsoft.Flow': 'https://emea.api.flow.microsoft.com',
  };
}

function enforcement(environment: Environment, one: boolean) {
  if (one && !environment.organization)
    return {
      allowedOperations: ['DisableGovernanceConfiguration', 'UpdateGovernanceConfiguration'].map((id) => ({
        type: { id },
        reason: {
          message: `${id} cannot be performed on Power Platform environment because of the governance configuration.`,
          type: 'GovernanceConfig',
        },
      })),
    };
  return {
    allowedOperations: [{ type: { id: 'Move' } }],
    ...(environment.organization
      ? {}
      : {
          disallowedOperations: [
            {
              type: { id: 'Provision' },
              reason: {
                message:
                  'Provision cannot be performed because there is no linked CDS instance or the CDS instance version is not supported.',
                type: 'CdsLink',
              },
            },
          ],
        }),
  };
}
