import type { Context, Emitter } from 'liquidjs';
import { faultIn } from '../check-text/check-liquid.ts';
import { teach, unknownTags } from '../check-text/dialect.ts';
import type { SiteRecord } from '../record.ts';
import { dateFilter } from './date-filter.ts';
import { escaped, gone, safeCss, safeHtml } from './safe-html.ts';
import { everybody, scopeOf, type Visitor } from './scope.ts';
import { type SiteView, textOf } from './site-view.ts';

/** A page as a browser may show it: nothing in it runs, loads or leads anywhere. */
export interface Drawn {
  readonly title: string;
  readonly path: string;
  readonly html: string;
  readonly css: string;
  /** `en-US`, where the site says so. */
  readonly lang?: string;
  /** It can't be drawn as it is: what Liquid says. */
  readonly fault?: string;
}
export interface Drew extends Drawn {
  readonly page: string;
  /** Ids of the records that stand on it. */
  readonly used: ReadonlySet<string>;
}

/** Far above any page of a site, and far below what would hold anybody up. Characters, milliseconds, objects. */
const limits = { parseLimit: 5_000_000, renderLimit: 800, memoryLimit: 20_000_000 };

const rewriting = 756_150_000;
/** What stands for data, by the tag that asks for it. */
const kinds: Readonly<Record<string, string>> = {
  entityform: 'form',
  webform: 'form',
  entitylist: 'list',
  entityview: 'list',
  fetchxml: 'data',
};

/** Draws a page of a site by its records alone, as somebody with every role sees it, or whoever it is drawn for. */
export async function drawPage(
  view: SiteView,
  asked: SiteRecord,
  now: Date,
  user: Visitor | null = everybody(view),
): Promise<Drew> {
  const page = view.contentOf(asked);
  const drawing = { view, page, now, user, used: new Set([asked.id, page.id]) };
  const lang = view.languageOf(page);
  const found = {
    page: asked.id,
    title: view.titleOf(page),
    path: view.pathOf(page),
    used: drawing.used,
    ...(lang && { lang }),
  };
  const css = stylesOf(view, page, drawing.used);
  try {
    const drawn = await liquidOf(drawing);
    if (drawn.length > limits.parseLimit) throw new Error('the page is too long');
    const { html, css: inline } = safeHtml(drawn);
    return { ...found, html, css: safeCss([css, inline].filter(Boolean).join('\n')) };
  } catch (error) {
    // What a site says wrongly is shown to whoever decides; the limits end here too.
    return { ...found, html: '', css: '', fault: faultIn(error).says };
  }
}

interface Painting {
  readonly view: SiteView;
  readonly page: SiteRecord;
  readonly now: Date;
  readonly user: Visitor | null;
  readonly used: Set<string>;
}

async function liquidOf({ view, page, now, user, used }: Painting): Promise<string> {
  const { Liquid } = await import('liquidjs');
  const source = (name: string) => {
    const template = view.named('adx_webtemplate', name);
    if (template) used.add(template.id);
    return textOf(template, 'adx_source');
  };
  const engine = new Liquid({
    ...limits,
    ownPropertyOnly: true,
    relativeReference: false,
    timezoneOffset: 0,
    locale: 'en',
    fs: {
      exists: async () => true,
      existsSync: () => true,
      readFile: async (name) => source(name),
      readFileSync: source,
      resolve: (_, name) => name,
      contains: async () => true,
      containsSync: () => true,
      sep: '/',
      dirname: () => '',
    },
  });
  engine.registerFilter('date', dateFilter(engine.filters['date']));
  const { layout } = engine.tags;
  if (layout) engine.registerTag('extends', layout);
  const texts = ['adx_webtemplate', 'adx_contentsnippet', 'adx_webpage'].flatMap((table) =>
    view
      .all(table)
      .flatMap(({ fields }) => Object.values(fields).filter((value) => typeof value === 'string')),
  );
  await teach(engine, unknownTags(texts, engine), drawTag);
  const drawn = new Set<SiteRecord>();
  const scope = scopeOf({
    view,
    page,
    now,
    user,
    used,
    draw: async (record, text) => {
      // One that stands within itself would never end.
      if (drawn.has(record)) return '';
      drawn.add(record);
      const html: unknown = await engine.parseAndRender(text, scope);
      drawn.delete(record);
      return String(html);
    },
  });
  const template = view.at(page, 'adx_pagetemplateid');
  if (template) used.add(template.id);
  const body = view.at(template, 'adx_webtemplateid');
  const [site] = view.all('adx_website');
  const framed = template?.fields['adx_usewebsiteheaderandfooter'] !== false;
  const around = (column: string) => (framed ? view.at(site, column) : undefined);
  const parts = [around('adx_headerwebtemplateid'), body, around('adx_footerwebtemplateid')];
  const drawnParts: string[] = [];
  for (const part of parts) {
    if (part) used.add(part.id);
    if (part) drawnParts.push(String(await engine.parseAndRender(textOf(part, 'adx_source'), scope)));
    if (part !== body) continue;
    if (template?.fields['adx_type'] === rewriting || !part)
      drawnParts.push(gone('own', textOf(template, 'adx_rewriteurl') || textOf(template, 'adx_name')));
  }
  return drawnParts.join('\n');
}

function* drawTag(name: string, args: string, context: Context, emitter: Emitter): Iterable<unknown> {
  const [, named] = /\b(?:name|key|id)\s*:\s*['"]([^'"]+)/.exec(args) ?? [];
  if (name !== 'editable') {
    const kind = kinds[name];
    if (kind) emitter.write(gone(kind, named ?? ''));
    return;
  }
  const [, of, column = ''] = /^\s*([\w.]+)\s+['"]([^'"]*)['"]/.exec(args) ?? [];
  if (of === undefined) return;
  // The engine’s own way to ask for what may take a while; the others are deprecated or don’t wait.
  // oxlint-disable-next-line no-underscore-dangle -- see above
  const value: unknown = yield context._get([...of.split('.'), column]);
  const [, otherwise = ''] = /\bdefault\s*:\s*['"]([^'"]*)/.exec(args) ?? [];
  const said = typeof value === 'string' && value !== '' ? value : otherwise;
  emitter.write(column === 'adx_title' ? escaped(said) : said);
}

/** Style sheets among the site's files, and the page's own. */
function stylesOf(view: SiteView, page: SiteRecord, used: Set<string>): string {
  const files = view.all('adx_webfile').filter(({ body, fields }) => {
    return body && 'text' in body && /\.css$/i.test(String(fields['adx_partialurl'] ?? ''));
  });
  for (const { id } of files) used.add(id);
  const sheets = files.map(({ body }) => (body && 'text' in body ? body.text : ''));
  return [...sheets, textOf(page, 'adx_customcss')].filter(Boolean).join('\n');
}
