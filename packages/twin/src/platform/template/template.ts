import { siteTables } from '../../services/dataverse/site-tables.ts';
import type { Row } from '../../world/dataverse.ts';
import { formSheets } from './forms.ts';
import { foundation } from './foundation.ts';
import { linkAndFileSheets } from './links-and-files.ts';
import { localised } from './localised.ts';
import { pageSheets } from './pages.ts';
import { rightSheets } from './rights.ts';
import type { Generation, Sheet } from './sheet.ts';
import { snippetSheets } from './snippets.ts';
import { wizardSheets } from './wizard.ts';

/**
 * A Customer Portal's configuration. Nobody has published the real one: this one is synthetic, shaped by the Supply Chain
 * Management documentation (customer-portal-overview, -customize, -user-admin) and by the form of public sites.
 */
const sheets = (generation: Generation): readonly Sheet[] => [
  {
    table: 'adx_websitelanguage',
    key: 'base',
    refs: {
      adx_portallanguageid: 'adx_portallanguage/base',
      adx_publishingstate: 'adx_publishingstate/Published',
    },
  },
  ...foundation(generation),
  ...pageSheets(generation),
  ...snippetSheets(generation),
  ...linkAndFileSheets(generation),
  ...formSheets(generation),
  ...wizardSheets(generation),
  ...rightSheets(generation),
];

/** What the website's own row gets by the template. */
const ofWebsite = {
  _adx_headerwebtemplateid_value: 'adx_webtemplate/Header',
  _adx_footerwebtemplateid_value: 'adx_webtemplate/Footer',
  _adx_defaultlanguage_value: 'adx_websitelanguage/base',
};

const tables = new Map(siteTables.map((table) => [table.logical, table]));

/** A sheet with all that can be known before there are ids. */
interface Prepared {
  readonly name: string;
  readonly table: string;
  readonly key: string;
  readonly set: string;
  readonly idColumn: string;
  readonly fixed: Row;
  readonly refs: readonly (readonly [column: string, name: string | undefined])[];
  readonly ofSite: boolean;
  readonly isPair: boolean;
}

function prepare({ table, key, columns, refs = {} }: Sheet, language: number): Prepared {
  const known = tables.get(table);
  if (!known) throw new Error(`The template has a row of ${table}, which is no table of a site.`);
  const isPair = known.blank === undefined;
  const name =
    columns && 'adx_name' in columns ? { adx_name: localised(table, columns['adx_name'], language) } : {};
  const title =
    columns && 'adx_title' in columns ? { adx_title: localised(table, columns['adx_title'], language) } : {};
  return {
    name: `${table}/${key}`,
    table,
    key,
    set: known.set,
    idColumn: known.key,
    fixed: { ...columns, ...name, ...title },
    refs: Object.entries(refs).map(([column, to]) => [isPair ? column : `_${column}_value`, to] as const),
    ofSite: '_adx_websiteid_value' in (known.blank ?? {}),
    isPair,
  };
}

/** Made once for each kind of site: provisioning one is then no more than giving out ids. */
const prepared = new Map<string, readonly Prepared[]>();

function preparedFor(generation: Generation, language: number): readonly Prepared[] {
  const kind = `${generation} ${language}`;
  const found = prepared.get(kind);
  if (found) return found;
  const made = sheets(generation).map((sheet) => prepare(sheet, language));
  prepared.set(kind, made);
  return made;
}

export interface Provisioning {
  readonly generation: Generation;
  readonly language: number;
  readonly website: string;
  /** Of the row for the site's language, which all sites of an organization share. */
  readonly portalLanguage: string;
  readonly at: string;
  /** A fresh id for each row. */
  readonly id: (table: string, key: string) => string;
}

/** All rows of a new site by entity set, each with ids of its own, and what its website's row gets. */
export function provision(wanted: Provisioning): {
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  readonly website: Row;
} {
  const sheets = preparedFor(wanted.generation, wanted.language);
  const ids = new Map(sheets.map(({ name, table, key }) => [name, wanted.id(table, key)]));
  ids.set('adx_portallanguage/base', wanted.portalLanguage);
  const idOf = (name: string): string => {
    const id = ids.get(name);
    if (id === undefined) throw new Error(`The template refers to ${name}, which it hasn't got.`);
    return id;
  };
  const stamp = { createdon: wanted.at, modifiedon: wanted.at, statecode: 0, statuscode: 1 };
  const rows: Record<string, Row[]> = {};
  for (const { name, set, idColumn, fixed, refs, ofSite, isPair } of sheets) {
    const row: Row = { [idColumn]: idOf(name), ...fixed };
    for (const [column, to] of refs) row[column] = to === undefined ? null : idOf(to);
    if (ofSite) row['_adx_websiteid_value'] = wanted.website;
    if (!isPair) Object.assign(row, stamp);
    (rows[set] ??= []).push(row);
  }
  const website = Object.entries(ofWebsite).map(([column, name]) => [column, idOf(name)] as const);
  return { rows, website: Object.fromEntries(website) };
}
