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
      summary: 'How the creation of a site goes',
      answer: operationAnswer,
      busy: true,
      effect: 'safe',
      source: 'microsoft/power-platform-skills, activate-site: how it reads the body; no body was published',
      standing: 'inferred',
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
  },
});
