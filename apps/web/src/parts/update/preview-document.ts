import type { Drawn } from '@portico/merge/draw/draw-page';

/** What stands where something can't be drawn, by its kind. */
export type GoneWords = Readonly<Record<'form' | 'list' | 'data' | 'picture' | 'own', string>>;

const look = `
:root { color-scheme: light; }
body { margin: 16px; background: #fff; color: #242424; font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
:where([data-link]) { color: #0f548c; text-decoration: underline; }
[data-gone] { display: block; margin: 8px 0; padding: 8px 12px; border: 1px dashed #616161; background: #f5f5f5; color: #424242; }
span[data-gone] { display: inline-block; margin: 0; padding: 2px 8px; }
`;

/** A document for a frame in which nothing runs: it loads nothing, whatever the page it shows would like. */
export function documentOf(
  { html, css, title, lang }: Drawn,
  words: GoneWords,
  nonce: string | undefined,
): string {
  const marks = Object.entries(words).map(
    ([kind, word]) =>
      `[data-gone="${kind}"]::before { content: ${quoted(word.trimEnd())} " " attr(data-name); }`,
  );
  const styles = nonce ? `'nonce-${nonce}'` : "'unsafe-inline'";
  const style = (rules: string) => `<style${nonce ? ` nonce="${nonce}"` : ''}>${rules}</style>`;
  return `<!doctype html><html${lang && /^[a-z-]+$/i.test(lang) ? ` lang="${lang}"` : ''}><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src ${styles}">
<meta http-equiv="x-dns-prefetch-control" content="off">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</title>
${style(look)}${style(css)}${style(marks.join('\n'))}</head><body>${html}</body></html>`;
}

/** As a string of a style sheet. */
const quoted = (text: string): string =>
  `"${text.replace(/["\\<\n]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`;
