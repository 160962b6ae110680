import { z } from 'zod';
import { apiVersion } from '../api-version.ts';
import { operationAnswer } from '../operation.ts';
import { defineService } from '../service.ts';

const text = z.string().nullish();

const packageError = z.looseObject({
  errorName: text,
  /** Documented as a number, recorded as a string (`0x80040216`). */
  errorCode: z.union([z.string(), z.number()]).nullish(),
  message: text,
  statusCode: z.number().nullish(),
});

/** A package of an environment's catalogue. `version` is the catalogue's: Dataverse's solutions tell what is installed. */
export const applicationPackage = z
  .looseObject({
    id: text,
    /** What an installation is asked by; the id is refused. */
    uniqueName: z.string(),
    version: text,
    localizedName: text,
    applicationId: text,
    applicationName: text,
    publisherName: text,
    /** Only `Installed` and `TemplateInstalled` mean installed. */
    state: z.string(),
    // Two spellings: the recorded one, and that of the 2024-10-01 documentation.
    errorDetails: packageError.nullish(),
    lastError: packageError.nullish(),
  })
  .transform((found) => ({ ...found, ...reasonOf(found.errorDetails ?? found.lastError) }));
export type ApplicationPackage = z.output<typeof applicationPackage>;

/** Why the last installation failed, in Microsoft's words. */
function reasonOf(error: z.output<typeof packageError> | null | undefined): { error?: string } {
  const said = error?.message ?? error?.errorName ?? error?.errorCode;
  return said === undefined || said === null ? {} : { error: String(said) };
}

const root = '/appmanagement/environments/{environment}';
// The version that the recorded answers are of; 2024-10-01 renames three fields.
const version = apiVersion('2022-03-01-preview');
const terraform = 'microsoft/terraform-provider-power-platform, internal/services/application';

/** The applications that can be, or are, installed in an environment. */
export const applicationPackages = defineService({
  name: 'Power Platform applications',
  base: (cloud) => cloud.bases.powerPlatform,
  audience: (cloud) => cloud.audiences.powerPlatform,
  endpoints: {
    listPackages: {
      method: 'GET',
      path: `${root}/applicationPackages`,
      summary: 'The packages of an environment',
      query: version.extend({ appInstallState: z.string().optional(), lcid: z.string().optional() }),
      answer: z.looseObject({ value: z.array(applicationPackage), '@odata.nextLink': text }),
      effect: 'safe',
      source: terraform,
      standing: 'documented',
    },
    installPackage: {
      method: 'POST',
      path: `${root}/applicationPackages/{package}/install`,
      summary: 'Install a package, or bring it to the version of the catalogue; found again by its state',
      query: version,
      // 202 without a body, or 200 with the package and its operation inside; clients saw both.
      answer: z
        .looseObject({ lastOperation: z.looseObject({ operationId: text, state: text }).nullish() })
        .optional(),
      // Something is being installed already.
      busy: true,
      effect: 'keyed',
      starts: true,
      source: terraform,
      standing: 'documented',
    },
    getOperation: {
      method: 'GET',
      path: `${root}/operations/{operation}`,
      summary: 'How an installation goes, at the address its start gave',
      query: version,
      answer: operationAnswer,
      busy: true,
      effect: 'safe',
      source: terraform,
      standing: 'observed',
    },
  },
});
