import { Problem } from '@portico/contract/problems';
import type { GivenFile, GivenSnapshot } from '@portico/contract/snapshots';
import { FolderFault, type FolderFile } from '@portico/merge/pac/folder';
import { readFolder } from '@portico/merge/pac/read-folder';
import { sealSecrets } from '@portico/merge/read-row';
import type { Snapshot } from '@portico/merge/snapshot';
import { filesOf, isWhole, snapshotFile } from '@portico/merge/snapshot-file';
import { isTable } from '@portico/merge/tables/standard';
import { recordOf } from '../targets/portal-site.ts';
import type { Targets } from '../targets/targets.ts';
import type { Captured, Kept } from './archive.ts';
import { sha256 } from './fingerprint.ts';
import { ownSite } from './read-sites.ts';
import { tableFacts } from './table-shape.ts';

interface Read {
  readonly snapshot: Snapshot;
  /** By the SHA-256 of the bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Keeps a snapshot that somebody has, as the baseline or for choosing as the template. All of it, or nothing. */
export async function keepGiven(
  targets: Targets,
  given: GivenSnapshot,
  by: string,
): Promise<Kept<'baseline' | 'imported'>> {
  const { archive } = targets;
  const { snapshot, files } =
    given.from === 'file' ? await fromFile(targets, given) : await fromFolder(targets, given);
  if (!isOurs(snapshot)) throw new Problem('snapshot-unreadable', { values: { file: given.name } });
  const own = await refuseUnfit(targets, snapshot, given.role);
  for (const hash of filesOf(snapshot)) {
    const bytes = files.get(hash);
    if (bytes) await archive.keepFile(hash, Buffer.from(bytes));
  }
  const content = (more: Partial<Snapshot>): Captured => ({
    snapshot: { ...snapshot, ...more },
    notes: {},
    name: given.name,
    imported: { from: given.from, by },
  });
  return given.role === 'template'
    ? archive.keep('imported', content({}))
    : archive.keep('baseline', content({ website: own }));
}

/** Of tables that a site consists of, in texts that a database keeps. */
const isOurs = ({ records, ...rest }: Snapshot): boolean =>
  records.every(({ table }) => isTable(table)) && isKeepable([records, rest]);

function isKeepable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every((entry) => entry.every(isKeepable));
}

async function fromFile(
  { archive }: Targets,
  { file, name }: GivenSnapshot & { from: 'file' },
): Promise<Read> {
  const parsed = snapshotFile.safeParse(file);
  if (!parsed.success) throw new Problem('snapshot-unreadable', { values: { file: name } });
  const files = new Map(
    Object.entries(parsed.data.files).map(([hash, base64]) => [hash, Buffer.from(base64, 'base64')]),
  );
  if (!isWhole(parsed.data, files, sha256)) throw new Problem('snapshot-damaged');
  // A version that wrote it may have known fewer names of secrets.
  return { snapshot: sealSecrets(parsed.data.snapshot, await archive.seal()), files };
}

/** Megabytes of rows and texts; sites have a quarter of one. Reading them keeps everybody else waiting. */
const mostRows = 8;

async function fromFolder(targets: Targets, { files }: GivenSnapshot & { from: 'folder' }): Promise<Read> {
  const given = files.map(asBytes);
  const rows = given.filter(({ path }) => /\.ya?ml$/i.test(path));
  if (rows.reduce((sum, { bytes }) => sum + bytes.length, 0) > mostRows * 1024 * 1024)
    throw new Problem('snapshot-too-large', { values: { most: mostRows } });
  const [tables, seal] = await Promise.all([targets.dataverse().then(tableFacts), targets.archive.seal()]);
  try {
    return readFolder(given, { tables, seal, hash: sha256, at: targets.now().toISOString() });
  } catch (error) {
    if (!(error instanceof FolderFault)) throw error;
    const { kind, values } = error;
    throw new Problem(kind === 'unreadable' ? 'snapshot-unreadable' : `folder-${kind}`, { values });
  }
}

const asBytes = (file: GivenFile): FolderFile => ({
  path: file.path,
  bytes: 'text' in file ? Buffer.from(file.text) : Buffer.from(file.base64, 'base64'),
});

/** @returns the site's own record */
async function refuseUnfit(
  targets: Targets,
  { website, language, model, origin }: Snapshot,
  role: GivenSnapshot['role'],
): Promise<string> {
  const [site, baseline] = await Promise.all([ownSite(targets), targets.archive.latest('baseline')]);
  const own = recordOf(site);
  const [ours = language, like = 'standard'] = [
    baseline?.content.snapshot.language ?? site.selectedBaseLanguage,
    baseline?.content.snapshot.model ?? (/^enhanced$/i.test(site.dataModel ?? '') ? 'enhanced' : undefined),
  ];
  const differ =
    role === 'baseline' && website.toLowerCase() !== own.toLowerCase()
      ? 'site'
      : model !== like
        ? 'model'
        : language !== ours
          ? 'language'
          : role === 'template' && origin === 'inferred'
            ? 'extent'
            : undefined;
  if (differ) throw new Problem('snapshot-unfit', { values: { differ } });
  return own;
}
