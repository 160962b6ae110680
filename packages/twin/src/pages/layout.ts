import { createHash } from 'node:crypto';
import { Html, html } from '../services/identity/pages/layout.ts';

export { Html, html };

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; background: Canvas; color: CanvasText; }
  .rehearsal { margin: 0; padding: .5rem 1rem; background: #5c2e91; color: #fff; text-align: center; }
  header, main { max-width: 60rem; margin: 0 auto; padding: .5rem 1rem; }
  header { display: flex; flex-wrap: wrap; gap: .5rem 1rem; justify-content: space-between; align-items: center; }
  nav ul, ul.plain, ul.tiles { list-style: none; margin: 0; padding: 0; }
  nav ul { display: flex; flex-wrap: wrap; gap: 1rem; }
  ul.tiles { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: 1rem; }
  ul.tiles li { border: 1px solid GrayText; border-radius: .375rem; padding: 1rem; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: start; padding: .375rem .75rem .375rem 0; vertical-align: top; }
  th, td { border-bottom: 1px solid GrayText; overflow-wrap: anywhere; }
  h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.125rem; margin-top: 1.5rem; }
  label { display: block; margin-top: .75rem; font-weight: 600; }
  input, select, button { font: inherit; color: inherit; background: Canvas; padding: .5rem .75rem; border: 1px solid GrayText; border-radius: .375rem; min-height: 44px; }
  form.row { display: inline-flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: .25rem .5rem .25rem 0; }
  button { cursor: pointer; } button.first { background: #5c2e91; border-color: #5c2e91; color: #fff; }
  :focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
  iframe.drawn { box-sizing: border-box; width: 100%; margin: 1rem 0; height: 60vh; min-height: 20rem; border: 1px solid GrayText; background: #fff; }
  .error { border-inline-start: 4px solid #c50f1f; padding-inline-start: 1rem; }`;

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/**
 * Headers of a page: nothing runs, nothing is loaded, forms lead back to the page's own host.
 * @param nonce of a frame's styles, which may have pictures that stand in the page itself
 */
export const pageHeadersWith = (nonce?: string): Readonly<Record<string, string>> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src ${styleHash}${nonce ? ` 'nonce-${nonce}'; img-src data:` : ''}; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
});

export const pageHeaders = pageHeadersWith();

/** A page of the twin: one heading, and a line that says where one is. */
export const page = (title: string, content: Html, header: Html = html``): string =>
  `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${new Html(style)}</style></head><body>
<p class="rehearsal">Rehearsal: a stand-in for Microsoft’s page. Nothing here reaches a real tenant.</p>
<header>${header}</header>
<main><h1>${title}</h1>
${content}</main></body></html>`.source
  }\n`;
