import { filesOf, type SnapshotFile } from '@portico/merge/snapshot-file';
import type { Kept, SiteArchive } from './archive.ts';
import { fingerprintOf } from './fingerprint.ts';

/**
 * What is kept of a site, as a file. Versions of rows and ids of notes stay here: they hold for this moment. Of secrets
 * there are marks only, which nobody else can make.
 */
export async function asFile(
  { content: { snapshot } }: Kept<'baseline' | 'live' | 'template'>,
  archive: Pick<SiteArchive, 'file'>,
): Promise<SnapshotFile> {
  const files = await Promise.all(
    filesOf(snapshot).map(async (hash) => {
      const bytes = await archive.file(hash);
      if (!bytes) throw new Error(`File ${hash} of a kept snapshot is gone`);
      return [hash, bytes.toString('base64')] as const;
    }),
  );
  return {
    portico: 'snapshot',
    format: 1,
    fingerprint: fingerprintOf(snapshot),
    snapshot: { ...snapshot, records: snapshot.records.map(({ etag: _, ...record }) => record) },
    files: Object.fromEntries(files),
  };
}
