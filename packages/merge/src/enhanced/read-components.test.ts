import { describe, expect, test } from 'vitest';
import { component, tableOfType } from '../tables/enhanced.ts';
import { tableOf } from '../tables/standard.ts';
import { id } from '../test-support/some-sites.ts';
import { type EnhancedSite, readComponents } from './read-components.ts';
import type { Facts } from './said-in.ts';

const stamps = { createdon: '2026-11-01T10:00:00Z', modifiedon: '2026-11-01T10:00:00Z', statecode: 0 };
const row = (name: string, type: number, content: unknown, more: Record<string, unknown> = {}) => ({
  '@odata.etag': 'W/"7"',
  powerpagecomponentid: id(name),
  name,
  powerpagecomponenttype: type,
  content: typeof content === 'string' ? content : JSON.stringify(content),
  ...stamps,
  ...more,
});
const site = {
  powerpagesiteid: id('site'),
  name: 'Orders',
  content: JSON.stringify({ defaultlanguage: id('english'), website_language: 1033 }),
  ...stamps,
};
const english = {
  powerpagesitelanguageid: id('english'),
  name: 'English',
  displayname: 'English',
  languagecode: 'en-US',
  lcid: 1033,
  content: JSON.stringify({ publishingstate: id('Published'), systemlanguage: 1033 }),
  ...stamps,
};
const seal = (secret: string) => `mark of ${secret.length}`;
const described = (facts: Partial<Record<keyof Facts, string>>, defaults: Facts['defaults'] = {}): Facts => {
  const names = (text = '') => new Set(text.split(' '));
  return {
    lookups: names(facts.lookups),
    choices: names(facts.choices),
    flags: names(facts.flags),
    defaults,
  };
};

function read(
  components: EnhancedSite['components'],
  {
    facts = {},
    pairs = [],
    bodies = new Map(),
  }: {
    facts?: Record<string, Facts>;
    pairs?: EnhancedSite['pairs'];
    bodies?: EnhancedSite['bodies'];
  } = {},
) {
  const from = { site, languages: [english], components, pairs, bodies };
  const records = readComponents(from, { seal, facts: new Map(Object.entries(facts)) });
  return (name: string) => records.find((record) => record.id === id(name));
}

/** What each type’s content looks like, and what the standard model calls it: other names than their own prefix aside. */
const types: Readonly<Record<number, readonly [content: object, fields: object, refs?: object]>> = {
  1: [
    { isdefault: true, displayorder: 1 },
    { adx_isdefault: true, adx_displayorder: 1 },
  ],
  2: [
    { copy: '<p>A</p>', customcss: 'a {}', partialurl: 'orders', parentpageid: id('other') },
    { adx_copy: '<p>A</p>', adx_customcss: 'a {}', adx_partialurl: 'orders' },
    { adx_parentpageid: id('other') },
  ],
  3: [{ partialurl: 'logo.png', filecontent: null }, { adx_partialurl: 'logo.png' }],
  4: [{ display_name: 'Main', copy: '' }, { adx_display_name: 'Main' }],
  5: [
    { weblinksetid: id('other'), displayorder: 3 },
    { adx_displayorder: 3 },
    { adx_weblinksetid: id('other') },
  ],
  6: [
    { type: 756150001, webtemplateid: id('other') },
    { adx_type: 756150001 },
    { adx_webtemplateid: id('other') },
  ],
  7: [
    { value: 'Welcome', contentsnippetlanguageid: id('english') },
    { adx_value: 'Welcome' },
    { adx_contentsnippetlanguageid: id('english') },
  ],
  8: [{ source: '<h1></h1>' }, { adx_source: '<h1></h1>' }],
  9: [{ value: 'true', websiteid: id('site') }, { adx_value: 'true' }],
  10: [{ right: 2, webpageid: id('other') }, { adx_right: 2 }, { adx_webpageid: id('other') }],
  11: [{ anonymoususersrole: true }, { adx_anonymoususersrole: true }],
  12: [{ managesitemarkers: true }, { adx_managesitemarkers: true }],
  13: [{ pageid: id('other') }, {}, { adx_pageid: id('other') }],
  15: [
    { entityname: 'contact', registerstartupscript: 'go()', entityFormMetadatas: [] },
    { adx_entityname: 'contact', adx_registerstartupscript: 'go()' },
  ],
  16: [
    { attributelogicalname: 'name', entityform: id('other') },
    { adx_attributelogicalname: 'name' },
    { adx_entityform: id('other') },
  ],
  17: [
    { views: '{"Views":[]}', settingsDetails: { b: 1, a: [2] } },
    { adx_views: '{"Views":[]}', adx_settingsdetails: '{"a":[2],"b":1}' },
  ],
  18: [
    { entityname: 'thing', entitylogicalname: 'contact', scope: 756150000, childTablePermissions: [] },
    { adx_entitylogicalname: 'contact', adx_scope: 756150000 },
  ],
  19: [
    { startstep: id('other'), webFormSteps: [id('other')] },
    { adx_webformsteps: `["${id('other')}"]` },
    { adx_startstep: id('other') },
  ],
  20: [
    { targetentitylogicalname: 'salesorder', webform: id('other') },
    { adx_targetentitylogicalname: 'salesorder' },
    { adx_webform: id('other') },
  ],
  21: [
    { attributelogicalname: 'name', webformstep: id('other') },
    { adx_attributelogicalname: 'name' },
    { adx_webformstep: id('other') },
  ],
  24: [{ adx_pollplacement_poll: [id('poll')] }, { adx_pollplacement_poll: `["${id('poll')}"]` }],
  26: [{ adx_adplacement_ad: [id('ad')] }, { adx_adplacement_ad: `["${id('ad')}"]` }],
  27: [
    { botschemaname: 'bot', configjson: '{}' },
    { adx_botschemaname: 'bot', adx_configjson: '{}' },
  ],
  28: [{ profilename: 'thing', tablename: 'account' }, { adx_tablename: 'account' }],
  29: [
    { columnname: 'fax', permissions: '746610000', columnpermissionprofileid: id('other') },
    { adx_columnname: 'fax', adx_permissions: '746610000' },
    { adx_columnpermissionprofileid: id('other') },
  ],
  30: [
    { inboundurl: 'old', webpageid: id('other') },
    { adx_inboundurl: 'old' },
    { adx_webpageid: id('other') },
  ],
  31: [{ fromstate: id('other') }, {}, { adx_fromstate: id('other') }],
  32: [{ webpageid: id('other') }, {}, { adx_webpageid: id('other') }],
  33: [{ flowapiurl: '/_api/flow' }, { adx_flowapiurl: '/_api/flow' }],
};
/** Types whose name is put together, and says nothing. */
const withoutName = [16, 21, 29];

test('no type is mapped that has no case here', () => {
  expect(Object.keys(types)).toEqual(Object.keys(tableOfType));
});

test.each(Object.keys(tableOfType).map(Number))(
  'a component of type %d says it as the standard model does',
  (type) => {
    const [content, fields, refs = {}] = types[type] ?? [{}, {}];
    const found = read([row('thing', type, content), row('other', 8, {})])('thing');
    const table = tableOfType[type] ?? '';
    const name = withoutName.includes(type) ? {} : { [tableOf(table).title]: 'thing' };
    expect(found).toEqual({
      table,
      id: id('thing'),
      etag: 'W/"7"',
      fields: { ...name, ...fields },
      refs,
      sets: {},
      untouched: true,
    });
  },
);

test.each([34, 35, 99])('a component of type %d is kept as it came, with what it holds', (type) => {
  const content = { adx_serverlogic_adx_webrole: [id('role')], display_name: 'Status' };
  const rows = [
    row('logic', type, content, { _powerpagesitelanguageid_value: id('english') }),
    row('role', 11, {}),
  ];
  const found = read(rows, {
    pairs: [[id('logic'), id('role')]],
    bodies: new Map([[id('logic'), { text: 'go()' }]]),
  })('logic');
  expect(found).toMatchObject({
    table: component,
    fields: { name: 'logic', powerpagecomponenttype: type, content: JSON.stringify(content) },
    refs: { powerpagesitelanguageid: id('english') },
    sets: { powerpagecomponent_powerpagecomponent: [id('role')] },
    body: { text: 'go()' },
  });
});

test.each(['', '[1]', '{"source":', 'plain'])(
  'content that is no object is no reason to fail: %j',
  (content) => {
    const found = read([row('thing', 8, content)])('thing');
    if (content === '')
      expect(found).toMatchObject({ table: 'adx_webtemplate', fields: { adx_name: 'thing' } });
    else expect(found).toMatchObject({ table: component, fields: { content } });
  },
);

describe('what virtual tables say of the columns', () => {
  const facts = {
    adx_webpage: described(
      { lookups: 'adx_pagetemplateid', choices: 'adx_feedbackpolicy', flags: 'adx_isroot adx_enablerating' },
      { adx_feedbackpolicy: 756150005, adx_enablerating: false },
    ),
  };

  test('decides what is a lookup, a choice, a flag, and what nobody chose', () => {
    const content = {
      pagetemplateid: id('elsewhere').toUpperCase(),
      // A text that happens to be the id of something.
      title: id('role'),
      feedbackpolicy: '756150005',
      enablerating: false,
      IsRoot: 'True',
      mspp_summary: 'S',
    };
    expect(read([row('page', 2, content), row('role', 11, {})], { facts })('page')).toMatchObject({
      fields: { adx_name: 'page', adx_title: id('role'), adx_isroot: true, adx_summary: 'S' },
      refs: { adx_pagetemplateid: id('elsewhere') },
    });
  });

  test('tells a redirect’s status code from the row’s', () => {
    const content = { statuscode: 756150001, statecode: 0 };
    const redirect = described({ choices: 'adx_statuscode' });
    const of = (facts: Record<string, Facts>) =>
      read([row('redirect', 30, content)], { facts })('redirect')?.fields['adx_statuscode'];
    expect(of({ adx_redirect: redirect })).toBe(756150001);
    expect(of({})).toBeUndefined();
  });
});

describe('a language', () => {
  test('stands beside the content or in it, and never where the standard model has none', () => {
    const beside = { _powerpagesitelanguageid_value: id('english') };
    const by = read([row('page', 2, {}, beside), row('role', 11, {}, beside), row('set', 4, {}, beside)]);
    expect(by('page')?.refs).toEqual({ adx_webpagelanguageid: id('english') });
    expect(by('set')?.refs).toEqual({ adx_websitelanguageid: id('english') });
    expect(by('role')?.refs).toEqual({});
  });

  test('is a row of the site and one of the organization, told apart by its LCID', () => {
    const by = read([row('Published', 1, {})]);
    const { adx_portallanguageid: global = '', ...refs } = by('english')?.refs ?? {};
    expect(by('english')).toMatchObject({ table: 'adx_websitelanguage', fields: { adx_name: 'English' } });
    expect(refs).toEqual({ adx_publishingstate: id('Published') });
    const all = readComponents(
      { site, languages: [english], components: [], pairs: [], bodies: new Map() },
      { seal, facts: new Map() },
    );
    expect(all.find((record) => record.id === global)).toMatchObject({
      table: 'adx_portallanguage',
      fields: { adx_lcid: 1033, adx_languagecode: 'en-US' },
    });
    expect(new Set(all.map((record) => record.id)).size).toBe(all.length);
  });

  test('without an LCID is refused', () => {
    const languages = [{ ...english, lcid: null }];
    const from = { site, languages, components: [], pairs: [], bodies: new Map() };
    expect(() => readComponents(from, { seal, facts: new Map() })).toThrow('LCID');
  });
});

describe('many to many', () => {
  const rows = (content: object) => [row('may', 18, content), row('role', 11, {}), row('boss', 11, {})];
  const held = { adx_entitypermission_webrole: [id('boss'), id('role')].sort() };

  test.each<[string, object, EnhancedSite['pairs']]>([
    ['in the content', { adx_entitypermission_webrole: [id('role'), id('boss')] }, []],
    ['in the content, without a prefix', { entitypermission_webrole: [id('role'), id('boss')] }, []],
    [
      'in the relationship, from either end',
      {},
      [
        [id('may'), id('role')],
        [id('boss'), id('may')],
      ],
    ],
    [
      'in both, and neither has all',
      { adx_entitypermission_webrole: [id('role')] },
      [[id('may'), id('boss')]],
    ],
  ])('is the set of who holds it: %s', (_, content, pairs) => {
    const by = read(rows(content), { pairs });
    expect(by('may')?.sets).toEqual(held);
    expect(by('role')?.sets).toEqual({});
  });

  test('of two that the standard model doesn’t put together is kept under its own name', () => {
    const pairs = [[id('role'), id('page')]] as const;
    const by = read([row('role', 11, {}), row('page', 2, {})], { pairs });
    expect(by('page')?.sets).toEqual({ powerpagecomponent_powerpagecomponent: [id('role')] });
    expect(by('role')?.sets).toEqual({});
  });
});

test('secrets are marks, what was deleted isn’t there, and what was changed says so', () => {
  const by = read([
    row('Authentication/OpenIdConnect/Own/ClientSecret', 9, { value: 'hidden' }),
    row('old', 8, {}, { statecode: 1 }),
    row('new', 8, {}, { modifiedon: '2026-11-02T10:00:00Z' }),
  ]);
  expect(by('Authentication/OpenIdConnect/Own/ClientSecret')?.fields['adx_value']).toBe('sealed:mark of 6');
  expect(by('old')?.inactive).toBe(true);
  expect(by('new')?.untouched).toBe(false);
});
