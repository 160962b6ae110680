import { chromium } from '@playwright/test';
import AxeBuilder from '@axe-core/playwright';
const [, , mode, ...ids] = process.argv;
const modes = {
  light: {},
  dark: { colorScheme: 'dark' },
  forced: { forcedColors: 'active' },
  phone: { viewport: { width: 320, height: 640 } },
  zoom: { viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 },
  rtl: { q: '&dir=rtl' },
  long: { q: '&locale=en-XA' },
};
const b = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const m = modes[mode.replace('axe-', '')];
const { q = '', ...o } = m;
const c = await b.newContext({ viewport: { width: 1440, height: 900 }, ...o });
const p = await c.newPage();
p.on('console', (x) => {
  if (['error', 'warning'].includes(x.type())) console.log('CONSOLE', x.text().slice(0, 300));
});
p.on('pageerror', (e) => console.log('PAGEERROR', e.message.slice(0, 300)));
let list = ids;
await p.goto('http://localhost:4601/gallery.html');
await p.waitForSelector('[data-exhibit]');
if (!ids.length) list = await p.$$eval('[data-exhibit]', (x) => x.map((e) => e.dataset.exhibit));
for (const id of list) {
  await p.goto(`http://localhost:4601/gallery.html?only=${id}${q}`);
  await p.waitForSelector('#root *');
  await p.waitForTimeout(450);
  const over = await p.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  if (over > 0) console.log('OVERFLOW', id, over);
  if (mode.startsWith('axe-')) {
    const r = await new AxeBuilder({ page: p }).analyze();
    for (const v of r.violations)
      console.log(
        'AXE',
        id,
        v.id,
        v.nodes.length,
        v.nodes[0].html.slice(0, 160),
        v.nodes[0].failureSummary?.slice(0, 200).replace(/\n/g, ' '),
      );
  } else await p.screenshot({ path: `/tmp/shots/${mode}-${id}.png`, fullPage: mode !== 'zoom' });
}
await b.close();
