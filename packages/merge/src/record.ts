import { z } from 'zod';

/** What a column holds when it holds something; null, an empty text and the column's default are absent. */
export const scalar = z.union([z.string(), z.number(), z.boolean()]);
export type Scalar = z.output<typeof scalar>;

/** What a web file holds: its text where it is one, else the SHA-256 of its bytes. */
const body = z.union([z.strictObject({ text: z.string() }), z.strictObject({ hash: z.hash('sha256') })]);

/**
 * A row of a site's configuration as it was read, without what is never somebody's intention. Ids are those of its own
 * environment; who it is elsewhere is found by `match`, never by id.
 */
export const siteRecord = z.strictObject({
  /** Logical name: `adx_webpage`. */
  table: z.string(),
  id: z.guid(),
  /** Of the row as it was read; a write goes through only while it still holds. */
  etag: z.string().optional(),
  /** Scalars, choices and texts by column. Texts keep their line ends; comparing doesn't see them. */
  fields: z.record(z.string(), scalar),
  /** Lookups by column. */
  refs: z.record(z.string(), z.guid()),
  /** Many-to-many sets by relationship, in any order. */
  sets: z.record(z.string(), z.array(z.guid())),
  body: body.optional(),
  /** Deactivated, or deleted in the studio, which deactivates and renames: not there, for the site. */
  inactive: z.literal(true).optional(),
  /** Nobody changed it since it was made, as far as its dates tell. */
  untouched: z.boolean().optional(),
});
export type SiteRecord = z.output<typeof siteRecord>;
