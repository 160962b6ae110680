import { textIn } from '../file-body.ts';
import { readRow } from '../read-row.ts';
import type { Scalar, SiteRecord } from '../record.ts';
import type { HashOf } from '../snapshot-file.ts';
import type { Snapshot } from '../snapshot.ts';
import { canonicalJson } from '../canonical/canonical-json.ts';
import { FolderFault, type FolderFile, type TableFacts } from './folder.ts';
import { languageOf } from './language-of.ts';
import { noteColumns, sidecars, tableIn, withinSite } from './places.ts';
import { type FolderRow, readRows } from './read-rows.ts';

interface Means {
  /** By logical name. A table that isn't here isn't in this organization. */
  readonly tables: ReadonlyMap<string, TableFacts>;
  readonly seal: (secret: string) => string;
  readonly hash: HashOf;
  /** ISO 8601; a folder doesn't say when it was downloaded. */
  readonly at: string;
}

export interface FolderSite {
  readonly snapshot: Snapshot;
  /** Files that are no text, by the SHA-256 of their bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
}

interface Read extends FolderRow {
  readonly table: string;
  readonly path: string;
  readonly id: string;
}

/**
 * A folder of `pac pages download` as a snapshot. It says nothing of versions, dates, states and solutions, so what is
 * read from it can be a baseline or a template, and never what a write is held against.
 */
export function readFolder(chosen: readonly FolderFile[], { tables, seal, hash, at }: Means): FolderSite {
  const within = withinSite(chosen);
  if (!within) throw new FolderFault('incomplete', { missing: 'website.yml' });
  const byPath = new Map(within.map(({ path, bytes }) => [path, bytes]));
  const text = (path: string): string | undefined => {
    const bytes = byPath.get(path);
    if (!bytes) return undefined;
    const read = textIn(['.txt'], bytes);
    if (read === undefined) throw new FolderFault('unreadable', { file: path });
    return read;
  };
  const rows = [...byPath.keys()].flatMap((path): Read[] => {
    const table = tableIn(path);
    const facts = table === undefined ? undefined : tables.get(table);
    // A web file may be called like anything, `list.yml` too.
    if (table === undefined || !facts || byPath.has(`${path}.webfile.yml`)) return [];
    return readRows(path, text(path) ?? '', facts).map((row) => {
      const columns = { ...row.columns, ...textsBeside(table, path, text) };
      const id = columns[`${table}id`];
      if (typeof id !== 'string') throw new FolderFault('unreadable', { file: path });
      return { ...row, columns, table, path, id: id.toLowerCase() };
    });
  });
  const single = once(rows);
  const sets = setsOf(single, tables);
  const files = new Map<string, Uint8Array>();
  const records = single.map(({ table, path, id, columns }): SiteRecord => {
    const body = table === 'adx_webfile' ? bodyOf(path, columns['filename']) : undefined;
    const { defaults = {}, lookups = new Set<string>() } = tables.get(table) ?? {};
    const row = Object.entries(columns)
      .filter(([name]) => table !== 'adx_webfile' || !noteColumns.has(name))
      .map(([name, value]) => [lookups.has(name) ? `_${name}_value` : name, value] as const);
    const beside = { seal, defaults, sets: sets.get(id) ?? {}, ...(body ? { body } : {}) };
    return readRow(table, Object.fromEntries(row), beside);
  });
  function bodyOf(path: string, filename: Scalar = ''): SiteRecord['body'] {
    const name = path.replace(/\.webfile\.yml$/i, '');
    const bytes = byPath.get(name);
    if (!bytes) return undefined;
    const read = textIn([name, String(filename)], bytes);
    if (read !== undefined) return { text: read };
    const address = hash(bytes);
    files.set(address, bytes);
    return { hash: address };
  }
  const site = single.find(({ table }) => table === 'adx_website');
  if (!site) throw new FolderFault('incomplete', { missing: 'website.yml' });
  return {
    snapshot: {
      version: 1,
      // Which environment it was downloaded from stands nowhere.
      environment: '',
      website: site.id,
      language: languageOf(site.columns, records),
      model: 'standard',
      capturedAt: at,
      origin: 'captured',
      solutions: [],
      records,
    },
    files,
  };
}

function textsBeside(table: string, path: string, text: (path: string) => string | undefined) {
  const stem = path.replace(/\.ya?ml$/i, '');
  return Object.fromEntries(
    Object.entries(sidecars[table] ?? {}).flatMap(([suffix, column]) => {
      const found = text(stem + suffix);
      // Without a text newer versions leave an empty file, sometimes with a mark at its beginning.
      return found === undefined || /^\uFEFF?$/.test(found) ? [] : [[column, found] as const];
    }),
  );
}

/** A renamed record leaves its old file behind: two files with one id, and only one of them is right. */
function once(rows: readonly Read[]): readonly Read[] {
  const known = new Map<string, Read>();
  for (const row of rows) {
    const before = known.get(row.id);
    if (before && canonicalJson([before.columns, before.lists]) !== canonicalJson([row.columns, row.lists]))
      throw new FolderFault('ambiguous', { file: before.path, other: row.path });
    known.set(row.id, before ?? row);
  }
  return [...known.values()];
}

/** Who holds which set, whichever of both sides has it in its file. */
function setsOf(
  rows: readonly Read[],
  tables: ReadonlyMap<string, TableFacts>,
): ReadonlyMap<string, SiteRecord['sets']> {
  const sets = new Map<string, Record<string, string[]>>();
  const put = (holder: string, name: string, member: string) => {
    const own = sets.get(holder) ?? {};
    own[name] = [...new Set([...(own[name] ?? []), member.toLowerCase()])];
    sets.set(holder, own);
  };
  const held = [...tables].flatMap(([table, { relationships }]) =>
    relationships.map((each) => ({ ...each, holder: table, key: each.name.toLowerCase() })),
  );
  for (const { table, id, lists } of rows)
    for (const [listed, members] of Object.entries(lists)) {
      const found = held.find(
        ({ key, holder, to }) => key === listed.toLowerCase() && [holder, to].includes(table),
      );
      for (const member of found ? members : [])
        if (found?.holder === table) put(id, found.name, member);
        else if (found) put(member.toLowerCase(), found.name, id);
    }
  return sets;
}
