import { chromium } from '@playwright/test';
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { findBrowser } from '../tools/browser.ts';
const root = new URL('../apps/web/dist-gallery/', import.meta.url);
const types = { html: 'text/html', js: 'text/javascript', css: 'text/css', svg: 'image/svg+xml' };
const server = createServer(async (q, r) => {
  const p = new URL(q.url, 'http://x').pathname;
  try {
    const b = await readFile(new URL('.' + (p === '/' ? '/gallery.html' : p), root));
    r.setHeader('content-type', types[p.split('.').at(-1)] ?? 'text/html');
    r.end(b);
  } catch {
    r.statusCode = 404;
    r.end();
  }
}).listen(0);
const port = server.address().port;
const b = await chromium.launch({
  executablePath: await findBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
const [, , ...ids] = process.argv;
for (const id of ids)
  for (const [n, q, w] of [
    ['light', 'theme=light', 1280],
    ['dark', 'theme=dark', 1280],
    ['phone', 'theme=light', 390],
  ]) {
    const p = await b.newPage({ viewport: { width: w, height: 900 } });
    await p.goto(`http://localhost:${port}/?${q}#${id}`);
    await p.locator(`html[data-shown="${id}"]`).waitFor();
    await p.screenshot({ path: `/work/out/${id}-${n}.png`, fullPage: true });
    await p.close();
  }
await b.close();
server.close();
