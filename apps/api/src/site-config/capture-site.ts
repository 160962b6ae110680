import { Problem } from '@portico/contract/problems';
import { type Beside, readRow } from '@portico/merge/read-row';
import type { Scalar, SiteRecord } from '@portico/merge/record';
import { standard, tableOf } from '@portico/merge/tables/standard';
import { inWaves } from '../targets/in-waves.ts';
import { allRows, isRows } from '../targets/rows.ts';
import type { Row } from '../targets/targets.ts';
import { textOf } from '../targets/text-of.ts';
import type { Captured, SiteArchive } from './archive.ts';
import { readFiles } from './read-files.ts';
import { type DataverseClient, choosableOf, describeTable, type TableShape } from './table-shape.ts';

interface Of {
  readonly environment: string;
  /** The record of the website; an environment may hold several. */
  readonly website: string;
  readonly at: Date;
}

export interface CapturedSite extends Captured {
  readonly shapes: ReadonlyMap<string, TableShape>;
}

/** Reads a site's whole configuration. Files that are no text are kept at once; secrets are marked and not kept. */
export async function captureSite(
  client: DataverseClient,
  { environment, website, at }: Of,
  archive: Pick<SiteArchive, 'keepFile' | 'seal'>,
): Promise<CapturedSite> {
  const rows = (query: Parameters<DataverseClient['listRows']>[0]) => allRows(client, query);
  const described = await inWaves(Object.keys(standard), (table) => describeTable(client, table));
  const shapes = described.filter((shape) => shape !== undefined);
  const [read, solutions, seal] = await Promise.all([
    inWaves(shapes, async (shape): Promise<Read> => {
      const found = await rows(queryOf(shape, website));
      const { defaults } = found.length > 0 ? await choosableOf(client, shape.table) : { defaults: {} };
      return { shape, rows: found, defaults };
    }),
    rows({ set: 'solutions', $select: 'uniquename,version', $filter: 'ismanaged eq true' }),
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
      language: languageOf(site, records),
      model: 'standard',
      capturedAt: at.toISOString(),
      origin: 'captured',
      solutions: solutions
        .map((row) => ({ name: textOf(row['uniquename']), version: textOf(row['version']) }))
        .sort((one, other) => (one.name < other.name ? -1 : 1)),
      records,
    },
    notes: Object.fromEntries([...contents].map(([id, { note }]) => [id, note])),
    name: textOf(site['adx_name']),
    shapes: new Map(shapes.map((shape) => [shape.table, shape])),
  };
}

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
  try {
    return readRow(table, plain, { ...beside, sets });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new Problem('upstream-shape', { detail: error.message, cause: error });
  }
}

/** The LCID that the site was made in: its own column, else its default language's. */
function languageOf(site: Row, records: readonly SiteRecord[]): number {
  const said = site['adx_website_language'];
  if (typeof said === 'number') return said;
  const find = (id: string | undefined) => records.find((record) => record.id === id);
  const base = find(textOf(site['_adx_defaultlanguage_value']).toLowerCase());
  const language = find(base?.refs['adx_portallanguageid'])?.fields['adx_lcid'];
  if (typeof language === 'number') return language;
  throw new Problem('upstream-shape', { detail: 'a website without a language' });
}
