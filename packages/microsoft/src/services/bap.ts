import { z } from 'zod';
import { apiVersion } from '../api-version.ts';
import { defineService } from '../service.ts';
import { count } from '../wire.ts';

const optionalText = z.string().nullish();
const state = z.looseObject({ id: optionalText });

/** The link to finance and operations. No raw answer was ever published, so everything is optional. */
const linkedApp = z.looseObject({ type: optionalText, id: optionalText, url: optionalText });

const linkedDataverse = z.looseObject({
  /** The Dataverse organization id. */
  resourceId: optionalText,
  friendlyName: optionalText,
  uniqueName: optionalText,
  domainName: optionalText,
  version: optionalText,
  /** With a trailing slash. */
  instanceUrl: optionalText,
  /** Without a trailing slash. */
  instanceApiUrl: optionalText,
  /** LCID. */
  baseLanguage: z.number().nullish(),
  instanceState: optionalText,
});

export const environment = z.looseObject({
  /** A GUID, or `Default-{tenant}`. */
  name: z.string(),
  location: optionalText,
  properties: z.looseObject({
    displayName: optionalText,
    tenantId: optionalText,
    azureRegion: optionalText,
    provisioningState: optionalText,
    environmentSku: optionalText,
    isDefault: z.boolean().nullish(),
    linkedEnvironmentMetadata: linkedDataverse.nullish(),
    linkedAppMetadata: linkedApp.nullish(),
    states: z.looseObject({ management: state.nullish(), runtime: state.nullish() }).nullish(),
    /** Where its services run: `eu-il107.gateway.prod.island`. */
    cluster: z.looseObject({ uriSuffix: optionalText }).nullish(),
    /** With `$expand`: what this environment stores, by kind (Database, File, Log…), in `capacityUnit`. */
    capacity: z
      .array(
        z.looseObject({ capacityType: z.string(), actualConsumption: count, capacityUnit: optionalText }),
      )
      .nullish(),
    billingPolicy: z
      .looseObject({
        id: optionalText,
        status: optionalText,
        powerPagesPolicy: z.looseObject({ payAsYouGoState: optionalText }).nullish(),
      })
      .nullish(),
    /** With `$expand`: what the caller may do, by name; a missing name is not granted. */
    permissions: z.record(z.string(), z.unknown()).nullish(),
  }),
});
export type Environment = z.output<typeof environment>;

/** A lifecycle operation. A failed one stops at its failing stage and carries no message. */
export const lifecycleOperation = z.looseObject({
  id: optionalText,
  type: state.nullish(),
  /** `NotStarted`, `Running`, `Succeeded`, `Failed`. */
  state: state.nullish(),
  createdDateTime: optionalText,
  lastActionDateTime: optionalText,
  stages: z.array(z.looseObject({ id: optionalText, state: state.nullish() })).nullish(),
});

const provider = '/providers/Microsoft.BusinessAppPlatform';
const terraform = 'microsoft/terraform-provider-power-platform, internal/services';
const pnp = 'pnp/cli-microsoft365, src/utils/powerPlatform.ts';

/** The Power Platform admin API (BAP): environments, tenant settings, lifecycle operations. */
export const bap = defineService({
  name: 'Power Platform admin',
  base: (cloud) => cloud.bases.bap,
  // The host is not the audience: tokens are for the PowerApps service (terraform provider, constants).
  audience: (cloud) => cloud.audiences.bap,
  // Operations are answered by regional hosts, such as europe.api.bap.microsoft.com.
  siblings: (cloud) => cloud.hosts.bap,
  endpoints: {
    listEnvironments: {
      method: 'GET',
      path: `${provider}/scopes/admin/environments`,
      summary: 'All environments that an administrator sees; 403 for everybody else',
      query: apiVersion('2023-06-01'),
      answer: z.looseObject({ value: z.array(environment) }),
      effect: 'safe',
      source: `${terraform}/environment`,
      standing: 'observed',
    },
    getEnvironment: {
      method: 'GET',
      path: `${provider}/scopes/admin/environments/{environment}`,
      summary: 'One environment, as an administrator sees it, with what it stores',
      query: apiVersion('2023-06-01').extend({
        $expand: z.string().default('permissions,properties.capacity,properties/billingPolicy'),
      }),
      answer: environment,
      absent: true,
      effect: 'safe',
      source: `${terraform}/environment`,
      standing: 'observed',
    },
    listMyEnvironments: {
      method: 'GET',
      path: `${provider}/environments`,
      summary: 'The environments that the caller belongs to: what a plain consultant may read',
      query: apiVersion('2020-10-01').extend({ $expand: z.string().default('properties.permissions') }),
      answer: z.looseObject({ value: z.array(environment) }),
      effect: 'safe',
      source: pnp,
      standing: 'observed',
    },
    getMyEnvironment: {
      method: 'GET',
      path: `${provider}/environments/{environment}`,
      summary: 'One environment that the caller belongs to; `~Default` is the default one',
      query: apiVersion('2020-10-01').extend({ $expand: z.string().default('properties.permissions') }),
      answer: environment,
      absent: true,
      effect: 'safe',
      source: pnp,
      standing: 'observed',
    },
    listTenantSettings: {
      method: 'POST',
      path: `${provider}/listTenantSettings`,
      summary: 'Tenant settings; a read in spite of its verb',
      query: apiVersion('2020-08-01'),
      answer: z.looseObject({
        disablePortalsCreationByNonAdminUsers: z.boolean().nullish(),
        powerPlatform: z
          .looseObject({
            // An absent value means allowed (Power Pages documentation, security/site-visibility).
            powerPages: z
              .looseObject({ enableSystemAdminsToChangeSiteVisibility: z.boolean().nullish() })
              .nullish(),
          })
          .nullish(),
      }),
      effect: 'safe',
      source: `${terraform}/tenant_settings`,
      standing: 'observed',
    },
    listLifecycleOperations: {
      method: 'GET',
      path: `${provider}/lifecycleOperations`,
      summary: 'What is done to an environment, and was',
      query: apiVersion('2024-05-01').extend({ $filter: z.string().optional() }),
      answer: z.looseObject({ value: z.array(lifecycleOperation) }),
      effect: 'safe',
      source: 'd365collaborative/d365bap.tools, Get-BapEnvironmentOperation.ps1',
      standing: 'observed',
    },
    getLifecycleOperation: {
      method: 'GET',
      path: `${provider}/lifecycleOperations/{operation}`,
      summary: 'How an operation goes, at the address its start gave',
      query: apiVersion('2023-06-01'),
      answer: lifecycleOperation,
      busy: true,
      effect: 'safe',
      source: `${terraform}/environment`,
      standing: 'observed',
    },
  },
});
