import { bigSite } from '@portico/merge/test-support/bench/big-site';
import { expect, test } from 'vitest';
import { drawApart } from './draw-apart.ts';

const { records } = bigSite('ours', 300);
const page = records.find(({ table, refs }) => table === 'adx_webpage' && refs['adx_webpagelanguageid']);
const request = { before: records, after: records, id: page?.id ?? '', now: new Date() };

test('a page is drawn away from everybody else', async () => {
  const { before, after } = (await drawApart(request)) ?? {};
  expect(after?.title).toMatch(/.+/);
  expect(before).toEqual(after);
});

test('what takes too long is given up, and so is what takes too much memory', async () => {
  expect(await drawApart(request, { milliseconds: 1, megabytes: 256 })).toBeUndefined();
  expect(await drawApart(request, { milliseconds: 20_000, megabytes: 2 })).toBeUndefined();
});

test('many at once wait for each other, and each gets its page; one that is given up holds none of them', async () => {
  const endless = { milliseconds: 1, megabytes: 256 };
  const asked = [undefined, endless, undefined, undefined].map((limits) => drawApart(request, limits));
  const pages = (await Promise.all(asked)).map((drawn) => drawn?.after?.path);
  expect(pages).toEqual([pages[0], undefined, pages[0], pages[0]]);
  expect(pages[0]).toMatch(/^\//);
});

test('a text that grows without end takes nobody along', async () => {
  const grows =
    "{% assign a = 'much' %}{% for i in (1..60) %}{% capture a %}{{ a }}{{ a }}{% endcapture %}{% endfor %}{{ a | upcase }}";
  const after = records.map((each) =>
    each.table === 'adx_webtemplate' ? { ...each, fields: { ...each.fields, adx_source: grows } } : each,
  );
  const drawn = await drawApart({ ...request, before: [], after });
  expect(drawn?.after?.html ?? '').toBe('');
  expect(drawn?.after?.fault ?? 'given up').toMatch(/.+/);
});
