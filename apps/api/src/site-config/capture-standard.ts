import { Problem } from '@portico/contract/problems';
import { type Beside, readRow } from '@portico/merge/read-row';
import type { Scalar, SiteRecord } from '@portico/merge/record';
import { tableOf } from '@portico/merge/tables/standard';
import { inWaves } from '../targets/in-waves.ts';
import { allRows, isRows } from '../targets/rows.ts';
import type { Row } from '../targets/targets.ts';
import { textOf } from '../targets/text-of.ts';
import type { CaptureSite } from './captured-site.ts';
import { asPromised, baseLanguage, managedSolutions } from './of-site.ts';
import { readFiles } from './read-files.ts';
import { choosableOf, type DataverseClient, describeTables, type TableShape } from './table-shape.ts';

/** Reads a site of the standard data model: a table for each kind of record. */
export const captureStandard: CaptureSite = async (client, { environment, website, at }, archive) => {
  const rows = (query: Parameters<DataverseClient['listRows']>[0]) => allRows(client, query);
  const shapes = await describeTables(client);
  const [read, solutions, seal] = await Promise.all([
    inWaves([...shapes.values()], async (shape): Promise<Read> => {
      const found = await rows(queryOf(shape, website));
      const { defaults } = found.length > 0 ? await choosableOf(client, shape.table) : { defaults: {} };
      return { shape, rows: found, defaults };
    }),
    managedSolutions(client),
    archive.seal(),
  ]);
  const own = ownRows(read, website);
  const files = own
    .filter(({ shape }) => shape.table === 'adx_webfile')
    .map(({ row }) => ({ id: idOf('adx_webfile', row), name: textOf(row['adx_partialurl']) }));
  const contents = await readFiles(rows, files);
  for (const { body, bytes } of contents.values())
    if (bytes && 'hash' in body) await archive.keepFile(body.hash, bytes);
  const records = own.map(({ shape, row, defaults }): SiteRecord => {
    const file = contents.get(idOf(shape.table, row));
    const record = asRecord(shape, row, { seal, defaults, ...(file ? { body: file.body } : {}) });
    return file?.untouched === false ? { ...record, untouched: false } : record;
  });
  const site = own.find(({ shape }) => shape.table === 'adx_website')?.row;
  if (!site) throw new Problem('not-found', { values: { missing: 'site' } });
  return {
    snapshot: {
      version: 1,
      environment,
      website,
      language: baseLanguage(site['adx_website_language'], records),
      model: 'standard',
      capturedAt: at.toISOString(),
      origin: 'captured',
      solutions,
      records,
    },
    notes: Object.fromEntries([...contents].map(([id, { note }]) => [id, note])),
    name: textOf(site['adx_name']),
    shapes,
  };
};

/** The rows of one site where the table says whose they are; else all, and what they hang on tells. */
function queryOf({ table, set, targets, relationships }: TableShape, website: string) {
  const $expand = relationships.map(({ navigation, to }) => `${navigation}($select=${to}id)`).join(',');
  const $filter =
    table === 'adx_website'
      ? `adx_websiteid eq ${website}`
      : Object.hasOwn(targets, 'adx_websiteid')
        ? `_adx_websiteid_value eq ${website}`
        : undefined;
  return { set, ...($expand ? { $expand } : {}), ...($filter ? { $filter } : {}) };
}

interface Read {
  readonly shape: TableShape;
  readonly rows: readonly Row[];
  readonly defaults: Readonly<Record<string, Scalar>>;
}
interface Own extends Pick<Read, 'shape' | 'defaults'> {
  readonly row: Row;
}

/** Links, steps and metadata don't name their site: they are its own when what is in their key is. */
function ownRows(read: readonly Read[], website: string): readonly Own[] {
  const own: Own[] = [];
  const ids = new Set([website.toLowerCase()]);
  const take = (each: Own) => {
    own.push(each);
    ids.add(idOf(each.shape.table, each.row));
  };
  const waiting: Own[] = [];
  for (const { shape, rows, defaults } of read) {
    const { table, targets } = shape;
    const named = table === 'adx_website' || tableOf(table).global || Object.hasOwn(targets, 'adx_websiteid');
    for (const row of rows) {
      const each = { shape, row, defaults };
      if (named) take(each);
      else waiting.push(each);
    }
  }
  for (let before = -1; before !== own.length; ) {
    before = own.length;
    for (const each of waiting.splice(0)) {
      const parents = tableOf(each.shape.table).key.flatMap((column) => {
        const id = each.row[`_${column}_value`];
        return typeof id === 'string' ? [id.toLowerCase()] : [];
      });
      if (parents.some((id) => ids.has(id))) take(each);
      else waiting.push(each);
    }
  }
  return own;
}

const idOf = (table: string, row: Row): string => textOf(row[`${table}id`]).toLowerCase();

function asRecord(
  { table, relationships }: TableShape,
  row: Row,
  beside: Pick<Beside, 'seal' | 'body' | 'defaults'>,
): SiteRecord {
  const sets = Object.fromEntries(
    relationships.map(({ name, navigation, to }) => {
      const members = row[navigation];
      return [name, isRows(members) ? members.map((member) => idOf(to, member)) : []];
    }),
  );
  const expanded = new Set(relationships.map(({ navigation }) => navigation));
  const plain = Object.fromEntries(Object.entries(row).filter(([column]) => !expanded.has(column)));
  return asPromised(() => readRow(table, plain, { ...beside, sets }));
}
