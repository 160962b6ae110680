import { Problem } from '@portico/contract/problems';
import type { GivenSnapshot } from '@portico/contract/snapshots';
import { contentOf } from '@portico/merge/canonical/content';
import type { FolderFile } from '@portico/merge/pac/folder';
import type { SiteRecord } from '@portico/merge/record';
import type { SnapshotFile } from '@portico/merge/snapshot-file';
import { type Habits, writeFolder } from '@portico/merge/test-support/pac/write-folder';
import { startTwin } from '@portico/twin/twin';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { targetsIn } from '../actions/test-support/acting.ts';
import type { Targets } from '../targets/targets.ts';
import type { Kept } from './archive.ts';
import { fingerprintOf, sha256 } from './fingerprint.ts';
import { keepGiven } from './give-snapshot.ts';
import { baselineOf, lookAtSite } from './read-sites.ts';
import { asFile } from './save-snapshot.ts';
import { tableFacts } from './table-shape.ts';
import { memoryArchive } from './test-support/memory-archive.ts';

const stack = new AsyncDisposableStack();
/** Marks that can be read back: what a folder holds in the place of a mark is the secret itself. */
const archive = {
  ...memoryArchive(),
  seal: async () => (secret: string) => Buffer.from(secret).toString('hex'),
};
let targets: Targets;
let live: Kept<'live'>;
let habits: Habits;
let file: SnapshotFile;

beforeAll(async () => {
  const twin = stack.use(await startTwin({ speed: 0, scenario: 'customised-site' }));
  targets = targetsIn(stack, {
    twin,
    archive,
    answers: { 'portal-site': { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 } },
  });
  live = await lookAtSite(targets);
  file = await asFile(live, archive);
  habits = {
    tables: await tableFacts(await targets.dataverse()),
    files: new Map(Object.entries(file.files).map(([hash, text]) => [hash, Buffer.from(text, 'base64')])),
    unseal: (mark) => Buffer.from(mark.slice('sealed:'.length), 'hex').toString(),
    newer: true,
    returns: false,
  };
});
afterAll(() => stack.disposeAsync());

const folder = (files: readonly FolderFile[], role: GivenSnapshot['role'] = 'baseline'): GivenSnapshot => ({
  from: 'folder',
  role,
  name: 'contoso---contoso',
  files: files.map(({ path, bytes }) => ({ path, base64: Buffer.from(bytes).toString('base64') })),
});
const asGiven = (given: unknown, role: GivenSnapshot['role'] = 'baseline'): GivenSnapshot => ({
  from: 'file',
  role,
  name: 'site.json',
  file: given,
});
/** With a fingerprint that says what is in it. */
const signed = (changes: Partial<SnapshotFile['snapshot']>): SnapshotFile => {
  const snapshot = { ...file.snapshot, ...changes };
  return { ...file, snapshot, fingerprint: fingerprintOf(snapshot) };
};
const refusal = (given: GivenSnapshot) =>
  keepGiven(targets, given, 'Alex Lund').then(
    () => 'taken',
    (error: unknown) => (error instanceof Problem ? [error.code, error.values] : String(error)),
  );

/** Record by record: a fingerprint could leave something out. */
const said = (records: readonly SiteRecord[]) =>
  new Map(
    records.map((each) => [
      each.id,
      Object.fromEntries([...contentOf(each)].map(([name, { same }]) => [name, same])),
    ]),
  );

describe('a whole site of the twin', () => {
  test.each(['newer', 'older'])('as a folder of %s versions says the same', async (version) => {
    const files = writeFolder(live.content.snapshot, { ...habits, newer: version === 'newer' });
    const kept = await keepGiven(targets, folder(files), 'Alex Lund');
    const there = live.content.snapshot.records.filter(({ inactive }) => !inactive);
    expect(said(kept.content.snapshot.records)).toEqual(said(there));
    expect(fingerprintOf(kept.content.snapshot)).toBe(file.fingerprint);
    expect(kept.content).toMatchObject({ imported: { from: 'folder', by: 'Alex Lund' }, notes: {} });
  });

  test('as a file is the same to the last record, without versions of rows', async () => {
    const kept = await keepGiven(targets, asGiven(JSON.parse(JSON.stringify(file))), 'Alex Lund');
    const bare = ({ etag: _, ...record }: SiteRecord) => record;
    expect(kept.content.snapshot).toEqual({
      ...live.content.snapshot,
      records: live.content.snapshot.records.map(bare),
    });
    expect(JSON.stringify(file)).not.toMatch(/etag|W\/\\"/);
    expect(Object.keys(file.files).length).toBeGreaterThan(0);
    expect((await baselineOf(targets)).id).toBe(kept.id);
  });
});

test('no secret leaves in a file, and none comes in as it is', async () => {
  const secret = 'synthetic-secret-of-the-twin';
  const [mark] = live.content.snapshot.records.filter(
    ({ fields }) => fields['adx_value'] === `sealed:${Buffer.from(secret).toString('hex')}`,
  );
  if (!mark) throw new Error('The twin’s site has a secret.');
  expect(JSON.stringify(file)).not.toContain(secret);
  const records = file.snapshot.records.map((record) =>
    record.id === mark.id ? { ...record, fields: { ...record.fields, adx_value: secret } } : record,
  );
  const kept = await keepGiven(targets, asGiven(signed({ records })), 'Alex Lund');
  expect(JSON.stringify(kept.content)).not.toContain(secret);
});

describe('what doesn’t fit is refused, and what was kept stays', () => {
  const other = '00000000-0000-4000-8000-000000000001';
  test.each<[string, () => GivenSnapshot, unknown]>([
    ['of another site', () => asGiven(signed({ website: other })), ['snapshot-unfit', { differ: 'site' }]],
    [
      'in another language',
      () => asGiven(signed({ language: 1031 })),
      ['snapshot-unfit', { differ: 'language' }],
    ],
    [
      'of another model',
      () => asGiven(signed({ model: 'enhanced' })),
      ['snapshot-unfit', { differ: 'model' }],
    ],
    [
      'that is no whole template',
      () => asGiven(signed({ origin: 'inferred', website: other }), 'template'),
      ['snapshot-unfit', { differ: 'extent' }],
    ],
    [
      'that was changed',
      () => asGiven({ ...file, fingerprint: sha256('x') }),
      ['snapshot-damaged', undefined],
    ],
    ['without its files', () => asGiven({ ...file, files: {} }), ['snapshot-damaged', undefined]],
    ['that is none', () => asGiven({ hello: 'world' }), ['snapshot-unreadable', { file: 'site.json' }]],
    [
      'with rows of people',
      () =>
        asGiven(signed({ records: file.snapshot.records.map((each) => ({ ...each, table: 'contact' })) })),
      ['snapshot-unreadable', { file: 'site.json' }],
    ],
    [
      'with what no database keeps',
      () => asGiven(signed({ solutions: [{ name: 'a\0b', version: '1' }] })),
      ['snapshot-unreadable', { file: 'site.json' }],
    ],
    ['that is an empty folder', () => folder([]), ['folder-incomplete', { missing: 'website.yml' }]],
    [
      'that is a folder with more rows than anybody can have',
      () => folder([{ path: 'site/website.yml', bytes: Buffer.alloc(9 * 1024 * 1024, 'x') }]),
      ['snapshot-too-large', { most: 8 }],
    ],
    [
      'that is a folder of no YAML',
      () =>
        folder([
          ...writeFolder(file.snapshot, habits),
          { path: 'site---site/x.tag.yml', bytes: Buffer.from('a: "') },
        ]),
      ['snapshot-unreadable', { file: 'x.tag.yml' }],
    ],
  ])('a snapshot %s', async (_, given, problem) => {
    const before = await baselineOf(targets);
    expect(await refusal(given())).toEqual(problem);
    expect((await archive.latest('baseline'))?.id).toBe(before.id);
  });
});
