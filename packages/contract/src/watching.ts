import { z } from 'zod';
import { updateWrites } from './update.ts';

const time = z.iso.datetime();

/** A template that a set-up of the tenant has met, by reading a site or by being given a file or a folder. */
const metTemplate = z.object({
  /** By which it is chosen, and what it would come to is asked for. */
  id: z.string(),
  fingerprint: z.string(),
  /** Of the site, or of the file or folder. */
  name: z.string(),
  from: z.enum(['site', 'file', 'folder']),
  /** When it was met first. Nobody tells when Microsoft published it. */
  seen: time,
  /** The title of the set-up that has it. */
  setUp: z.string(),
  /** Records that somebody had changed where it was read: they would be taken for Microsoft’s. */
  touched: z.number(),
});
export type MetTemplate = z.output<typeof metTemplate>;

/** A site that is kept as its template made it, and what that was. */
const watchedSite = z.object({
  run: z.string(),
  title: z.string(),
  stands: z.object({
    fingerprint: z.string(),
    /** When the site was kept as it was made, or took the template over. */
    since: time,
    /** When the site was made, where that is known. */
    made: time.optional(),
    /** `made`: what it was made from; `taken-over`: by an update since; `unknown`: nobody kept it when it was made. */
    by: z.enum(['made', 'taken-over', 'unknown']),
    /** Of the template that was taken over. */
    name: z.string().optional(),
  }),
  /** When the site was looked at last. */
  looked: time.optional(),
  /** The newest template that was met after the one it stands on. */
  newer: metTemplate.optional(),
  /** It is compared with that one already: what is decided so far counts. */
  compared: z.literal(true).optional(),
});
export type WatchedSite = z.output<typeof watchedSite>;

export const watching = z.object({
  /** By title. */
  sites: z.array(watchedSite),
  /** Set-ups whose site nobody has kept yet. */
  others: z.number(),
});
export type Watching = z.output<typeof watching>;

/** What taking a template over would come to, by what was read last: never more than a prediction. In records. */
export const prediction = z.object({
  /** When the site was looked at last. */
  looked: time,
  /** As it is decided so far. */
  writes: updateWrites,
  /** What a person has to decide: conflicts, rights, texts with a fault, and which record is which. */
  decide: z.number(),
});
export type Prediction = z.output<typeof prediction>;
