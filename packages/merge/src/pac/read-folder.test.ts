import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { snapshotAddress } from '../address.ts';
import { contentOf } from '../canonical/content.ts';
import type { SiteRecord } from '../record.ts';
import { snapshot } from '../snapshot.ts';
import { tables as names } from '../test-support/some-records.ts';
import { records, snapshotOf } from '../test-support/some-sites.ts';
import { type Habits, writeFolder } from '../test-support/pac/write-folder.ts';
import { FolderFault, type FolderFile, type TableFacts } from './folder.ts';
import { readFolder } from './read-folder.ts';

const hash = (content: string | Uint8Array) => createHash('sha256').update(content).digest('hex');
const bytes = (text: string) => Buffer.from(text);

/** What an organization's metadata would say of the made-up site. */
const tables: ReadonlyMap<string, TableFacts> = new Map(
  ['adx_portallanguage', 'adx_website', ...names].map((table) => {
    const own = records.filter((record) => record.table === table);
    const columns = (type: string) =>
      new Set(
        own.flatMap(({ fields }) => Object.keys(fields).filter((name) => typeof fields[name] === type)),
      );
    return [
      table,
      {
        lookups: new Set(own.flatMap(({ refs }) => Object.keys(refs))),
        choices: columns('number'),
        flags: new Set([...columns('boolean'), 'adx_hiddenfromsitemap']),
        defaults: table === 'adx_webpage' ? { adx_hiddenfromsitemap: false } : {},
        relationships: [...new Set(own.flatMap(({ sets }) => Object.keys(sets)))].map((name) => ({
          name,
          to: 'adx_webrole',
        })),
      },
    ];
  }),
);
const means = { tables, hash, seal: (secret: string) => secret, at: '2026-11-26T08:00:00.000Z' };
const logo = Uint8Array.from([137, 80, 78, 71]);
const habits: Habits = {
  tables,
  files: new Map([[hash(logo), logo]]),
  unseal: (mark) => mark.replace(/^sealed:/, ''),
  newer: true,
  returns: false,
};
// Of the made-up site’s picture only a hash was made up.
const site = snapshotOf(
  'elsewhere',
  records.map((record) =>
    record.body && 'hash' in record.body ? { ...record, body: { hash: hash(logo) } } : record,
  ),
);
const read = (files: readonly FolderFile[]) => readFolder(files, means).snapshot;
const fault = (files: readonly FolderFile[]) => {
  try {
    read(files);
  } catch (error) {
    if (error instanceof FolderFault) return { kind: error.kind, ...error.values };
    throw error;
  }
  return undefined;
};
const without = (files: readonly FolderFile[], name: RegExp) => files.filter(({ path }) => !name.test(path));

describe('a site written as a folder and read again says the same', () => {
  test.each([
    ['by a newer version', habits],
    ['by an older one, which leaves out what is empty', { ...habits, newer: false }],
    ['with the line ends of Windows', { ...habits, returns: true }],
  ])('%s', (_, how) => {
    const back = read(writeFolder(site, how));
    expect(snapshot.parse(back).records).toHaveLength(site.records.length);
    expect(back.language).toBe(site.language);
    // An address could leave something out: record by record, too.
    const said = (all: readonly SiteRecord[]) =>
      new Map(
        all.map((each) => [
          each.id,
          Object.fromEntries([...contentOf(each)].map(([name, { same }]) => [name, same])),
        ]),
      );
    expect(said(back.records)).toEqual(said(site.records));
    expect(snapshotAddress(back, hash)).toBe(snapshotAddress(site, hash));
  });

  test('whatever is changed in it changes its fingerprint', () => {
    const files = writeFolder(site, habits).map((file) =>
      file.path.endsWith('.copy.html') && file.bytes.length > 0
        ? { ...file, bytes: Buffer.concat([file.bytes, bytes('!')]) }
        : file,
    );
    expect(snapshotAddress(read(files), hash)).not.toBe(snapshotAddress(site, hash));
  });
});

test('marks at the beginning, ids of notes, names with other hex and paths of Windows mean nothing', () => {
  const files = writeFolder(site, habits).map(({ path, bytes: content }) => ({
    path: `D:\\${path.replaceAll('/', '\\').replaceAll(/_([0-9a-f]{8})/g, '_a$1')}`,
    bytes:
      path.endsWith('.yml') || path.endsWith('.html') ? Buffer.concat([bytes('\uFEFF'), content]) : content,
  }));
  expect(snapshotAddress(read(files), hash)).toBe(snapshotAddress(site, hash));
});

test('a text that looks like something else stays a text', () => {
  const files = writeFolder(site, habits).map((file) =>
    file.path.endsWith('/sitesetting.yml')
      ? {
          ...file,
          bytes: bytes(
            ['true', '007', '"7"', 'null', '1e3']
              .map(
                (value, n) =>
                  `- adx_sitesettingid: 00000000-0000-4000-8000-00000000000${n}\n  adx_name: S${n}\n  adx_value: ${value}\n`,
              )
              .join(''),
          ),
        }
      : file,
  );
  const settings = read(files).records.filter(({ table }) => table === 'adx_sitesetting');
  expect(settings.map(({ fields }) => fields['adx_value'])).toEqual(['true', '007', '7', undefined, '1e3']);
});

test('roles are the permission’s own, in whichever of both files they are listed', () => {
  const [permission] = records.filter(
    ({ table, sets }) => table === 'adx_entitypermission' && sets['adx_entitypermission_webrole'],
  );
  const [role] = permission?.sets['adx_entitypermission_webrole'] ?? [];
  if (!permission || !role) throw new Error('The made-up site has one.');
  const other = '00000000-0000-4000-8000-0000000000aa';
  const files = [
    ...writeFolder(site, habits),
    {
      path: 'site---site/roles/more.webrole.yml',
      bytes: bytes(
        `adx_webroleid: ${other}\nadx_name: More\nadx_entitypermission_webrole:\n- ${permission.id.toUpperCase()}\n`,
      ),
    },
  ];
  const back = read(files).records.find(({ id }) => id === permission.id);
  expect(back?.sets['adx_entitypermission_webrole']).toEqual(
    [...(permission.sets['adx_entitypermission_webrole'] ?? []), other].sort(),
  );
});

test('files that are no text are told by their bytes, and secrets come as marks', () => {
  const picture = Uint8Array.from([0, 255, 1]);
  const id = '00000000-0000-4000-8000-0000000000bb';
  const files = [
    ...writeFolder(site, habits),
    { path: 'site---site/web-files/a.png', bytes: picture },
    {
      path: 'site---site/web-files/a.png.webfile.yml',
      bytes: bytes(
        `adx_webfileid: ${id}\nadx_name: a.png\nadx_partialurl: a.png\nfilename: a.png\nannotationid: ${id}\n`,
      ),
    },
    {
      path: 'site---site/more.sitesetting.yml',
      bytes: bytes(
        `adx_sitesettingid: 00000000-0000-4000-8000-0000000000cc\nadx_name: Authentication/OpenAuth/X/ClientSecret\nadx_value: hunter2\n`,
      ),
    },
  ];
  const found = readFolder(files, { ...means, seal: (secret) => hash(secret) });
  const record = found.snapshot.records.find((each) => each.id === id);
  expect(record?.body).toEqual({ hash: hash(picture) });
  expect(Object.keys(record?.fields ?? {}).sort()).toEqual(['adx_name', 'adx_partialurl']);
  expect(found.files.get(hash(picture))).toEqual(picture);
  expect(JSON.stringify(found.snapshot)).not.toContain('hunter2');
});

describe('a folder is refused', () => {
  const whole = writeFolder(site, habits);
  const page = whole.find(({ path }) => path.endsWith('.webpage.yml'));
  if (!page) throw new Error('The made-up site has pages.');
  const extra = (path: string, text: string) => [
    ...whole,
    { path: `site---site/${path}`, bytes: bytes(text) },
  ];

  test('that isn’t one of a site, or of two', () => {
    expect(fault(without(whole, /website\.yml$/))).toEqual({ kind: 'incomplete', missing: 'website.yml' });
    const two = [...whole, { path: 'other---other/website.yml', bytes: bytes('adx_name: Other\n') }];
    expect(fault(two)).toEqual({ kind: 'incomplete', missing: 'website.yml' });
  });

  test('without the languages: nothing in one could be matched', () => {
    const missing = '.portalconfig/portallanguage.yml';
    expect(fault(without(whole, /portallanguage\.yml$/))).toEqual({ kind: 'incomplete', missing });
  });

  test('with one record in two files that differ; two that are equal are one', () => {
    const renamed = `${Buffer.from(page.bytes).toString()}adx_title: Renamed\n`.replace(
      /adx_title: .*\n(?=[^]*adx_title)/,
      '',
    );
    expect(fault(extra('web-pages/renamed/Renamed.webpage.yml', renamed))?.kind).toBe('ambiguous');
    const copy = whole
      .filter(({ path }) => path.startsWith(page.path.slice(0, -'.yml'.length)))
      .map(({ path, bytes: same }) => ({
        path: path.replace('web-pages/', 'web-pages/again/'),
        bytes: same,
      }));
    expect(snapshotAddress(read([...whole, ...copy]), hash)).toBe(snapshotAddress(site, hash));
  });

  test.each([
    ['no YAML', 'adx_name: "cut off'],
    ['a name twice', 'adx_tagid: x\nadx_tagid: y\n'],
    ['an alias', 'adx_tagid: &a x\nadx_name: *a\n'],
    ['an object in a column', 'adx_tagid: x\nadx_name:\n  a: b\n'],
    ['a list of texts', '- a\n- b\n'],
    ['a row without an id', 'adx_name: x\n'],
    ['nothing but brackets', '['.repeat(20_000)],
  ])('with %s', (_, text) => {
    expect(fault(extra('x.tag.yml', text))).toEqual({ kind: 'unreadable', file: 'x.tag.yml' });
  });

  test('with a file of a table that isn’t UTF-8', () => {
    const files = [...whole, { path: 'site---site/x.tag.yml', bytes: Uint8Array.from([255, 254]) }];
    expect(fault(files)).toEqual({ kind: 'unreadable', file: 'x.tag.yml' });
  });
});

test('what other tools keep beside it is left alone', () => {
  const more = ['.git/HEAD.tag.yml', 'deployment-profiles/test.tag.yml', 'web-files/list.yml', 'README.yml'];
  const files = [
    ...writeFolder(site, habits),
    ...more.map((path) => ({ path: `site---site/${path}`, bytes: bytes('[') })),
    {
      path: 'site---site/web-files/list.yml.webfile.yml',
      bytes: bytes('adx_webfileid: 00000000-0000-4000-8000-0000000000dd\nadx_partialurl: list.yml\n'),
    },
  ];
  expect(read(files).records).toHaveLength(site.records.length + 1);
});
