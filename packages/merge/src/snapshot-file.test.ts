import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { snapshotAddress } from './address.ts';
import { filesOf, isWhole, snapshotFile, type SnapshotFile } from './snapshot-file.ts';
import { provisioned, records, snapshotOf } from './test-support/some-sites.ts';

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const logo = Uint8Array.from([137, 80, 78, 71]);
const site = snapshotOf(
  'vault',
  records.map((record) =>
    record.body && 'hash' in record.body ? { ...record, body: { hash: hash(logo) } } : record,
  ),
);
const file: SnapshotFile = {
  portico: 'snapshot',
  format: 1,
  fingerprint: snapshotAddress(site, hash),
  snapshot: site,
  files: { [hash(logo)]: Buffer.from(logo).toString('base64') },
};
const bytes = new Map([[hash(logo), logo]]);
const first = site.records.find(({ table }) => table === 'adx_webtemplate');
if (!first) throw new Error('The made-up site has web templates.');

test('it goes through a text and is whole', () => {
  const back = snapshotFile.parse(JSON.parse(JSON.stringify(file)));
  expect(back).toEqual(file);
  expect(filesOf(back.snapshot)).toEqual([hash(logo)]);
  expect(isWhole(back, bytes, hash)).toBe(true);
});

test('two provisionings of one template have one fingerprint, and languages of the organization don’t count', () => {
  const elsewhere = provisioned(site, 'other');
  const more = {
    ...first,
    id: '00000000-0000-4000-8000-000000000001',
    table: 'adx_portallanguage',
    fields: { adx_lcid: 1110 },
  };
  const there = { ...elsewhere, records: [...elsewhere.records, more] };
  expect(snapshotAddress(there, hash)).toBe(file.fingerprint);
});

test.each([
  [
    'changed in one text',
    {
      ...site,
      records: site.records.map((each) =>
        each === first ? { ...each, fields: { ...each.fields, adx_source: 'x' } } : each,
      ),
    },
    bytes,
  ],
  ['without a record', { ...site, records: site.records.slice(1) }, bytes],
  ['with a record twice', { ...site, records: [...site.records, first] }, bytes],
  ['without a file that it names', site, new Map<string, Uint8Array>()],
  ['with other bytes in a file', site, new Map([[hash(logo), Uint8Array.from([1])]])],
])('%s it isn’t whole', (_, changed, files) => {
  expect(isWhole({ ...file, snapshot: changed }, files, hash)).toBe(false);
});

test.each([
  ['of another format', { ...file, format: 2 }],
  ['of something else', { ...file, portico: 'plan' }],
  ['without its fingerprint', { ...file, fingerprint: undefined }],
  ['with what is no base64', { ...file, files: { [hash(logo)]: '***' } }],
  ['with more than belongs there', { ...file, notes: {} }],
])('a file %s is none', (_, broken) => {
  expect(snapshotFile.safeParse(broken).success).toBe(false);
});
