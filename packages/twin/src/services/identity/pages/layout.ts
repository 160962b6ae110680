import { createHash } from 'node:crypto';

/** Text that has been made safe, or was ours from the start. */
export class Html {
  readonly source: string;
  constructor(source: string) {
    this.source = source;
  }
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template tag: values are escaped unless they are made of the same tag. */
export function html(
  strings: TemplateStringsArray,
  ...values: readonly (string | Html | readonly Html[])[]
): Html {
  const shown = (value: string | Html | readonly Html[]): string => {
    if (typeof value === 'string') return value.replaceAll(/[&<>"']/g, (found) => escapes[found] ?? found);
    return value instanceof Html ? value.source : value.map(({ source }) => source).join('');
  };
  return new Html(
    strings.map((part, index) => part + (index < values.length ? shown(values[index] ?? '') : '')).join(''),
  );
}

const style = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { margin: 0; background: Canvas; color: CanvasText; }
  .rehearsal { padding: .5rem 1rem; background: #5c2e91; color: #fff; text-align: center; }
  main { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
  h1 { font-size: 1.5rem; line-height: 1.25; } h2 { font-size: 1.125rem; margin: 1.5rem 0 .5rem; }
  ul.people { list-style: none; margin: 0; padding: 0; }
  ul.people li { margin: 0 0 .5rem; }
  button { font: inherit; color: inherit; padding: .75rem 1rem; border: 1px solid GrayText; border-radius: .375rem;
    background: Canvas; cursor: pointer; min-height: 44px; }
  ul.people button { width: 100%; text-align: start; }
  button:hover { border-color: Highlight; } button:focus-visible { outline: 3px solid Highlight; outline-offset: 2px; }
  button.first { background: #5c2e91; border-color: #5c2e91; color: #fff; }
  .name { display: block; font-weight: 600; } .choices { display: flex; flex-wrap: wrap; gap: .75rem; margin-top: 1.5rem; }
  label { display: block; margin-top: 1rem; } code { overflow-wrap: anywhere; }`;

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Headers of every page: nothing runs, nothing is loaded; forms lead here and on to the app that sent the person. */
export const pageHeaders = (returnsTo?: string): Readonly<Record<string, string>> => ({
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': [
    "default-src 'none'",
    `style-src ${styleHash}`,
    // Chromium holds a redirect after a form to the same rule.
    `form-action 'self' ${returnsTo ? new URL(returnsTo).origin : ''}`.trim(),
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; '),
  'Cache-Control': 'no-store',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
});

export const page = (title: string, content: Html): string =>
  `<!doctype html>\n${
    html`<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${new Html(style)}</style></head><body>
<header class="rehearsal">Rehearsal: this is not Microsoft’s sign-in, and nobody asks for a password here.</header>
<main><h1>${title}</h1>
${content}</main></body></html>`.source
  }\n`;
