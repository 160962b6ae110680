import { readRow, type Beside } from '../read-row.ts';
import type { SiteRecord } from '../record.ts';
import { component, languageColumn, nameless, sets, tableOfType } from '../tables/enhanced.ts';
import { tableOf } from '../tables/standard.ts';
import { type Facts, saidIn } from './said-in.ts';

type Row = Readonly<Record<string, unknown>>;

/** A site of the enhanced model, as Dataverse gives it. */
export interface EnhancedSite {
  readonly site: Row;
  readonly languages: readonly Row[];
  readonly components: readonly Row[];
  /** Components that are put together, by their ids; which end is which says nothing. */
  readonly pairs: readonly (readonly [string, string])[];
  /** What file columns hold, by component. */
  readonly bodies: ReadonlyMap<string, NonNullable<SiteRecord['body']>>;
}

interface Means {
  readonly seal: Beside['seal'];
  /** By table of the standard model. */
  readonly facts: ReadonlyMap<string, Facts>;
}

/**
 * The records of a site in the enhanced model, in the tables and columns of the standard one: what both can say is said
 * alike, so that keys, texts and guards hold for both. What only this model has is kept as it came.
 */
export function readComponents(from: EnhancedSite, { seal, facts }: Means): SiteRecord[] {
  const known = new Set([...from.components, ...from.languages].map(idOf));
  const isOfSite = (id: string) => known.has(id);
  const read = from.components.map((row) => {
    const table = tableOfType[Number(row['powerpagecomponenttype'])];
    const said = table && saidIn(row['content'], { table, facts: facts.get(table), isOfSite });
    return table && said ? { row, table, said } : { row, table: component, said: undefined };
  });
  const tables = new Map(read.map(({ row, table }) => [idOf(row), table]));
  const together = setsOf(from.pairs, tables);
  const record = (table: string, row: Row, columns: Row, lists: Sets = {}): SiteRecord => {
    const id = idOf(row);
    const body = from.bodies.get(id);
    return readRow(
      table,
      { ...stateOf(row), [`${table}id`]: id, ...columns },
      {
        seal,
        defaults: facts.get(table)?.defaults ?? {},
        sets: united(lists, together.get(id) ?? {}),
        ...(body ? { body } : {}),
      },
    );
  };
  const plain = (table: string, row: Row) => {
    const said = saidIn(row['content'], { table, facts: facts.get(table), isOfSite });
    if (!said) throw new TypeError(`${table} ${idOf(row)} holds no JSON`);
    return said.columns;
  };
  return [
    ...from.languages.flatMap((row) => {
      const global = portalLanguage(row['lcid']);
      const own = { adx_name: row['name'], ...plain('adx_websitelanguage', row) };
      return [
        readRow('adx_portallanguage', { ...globalOf(row), adx_portallanguageid: global }, { seal }),
        record('adx_websitelanguage', row, { ...own, _adx_portallanguageid_value: global }),
      ];
    }),
    record('adx_website', from.site, {
      adx_name: from.site['name'],
      adx_primarydomainname: from.site['primarydomainname'],
      ...plain('adx_website', from.site),
    }),
    ...read.map(({ row, table, said }) =>
      said
        ? record(table, row, { ...named(table, row), ...said.columns }, said.lists)
        : record(table, row, raw(row)),
    ),
  ];
}

type Sets = Readonly<Record<string, readonly string[]>>;

/** The id of a row of any of the three tables. */
const idOf = (row: Row): string =>
  String(
    row['powerpagecomponentid'] ?? row['powerpagesitelanguageid'] ?? row['powerpagesiteid'],
  ).toLowerCase();

const stateOf = (row: Row): Row =>
  Object.fromEntries(
    ['@odata.etag', 'statecode', 'createdon', 'modifiedon'].map((column) => [column, row[column]]),
  );

/** What stands beside the content: the name, and the language of what has one. */
function named(table: string, row: Row): Row {
  const language = languageColumn[table];
  return {
    ...(nameless.has(table) ? {} : { [tableOf(table).title]: row['name'] }),
    ...(language ? { [`_${language}_value`]: row['_powerpagesitelanguageid_value'] } : {}),
  };
}

/** A component that nobody knows how to read. */
const raw = (row: Row): Row =>
  Object.fromEntries(
    ['name', 'powerpagecomponenttype', 'content', '_powerpagesitelanguageid_value'].map((column) => [
      column,
      row[column],
    ]),
  );

/**
 * In this model a site's language knows its code by itself. In the standard one that is a row of the organization, by
 * which languages are told apart: it gets an id from the LCID, which no two languages of a site share.
 */
function portalLanguage(lcid: unknown): string {
  if (typeof lcid !== 'number') throw new TypeError('A language of the site has no LCID');
  return `00000000-0000-4000-8000-${String(lcid).padStart(12, '0')}`;
}

const globalOf = (row: Row): Row => ({
  adx_name: row['displayname'] ?? row['name'],
  adx_displayname: row['displayname'],
  adx_lcid: row['lcid'],
  adx_languagecode: row['languagecode'],
});

/** Who holds which set, by the tables of both ends. What the standard model has no name for is held as it came. */
function setsOf(
  pairs: EnhancedSite['pairs'],
  tables: ReadonlyMap<string, string>,
): ReadonlyMap<string, Sets> {
  const held = new Map<string, Record<string, string[]>>();
  for (const [one, other] of pairs) {
    const [holder, member, name] = holderOf(one, other, tables);
    if (!tables.has(member)) continue;
    const own = held.get(holder) ?? {};
    own[name] = [...(own[name] ?? []), member];
    held.set(holder, own);
  }
  return held;
}

function holderOf(
  one: string,
  other: string,
  tables: ReadonlyMap<string, string>,
): readonly [string, string, string] {
  for (const [holder, member] of [
    [one, other],
    [other, one],
  ] as const) {
    const set = sets.find((each) => each.holder === tables.get(holder) && each.to === tables.get(member));
    if (set) return [holder, member, set.name];
  }
  // Roles are given to something, and hold nothing.
  return tables.get(one) === 'adx_webrole'
    ? [other, one, 'powerpagecomponent_powerpagecomponent']
    : [one, other, 'powerpagecomponent_powerpagecomponent'];
}

/** A set stands in the content and in the relationship; reports differ on which of both counts, so either does. */
const united = (one: Sets, other: Sets): Record<string, string[]> =>
  Object.fromEntries(
    [...new Set([...Object.keys(one), ...Object.keys(other)])].map((name) => [
      name,
      [...new Set([...(one[name] ?? []), ...(other[name] ?? [])])],
    ]),
  );
