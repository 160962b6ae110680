import { z } from 'zod';

/**
 * A site's configuration as the merge sees it: records with natural keys, so that two sites of one template
 * compare although they share no id (13 measured exports: none in common).
 */
export const siteRecord = z.strictObject({
  /** Logical name: `adx_webpage`. */
  table: z.string(),
  /** The record's id in its own environment; means nothing in another. */
  id: z.guid(),
  /** What a person would call the same record elsewhere: for a page its path and language. */
  key: z.string(),
  /** Of the row as it was read; a write goes through only while it still holds. */
  etag: z.string().optional(),
  /** Scalars, choices and texts by column; noise such as dates of change is left out. */
  fields: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  /** Lookups by column, as natural keys of their targets. */
  refs: z.record(z.string(), z.string()),
  /** Many-to-many sets by relationship, as natural keys. */
  sets: z.record(z.string(), z.array(z.string())),
  /** SHA-256 of a file's body, for web files. */
  body: z.hash('sha256').optional(),
});
export type SiteRecord = z.output<typeof siteRecord>;
