import { z } from 'zod';
import { snapshotAddress } from './address.ts';
import { type Snapshot, snapshot } from './snapshot.ts';

/** SHA-256 as hex, of a text in UTF-8 or of bytes. */
export type HashOf = (content: string | Uint8Array) => string;

/** A snapshot as one JSON document, with its files that are no text. What `fingerprint` says can be worked out again. */
export const snapshotFile = z.strictObject({
  portico: z.literal('snapshot'),
  format: z.literal(1),
  /** What the site says, wherever it was made: two sites of one template have the same one. */
  fingerprint: z.hash('sha256'),
  snapshot,
  /** Base64, by the SHA-256 of the bytes. */
  files: z.record(z.hash('sha256'), z.base64()),
});
export type SnapshotFile = z.output<typeof snapshotFile>;

/** The hashes of a snapshot's files that are no text, each once. */
export const filesOf = ({ records }: Pick<Snapshot, 'records'>): string[] => [
  ...new Set(records.flatMap(({ body }) => (body && 'hash' in body ? [body.hash] : []))),
];

/**
 * Whether a file's content is what it says: the fingerprint, each file, and no record twice.
 * @param files the bytes of `files`, by the same names
 */
export function isWhole(
  { snapshot: { records }, snapshot: held, fingerprint }: SnapshotFile,
  files: ReadonlyMap<string, Uint8Array>,
  hash: HashOf,
): boolean {
  return (
    new Set(records.map(({ id }) => id)).size === records.length &&
    filesOf(held).every((name) => files.has(name)) &&
    [...files].every(([name, bytes]) => hash(bytes) === name) &&
    snapshotAddress(held, hash) === fingerprint
  );
}
