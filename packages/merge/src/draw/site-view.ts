import type { SiteRecord } from '../record.ts';

/** Tables that a page is drawn from; nothing else of a site is needed for it. */
export const drawnTables: ReadonlySet<string> = new Set([
  'adx_website',
  'adx_websitelanguage',
  'adx_portallanguage',
  'adx_webpage',
  'adx_pagetemplate',
  'adx_webtemplate',
  'adx_contentsnippet',
  'adx_sitemarker',
  'adx_sitesetting',
  'adx_weblinkset',
  'adx_weblink',
  'adx_webfile',
  'adx_webrole',
]);

/** Records of a site by what a page asks for: table, name, address. Deactivated ones aren't there, for the site. */
export class SiteView {
  readonly #byId: ReadonlyMap<string, SiteRecord>;
  readonly #byTable: ReadonlyMap<string, readonly SiteRecord[]>;

  constructor(records: readonly SiteRecord[]) {
    const active = records.filter(({ inactive, table }) => !inactive && drawnTables.has(table));
    this.#byId = new Map(active.map((record) => [record.id, record]));
    this.#byTable = Map.groupBy(active, ({ table }) => table);
  }

  all(table: string): readonly SiteRecord[] {
    return this.#byTable.get(table) ?? [];
  }

  /** What a lookup leads to. */
  at(record: SiteRecord | undefined, column: string): SiteRecord | undefined {
    return this.#byId.get(record?.refs[column] ?? '');
  }

  byId(id: string): SiteRecord | undefined {
    return this.#byId.get(id);
  }

  /** The first of this name, as Power Pages takes it: names aren't told apart by case. */
  named(table: string, name: string): SiteRecord | undefined {
    const wanted = name.toLowerCase();
    return this.all(table).find((record) => textOf(record, 'adx_name').toLowerCase() === wanted);
  }

  /** Of several languages the page's own, else the one without a language. */
  snippet(name: string, language: string | undefined): SiteRecord | undefined {
    const wanted = name.toLowerCase();
    const found = this.all('adx_contentsnippet').filter(
      (record) => textOf(record, 'adx_name').toLowerCase() === wanted,
    );
    const of = ({ refs }: SiteRecord) => refs['adx_contentsnippetlanguageid'];
    return (
      found.find((record) => of(record) === language) ?? found.find((record) => of(record) === undefined)
    );
  }

  /** The page in a language that shows a page: itself, or the one below the root that has none. */
  contentOf(page: SiteRecord): SiteRecord {
    if (page.refs['adx_webpagelanguageid']) return page;
    const below = this.all('adx_webpage').filter(({ refs }) => refs['adx_rootwebpageid'] === page.id);
    const [site] = this.all('adx_website');
    const own = site?.refs['adx_defaultlanguage'];
    return below.find(({ refs }) => refs['adx_webpagelanguageid'] === own) ?? below[0] ?? page;
  }

  /** The pages above one, the outermost first, as roots. */
  above(page: SiteRecord): readonly SiteRecord[] {
    const chain: SiteRecord[] = [];
    let each = this.at(page, 'adx_parentpageid');
    while (each && !chain.includes(each)) {
      chain.unshift(each);
      each = this.at(each, 'adx_parentpageid');
    }
    return chain;
  }

  /** The address of a page below the site's. */
  pathOf(page: SiteRecord): string {
    const parts = [...this.above(page), page].map((each) => textOf(each, 'adx_partialurl'));
    return `/${parts.filter((part) => part !== '/' && part !== '').join('/')}`;
  }

  /** `en-US`, where the page in a language says so. */
  languageOf(page: SiteRecord): string {
    return textOf(
      this.at(this.at(page, 'adx_webpagelanguageid'), 'adx_portallanguageid'),
      'adx_languagecode',
    );
  }

  titleOf(page: SiteRecord): string {
    const content = this.contentOf(page);
    return textOf(content, 'adx_title') || textOf(content, 'adx_name');
  }
}

export const textOf = (record: SiteRecord | undefined, column: string): string =>
  record && Object.hasOwn(record.fields, column) ? String(record.fields[column]) : '';
