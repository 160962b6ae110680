import { z } from 'zod';
import { apiVersion } from '../api-version.ts';
import { operationAnswer } from '../operation.ts';
import { defineService } from '../service.ts';

const text = z.string().nullish();
const number = z.number().nullish();

/** A Power Pages site. Field by field as recorded; the documentation has fewer. */
export const website = z.looseObject({
  /** The portal's id: what routes take. Not the record's in Dataverse. */
  id: z.string(),
  websiteRecordId: text,
  name: text,
  /** Without a zone; UTC. */
  createdOn: text,
  /** Not known to echo what was asked for: real sites read back `DefaultPortalTemplate`. */
  templateName: text,
  websiteUrl: text,
  subdomain: text,
  environmentId: text,
  dataverseOrganizationId: text,
  /** With a trailing slash. */
  dataverseInstanceUrl: text,
  selectedBaseLanguage: number,
  /** `Installed`, `Installing`… : the states of an application package. */
  packageInstallStatus: text,
  packageVersion: text,
  /** `Trial` or `Production`. */
  type: text,
  trialExpiringInDays: number,
  suspendedWebsiteDeletingInDays: number,
  /** `OperationComplete`, but `StateConfigured` was seen live too; an unknown one is never a failure. */
  status: text,
  siteVisibility: text,
  /** Domains of the site's own, beside the address it was made with. */
  customHostNames: z.array(z.string()).nullish(),
  /** `Standard` or `Enhanced`; not in the documentation. */
  dataModel: text,
  ownerId: text,
});
export type Website = z.output<typeof website>;

const root = '/powerpages/environments/{environment}';
// The version that documents `CustomerPortal`; older clients send 2022-03-01-preview.
const version = apiVersion('2024-10-01');
const documented =
  'Power Pages documentation, admin/admin-api; Power Platform REST reference, powerpages/websites';

/** Power Pages administration. For signed-in people only: service principals aren't supported (admin/admin-api). */
export const websites = defineService({
  name: 'Power Pages',
  base: (cloud) => cloud.bases.powerPlatform,
  audience: (cloud) => cloud.audiences.powerPlatform,
  endpoints: {
    listWebsites: {
      method: 'GET',
      path: `${root}/websites`,
      summary: 'The sites of an environment, page by page',
      query: version.extend({ skip: z.string().optional() }),
      answer: z.looseObject({ value: z.array(website), '@odata.nextLink': text }),
      effect: 'safe',
      source: 'pnp/cli-microsoft365, src/utils/powerPlatform.spec.ts',
      standing: 'documented',
    },
    getWebsite: {
      method: 'GET',
      path: `${root}/websites/{website}`,
      summary: 'One site',
      query: version,
      answer: website,
      absent: true,
      effect: 'safe',
      source: documented,
      standing: 'documented',
    },
    createWebsite: {
      method: 'POST',
      path: `${root}/websites`,
      summary: 'Create a site from a template; found again by its subdomain, never sent twice',
      query: version,
      body: z.object({
        dataverseOrganizationId: z.string(),
        name: z.string(),
        /** LCID. */
        selectedBaseLanguage: z.number(),
        subdomain: z.string(),
        templateName: z.string(),
        /** Binds the new host to a website record that exists already. */
        websiteRecordId: z.string().optional(),
      }),
      answer: z.unknown(),
      effect: 'keyed',
      starts: true,
      source: documented,
      standing: 'documented',
    },
    getOperation: {
      method: 'GET',
      // Only followed at the address that a start gave: the path itself isn't documented.
      path: `${root}/operations/{operation}`,
      summary: 'How the creation, conversion or deletion of a site goes',
      answer: operationAnswer,
      busy: true,
      effect: 'safe',
      source: 'microsoft/power-platform-skills, activate-site: how it reads the body; no body was published',
      standing: 'inferred',
    },
    deleteWebsite: {
      method: 'DELETE',
      path: `${root}/websites/{website}`,
      summary: 'Delete a site’s host; its record, pages and solutions stay in Dataverse',
      query: version,
      answer: z.unknown(),
      effect: 'keyed',
      starts: true,
      source: documented,
      standing: 'documented',
    },
    restartWebsite: {
      method: 'POST',
      path: `${root}/websites/{website}/restart`,
      summary: 'Restart a site; it takes effect after a minute or two',
      query: version,
      answer: z.unknown(),
      effect: 'unsafe',
      source: documented,
      standing: 'documented',
    },
    startWebsite: {
      method: 'POST',
      path: `${root}/websites/{website}/start`,
      summary: 'Start a site that somebody shut down; it takes effect after a minute or two',
      query: version,
      answer: z.unknown(),
      effect: 'unsafe',
      source: documented,
      standing: 'documented',
    },
    stopWebsite: {
      method: 'POST',
      path: `${root}/websites/{website}/stop`,
      summary: 'Shut a site down; its address says so until it is started',
      query: version,
      answer: z.unknown(),
      effect: 'unsafe',
      source: documented,
      standing: 'documented',
    },
    convertToProduction: {
      method: 'POST',
      path: `${root}/websites/{website}/convertToProduction`,
      summary: 'Make a trial, running or suspended, a production site; there is no way back',
      query: version,
      body: z.object({
        EnableCDN: z.boolean(),
        EnableWAF: z.boolean(),
        /** The licence of before 2019; otherwise capacity or pay-as-you-go. */
        UseDynamics365PortalAddOnLicense: z.boolean(),
      }),
      answer: z.unknown(),
      // Its effect is in the list: `type` reads `Production`.
      effect: 'keyed',
      starts: true,
      source: 'Power Platform REST reference and CLI, powerpages/websites',
      standing: 'documented',
    },
    updateSiteVisibility: {
      method: 'POST',
      path: `${root}/websites/{website}/updateSiteVisibility`,
      summary: 'Make a site public or private; it restarts',
      // In the address, not in the body; sent in small letters, as recorded sites read.
      query: version.extend({ siteVisibility: z.enum(['public', 'private']) }),
      answer: z.unknown(),
      effect: 'keyed',
      source: documented,
      standing: 'documented',
    },
    findGovernancePolicy: {
      method: 'GET',
      path: `${root}/governance/{policy}`,
      summary: 'What a governance control says in this environment: None, All, Include or Exclude',
      query: version,
      /** A bare text. */
      answer: z.union([z.string(), z.boolean()]),
      // Nobody has ever set it.
      absent: true,
      effect: 'safe',
      source: 'microsoft/powerplatform-vscode, governance of site visibility',
      standing: 'observed',
    },
    findGovernanceDetails: {
      method: 'GET',
      path: `${root}/governance/{policy}/details`,
      summary: 'The sites that a governance control includes or leaves out',
      query: version,
      answer: z.looseObject({
        IncludedSites: z.array(z.string()).nullish(),
        ExcludedSites: z.array(z.string()).nullish(),
      }),
      absent: true,
      effect: 'safe',
      source: 'microsoft/power-platform-skills, which calls this contract assumed',
      standing: 'inferred',
    },
  },
});
