import { expect, test } from 'vitest';
import type { SiteRecord } from '../record.ts';
import { id, record } from '../test-support/some-sites.ts';
import { drawBoth } from './draw-record.ts';

const now = new Date('2026-11-27T12:00:00Z');
const refs = (names: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(names).map(([column, name]) => [column, id(name)]));
const template = (name: string, adx_source: string) =>
  record('adx_webtemplate', name, { fields: { adx_name: name, adx_source } });
const snippet = (name: string, adx_value: string) =>
  record('adx_contentsnippet', `snippet ${name}`, { fields: { adx_name: name, adx_value } });
const copy = (said: string, css = ''): SiteRecord[] => [
  record('adx_webpage', 'page', {
    fields: { adx_name: 'Terms', adx_partialurl: 'terms' },
    refs: refs({ adx_parentpageid: 'home', adx_pagetemplateid: 'shown' }),
  }),
  record('adx_webpage', 'content', {
    fields: {
      adx_name: 'Terms',
      adx_title: 'Terms & more',
      adx_copy: said,
      adx_customcss: css,
      adx_partialurl: 'terms',
    },
    refs: refs({
      adx_rootwebpageid: 'page',
      adx_parentpageid: 'home',
      adx_pagetemplateid: 'shown',
      adx_webpagelanguageid: 'english',
    }),
  }),
];

const site = (...more: readonly SiteRecord[]): SiteRecord[] => [
  record('adx_website', 'site', {
    fields: { adx_name: 'Site' },
    refs: refs({ adx_footerwebtemplateid: 'Footer', adx_defaultlanguage: 'english' }),
  }),
  record('adx_webpage', 'home', { fields: { adx_name: 'Home', adx_partialurl: '/' } }),
  record('adx_pagetemplate', 'shown', {
    fields: { adx_name: 'Shown', adx_type: 756_150_001 },
    refs: refs({ adx_webtemplateid: 'Body' }),
  }),
  template('Layout', '<main>{% block main %}nothing{% endblock %}</main>'),
  template(
    'Body',
    "{% extends 'Layout' %}{% block main %}<h1>{% editable page 'adx_title' type: 'text' %}</h1>{% editable page 'adx_copy' type: 'html', liquid: true %}{% endblock %}",
  ),
  template('Footer', "<footer>{{ snippets['Footer'] }}</footer>"),
  snippet('Footer', 'in {{ now | date: "yyyy" }}'),
  ...more,
];

const draw = async (records: readonly SiteRecord[], name: string, before = records) =>
  drawBoth({ before, after: records }, id(name), now);

test('a page is drawn by its template, its layout, its copy in the language, and the frame of the site', async () => {
  const records = site(...copy("<p>{{ snippets['footer'] }} {{ page.url }}</p>", 'p{color:red}'));
  const { after } = await draw(records, 'page');
  expect(after).toMatchObject({ title: 'Terms & more', path: '/terms', css: 'p{color:red}' });
  expect(after?.html.replaceAll('\n', '')).toBe(
    '<main><h1>Terms &#38; more</h1><p>in 2026 /terms</p></main><footer>in 2026</footer>',
  );
});

test('a snippet is seen on the first page on which it stands, before and after alike', async () => {
  const records = site(...copy("{{ snippets['Other'] }}"), snippet('Other', 'now'));
  const changed = records.map((each) =>
    each.id === id('snippet Other') ? { ...each, fields: { ...each.fields, adx_value: 'then' } } : each,
  );
  const { before, after } = await draw(changed, 'snippet Other', records);
  expect([before?.path, after?.path]).toEqual(['/terms', '/terms']);
  expect([before?.html, after?.html].map((html) => /now|then/.exec(html ?? '')?.[0])).toEqual([
    'now',
    'then',
  ]);
});

test('what stands on no page, is new, or is deactivated has no picture on that side', async () => {
  const records = site(snippet('Unused', 'x'), ...copy('new'));
  expect(await draw(records, 'snippet Unused')).toEqual({});
  const { before, after } = await draw(records, 'page', site());
  expect([before, after?.title]).toEqual([undefined, 'Terms & more']);
  const away = records.map((each) =>
    each.table === 'adx_webpage' ? { ...each, inactive: true as const } : each,
  );
  expect((await draw(away, 'page', records)).after).toBeUndefined();
});

test('data, forms, lists and what nobody knows are marked or left out', async () => {
  const records = site(
    ...copy(
      "{% webform name: 'Order' %}{% fetchxml all %}<fetch>{{ x }}</fetch>{% endfetchxml %}{% entitylist name: 'All' %}b{% endentitylist %}{% chart id: 'c' %}end{{ entities.account['x'].name }}",
    ),
  );
  expect((await draw(records, 'page')).after?.html).toContain(
    '<div data-gone="form" data-name="Order"></div><div data-gone="data" data-name=""></div><div data-gone="list" data-name="All"></div>end</main>',
  );
});

test.each([
  ['one that stands in itself ends', "a{{ snippets['Loop'] }}b", 'ab'],
  [
    'nothing behind an object is reached',
    '{{ page.constructor }}{{ snippets.constructor }}{{ page.__proto__ }}{{ user.roles.constructor }}',
    '',
  ],
])('%s', async (_, said, drawn) => {
  const records = site(...copy("{{ snippets['Loop'] }}"), snippet('Loop', said));
  expect((await draw(records, 'page')).after?.html).toContain(`</h1>${drawn}</main>`);
});

test.each([
  ['a fault', '{% if x %}'],
  [
    'a loop that never ends',
    '{% for i in (1..9999999) %}{% for j in (1..9999999) %}x{% endfor %}{% endfor %}',
  ],
  ['an include of itself', "{% include 'Self' %}"],
])('%s is told in place of the page', async (_, said) => {
  const records = site(...copy(said), template('Self', "{% include 'Self' %}"));
  const { after } = await draw(records, 'page', []);
  expect(after?.html).toBe('');
  expect(after?.fault).toMatch(/.+/);
});
