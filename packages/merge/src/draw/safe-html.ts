// What is drawn of somebody's site is untrusted. It isn't cleaned but written anew: only what stands on these lists
// comes through, so what a browser makes of anything else is never asked.

const elements = new Set(
  'a abbr address article aside b blockquote br button caption center cite code col colgroup dd del details dfn div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img input ins kbd label legend li main mark nav ol optgroup option p pre q s samp section select small span strike strong sub summary sup table tbody td tfoot th thead time tr u ul var'.split(
    ' ',
  ),
);
/** What stands in these is no text of the page. */
const silent =
  'script|style|template|noscript|iframe|object|svg|math|xmp|noembed|noframes|textarea|title|select-menu';
const attributes = new Set(
  'class id lang dir title alt role colspan rowspan scope headers start type value placeholder open for'.split(
    ' ',
  ),
);

/** Stands where something of the site can't be drawn; the page that shows the drawing says in words what. */
export const gone = (kind: string, name: string): string =>
  `<portico-gone kind="${escaped(kind)}" name="${escaped(name)}"></portico-gone>`;

export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const token = new RegExp(
  `<!--[\\s\\S]*?(?:-->|$)|<(${silent})\\b[\\s\\S]*?(?:</\\1\\s*>|$)|<(/?)([a-z][a-z0-9-]*)((?:[^<>"']|"[^"]*"|'[^']*')*)>|<`,
  'gi',
);
const attribute = /([a-z][a-z0-9-]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/gi;

interface Safe {
  readonly html: string;
  /** What stood in `style` attributes, as rules: the page that shows it takes styles from one place only. */
  readonly css: string;
}

export function safeHtml(source: string): Safe {
  const rules: string[] = [];
  const html = source.replace(
    token,
    (all: string, _silent?: string, end?: string, name?: string, said?: string) => {
      if (all === '<') return '&lt;';
      if (name === undefined) return '';
      const tag = name.toLowerCase();
      if (tag === 'portico-gone') return end ? '' : marker(said ?? '');
      if (!elements.has(tag)) return '';
      return end ? `</${tag}>` : opening(tag, said ?? '', rules);
    },
  );
  return { html, css: rules.join('\n') };
}

const valuesOf = (said: string): ReadonlyMap<string, string> =>
  new Map(
    [...said.matchAll(attribute)].map(([, name = '', a, b, c]) => [
      name.toLowerCase(),
      unescaped(a ?? b ?? c ?? ''),
    ]),
  );

const unescaped = (text: string): string =>
  text.replace(/&#(\d{1,6});/g, (all, code: string) =>
    Number(code) < 0x11_00_00 ? String.fromCodePoint(Number(code)) : all,
  );

function marker(said: string): string {
  const values = valuesOf(said);
  return `<div data-gone="${escaped(values.get('kind') ?? '')}" data-name="${escaped(values.get('name') ?? '')}"></div>`;
}

function opening(tag: string, said: string, rules: string[]): string {
  const values = valuesOf(said);
  if (tag === 'img' && !/^data:image\/(?:png|gif|jpeg|webp);/i.test(values.get('src') ?? ''))
    return `<span data-gone="picture" data-name="${kept(values.get('alt') || values.get('src') || '')}"></span>`;
  const shown = [...values].filter(([name]) => attributes.has(name) || /^aria-[a-z]+$/.test(name));
  if (tag === 'img') shown.push(['src', values.get('src') ?? '']);
  // Nothing in here leads anywhere; what a site styles as a link still looks like one.
  if (tag === 'a' && values.has('href')) shown.push(['data-link', '']);
  if (['input', 'button', 'select'].includes(tag)) shown.push(['disabled', '']);
  const style = values.get('style');
  if (style) {
    rules.push(`[data-style="${rules.length}"]{${style.replace(/[{}]/g, '')}}`);
    shown.push(['data-style', String(rules.length - 1)]);
  }
  return `<${tag}${shown.map(([name, value]) => ` ${name}="${kept(value)}"`).join('')}>`;
}

/** Entities stay what they were; nothing can end the attribute. */
const kept = (value: string): string => value.replace(/[<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A style sheet that stays within its element, and loads nothing: no address in it is more than words. */
export const safeCss = (source: string): string =>
  source.replace(/<\//g, '<\\/').replace(/@import[^;]*;?/gi, '');
