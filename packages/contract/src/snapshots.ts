import { z } from 'zod';
import { line } from './answers.ts';

/** What is kept of a site, and can be saved as a file. */
export const snapshotRoles = ['baseline', 'live', 'template'] as const;

/** Bytes of a snapshot on its way here. Sites hold 0.6 to 7 MB of files, and base64 adds a third. */
export const largestSnapshot = 32 * 1024 * 1024;

/** A folder of `pac pages download`, file by file. What a browser reads as text may come as one. */
const folderFile = z.union([
  z.strictObject({ path: z.string().min(1).max(1000), text: z.string() }),
  z.strictObject({ path: z.string().min(1).max(1000), base64: z.base64() }),
]);
export type GivenFile = z.output<typeof folderFile>;

const given = {
  /** What it is to be: what the site was made from, or the new template. Never the site as it is now. */
  role: z.enum(['baseline', 'template']),
  /** Of the file or folder, as people know it. */
  name: line.max(200),
};

/** A snapshot that somebody has. What a file says is judged by what it is, so anything may arrive. */
export const givenSnapshot = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('file'), ...given, file: z.unknown() }),
  z.strictObject({ from: z.literal('folder'), ...given, files: z.array(folderFile).max(5000) }),
]);
export type GivenSnapshot = z.output<typeof givenSnapshot>;

/** What was taken of it. */
export const takenSnapshot = z.object({
  /** By which it is chosen as the template. */
  id: z.string(),
  fingerprint: z.string(),
  records: z.number(),
  /** When the site was as it says; of a folder, when it was given. ISO 8601. */
  taken: z.string(),
  /** LCID. */
  language: z.number(),
});
export type TakenSnapshot = z.output<typeof takenSnapshot>;
