import type { Row } from '@portico/twin/world/dataverse';

/** What a newer template may bring to the small site, each by itself. */
export const news = [
  'last line',
  'first line',
  'welcome',
  'snippet',
  'page',
  'page below',
  'page goes',
  'snippet goes',
  'link',
  'order',
  'wider',
  'role',
  'permission',
  'style',
  'picture',
  'file',
  'setting',
] as const;
export type News = (typeof news)[number];

export type Tables = Record<string, Row[]>;

interface Making {
  readonly website: string;
  readonly language: string;
  /** ISO 8601. */
  readonly at: string;
  readonly id: () => string;
  readonly news: ReadonlySet<News>;
}

const base64 = (text: string): string => Buffer.from(text).toString('base64');
export const pictures = [Buffer.from([137, 80, 1, 255]), Buffer.from([137, 80, 2, 254])].map((bytes) =>
  bytes.toString('base64'),
);
/** What nothing that is kept may hold. */
export const secret = 'hunter2-of-the-site';

/** A small site of every sort of record, as its template makes it: rows by entity set, with ids of their own. */
export function makeSite({ website, language, at, id, news: brought }: Making): Tables {
  const tables: Tables = { adx_tags: [] };
  const stamp = { createdon: at, modifiedon: at, statecode: 0, statuscode: 1 };
  const put = (table: string, values: Row, ofSite = true): string => {
    const row: Row = { [`${table}id`]: id(), ...values };
    if (ofSite) row['_adx_websiteid_value'] = website;
    (tables[`${table}s`] ??= []).push({ ...row, ...stamp });
    return String(row[`${table}id`]);
  };
  const either = (what: News, then: string, else_: string) => (brought.has(what) ? then : else_);
  const bring = (what: News, make: () => unknown) => void (brought.has(what) && make());

  const base = put('adx_websitelanguage', { adx_name: 'English', _adx_portallanguageid_value: language });
  const roles = ['Customers', 'Administrators'].map((adx_name) => put('adx_webrole', { adx_name }));
  const page = (name: string, parent: string | null, copy: string): string => {
    const both = {
      adx_name: name,
      adx_title: name,
      adx_partialurl: name === 'Home' ? '/' : name.toLowerCase(),
      _adx_parentpageid_value: parent,
    };
    const root = put('adx_webpage', { ...both, adx_isroot: true });
    const below = { _adx_rootwebpageid_value: root, _adx_webpagelanguageid_value: base };
    put('adx_webpage', { ...both, ...below, adx_isroot: false, adx_copy: copy });
    return root;
  };
  const home = page('Home', null, '<h1>Home</h1>');
  const orders = page('Orders', home, '<h1>Orders</h1>\n<p>All of them</p>');
  if (!brought.has('page goes')) page('Terms', home, '<p>Terms</p>');
  let newest = home;
  bring('page', () => (newest = page('News', home, '<p>News of the template</p>')));
  bring('page below', () => page('Archive', newest, '<p>What was new</p>'));

  const snippet = (adx_name: string, adx_value: string) =>
    put('adx_contentsnippet', { adx_name, adx_value, _adx_contentsnippetlanguageid_value: base });
  const first = either('first line', '<p>Of the template, anew</p>', '<p>Of the template</p>');
  const last = either('last line', '<p>The newest end</p>', '<p>The end</p>');
  snippet('Footer', `${first}\n<p>in between</p>\n<p>and more</p>\n${last}`);
  snippet('Welcome', either('welcome', 'Welcome back', 'Welcome'));
  snippet('Header', 'Contoso');
  if (!brought.has('snippet goes')) snippet('Old', 'Nobody needs this');
  bring('snippet', () => snippet('News', 'This is new'));

  const set = put('adx_weblinkset', { adx_name: 'Primary', _adx_websitelanguageid_value: base });
  const link = (adx_name: string, adx_displayorder: number, to: string) =>
    put(
      'adx_weblink',
      { adx_name, adx_displayorder, _adx_weblinksetid_value: set, _adx_pageid_value: to },
      false,
    );
  const [homeAt, ordersAt] = brought.has('order') ? [2, 1] : [1, 2];
  link('Home', homeAt, home);
  link('Orders', ordersAt, orders);
  bring('link', () => link('News', 3, newest === home ? orders : newest));

  const permit = (adx_entityname: string, adx_entitylogicalname: string, to: readonly string[]) => {
    const write = adx_entityname === 'Orders' && brought.has('wider');
    const values = {
      adx_entityname,
      adx_entitylogicalname,
      adx_scope: 756150000,
      adx_read: true,
      adx_write: write,
    };
    const adx_entitypermissionid = put('adx_entitypermission', values);
    for (const adx_webroleid of to)
      (tables['adx_entitypermission_webroleset'] ??= []).push({
        adx_entitypermission_webroleid: id(),
        adx_entitypermissionid,
        adx_webroleid,
      });
  };
  permit('Orders', 'salesorder', brought.has('role') ? roles : roles.slice(0, 1));
  bring('permission', () => permit('Invoices', 'invoice', roles.slice(1)));

  const file = (name: string, documentbody: string): void => {
    const id = put('adx_webfile', { adx_name: name, adx_partialurl: name, _adx_parentpageid_value: home });
    const of = { _objectid_value: id, objecttypecode: 'adx_webfile', isdocument: true };
    put('annotation', { filename: name, documentbody, ...of }, false);
  };
  file(
    'theme.css',
    base64(`body { color: black }\n${either('style', 'p { margin: 1em }', 'p { margin: 0 }')}\n`),
  );
  file('logo.png', pictures[brought.has('picture') ? 1 : 0] ?? '');
  bring('file', () => file('help.txt', base64('Help\n')));
  put('adx_sitesetting', { adx_name: 'Search/Enabled', adx_value: either('setting', 'true', 'false') });
  put('adx_sitesetting', { adx_name: 'Authentication/OpenIdConnect/ClientSecret', adx_value: secret });
  return tables;
}
