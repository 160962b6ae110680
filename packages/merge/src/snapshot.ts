import { z } from 'zod';
import { siteRecord } from './record.ts';

/** A site's whole configuration at one moment; the baseline of an update is one taken when provisioning ended. */
export const snapshot = z.strictObject({
  version: z.literal(1),
  environment: z.string(),
  website: z.guid(),
  /** LCID of the base language: names are localised, so only snapshots of one language can be matched. */
  language: z.number().int(),
  model: z.enum(['standard', 'enhanced']),
  capturedAt: z.iso.datetime(),
  /** `inferred`: a baseline put together from rows that nobody touched, because none was taken in time. */
  origin: z.enum(['captured', 'inferred']),
  /** Managed solutions with their versions, as a label: a template's content tells more than its version. */
  solutions: z.array(z.strictObject({ name: z.string(), version: z.string() })),
  records: z.array(siteRecord),
});
export type Snapshot = z.output<typeof snapshot>;
