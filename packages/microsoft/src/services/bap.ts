import { z } from 'zod';
import { defineService } from '../service.ts';

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
    billingPolicy: z.looseObject({ id: optionalText }).nullish(),
  }),
});
export type Environment = z.output<typeof environment>;

const admin = '/providers/Microsoft.BusinessAppPlatform/scopes/admin';
const version = (pinned: string) => z.object({ 'api-version': z.string().default(pinned) });
const provider = 'microsoft/terraform-provider-power-platform, internal/services/environment';

/** The Power Platform admin API (BAP): environments, tenant settings, lifecycle operations. */
export const bap = defineService({
  name: 'Power Platform admin',
  base: (cloud) => cloud.bases.bap,
  // The host is not the audience: tokens are for the PowerApps service (terraform provider, constants).
  audience: (cloud) => cloud.audiences.bap,
  siblings: (cloud) => cloud.hosts.bap,
  endpoints: {
    listEnvironments: {
      method: 'GET',
      path: `${admin}/environments`,
      summary: 'All environments that an administrator sees',
      query: version('2023-06-01'),
      answer: z.looseObject({ value: z.array(environment) }),
      effect: 'safe',
      source: provider,
      standing: 'observed',
    },
    getEnvironment: {
      method: 'GET',
      path: `${admin}/environments/{environment}`,
      summary: 'One environment',
      query: version('2023-06-01'),
      answer: environment,
      absent: true,
      effect: 'safe',
      source: provider,
      standing: 'observed',
    },
    listTenantSettings: {
      method: 'POST',
      path: '/providers/Microsoft.BusinessAppPlatform/listTenantSettings',
      summary: 'Tenant settings; a read in spite of its verb',
      query: version('2020-08-01'),
      answer: z.looseObject({
        disablePortalsCreationByNonAdminUsers: z.boolean().nullish(),
        powerPlatform: z.looseObject({}).nullish(),
      }),
      effect: 'safe',
      source: 'microsoft/terraform-provider-power-platform, internal/services/tenant_settings',
      standing: 'observed',
    },
  },
});
