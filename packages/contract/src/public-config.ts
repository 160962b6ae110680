import { z } from 'zod';

/** What the browser is told at run time: one build serves many tenants and clouds. Nothing in it is secret. */
export const publicConfig = z.object({
  cloud: z.object({
    id: z.string(),
    /** True on the twin: each page says that this is a rehearsal. */
    rehearsal: z.boolean(),
    /** Of the world as it is now, in plain words: another one may have been begun. */
    scenario: z.string().optional(),
    /** How many times as fast as here time passes there; 0: it stands still. */
    speed: z.number().optional(),
    /** The twin's own page: scenario, speed, faults. */
    controlUrl: z.string().optional(),
    /** What a new site's address begins and ends with: `https:`, `powerappsportals.com`. */
    siteScheme: z.string(),
    siteDomain: z.string(),
    /** Where dual-write gateways are: origins, `*` for one label of the host. */
    gateways: z.array(z.string()),
  }),
  signIn: z.object({
    clientId: z.string(),
    authority: z.string(),
    apiScope: z.string(),
    knownAuthorities: z.array(z.string()),
    /** Only where the authority can't be discovered by the library itself. */
    authorityMetadata: z.string().optional(),
    /** Where an administrator consents; `{tenant}` in it stands for the id of the tenant. */
    consentLink: z.string(),
    /** Addresses the sign-in library may connect to and frame, for the content security policy. */
    origins: z.array(z.string()),
  }),
  version: z.string(),
});

export type PublicConfig = z.output<typeof publicConfig>;
