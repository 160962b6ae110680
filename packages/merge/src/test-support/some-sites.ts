import { createHash } from 'node:crypto';
import type { Hash } from '../address.ts';
import type { SiteRecord } from '../record.ts';
import type { Snapshot } from '../snapshot.ts';

export const hash: Hash = (text) => createHash('sha256').update(text).digest('hex');

const ids = new Map<string, string>();

/** An id that is the same whenever it is asked for. */
export function idOf(...names: string[]): string {
  const name = names.join('\n');
  const known = ids.get(name);
  if (known !== undefined) return known;
  const hex = hash(name);
  const made = [8, 12, 16, 20, 32].map((end, at, ends) => hex.slice(ends[at - 1] ?? 0, end)).join('-');
  ids.set(name, made);
  return made;
}

type Said = Partial<Pick<SiteRecord, 'fields' | 'refs' | 'sets' | 'body'>>;
export const id = (name: string) => idOf('site', name);
const refs = (names: Record<string, string>) =>
  Object.fromEntries(Object.entries(names).map(([column, name]) => [column, id(name)]));

/** A record of the made-up site, by a name that only tests know. */
export const record = (table: string, name: string, said: Said = {}): SiteRecord => ({
  table,
  id: id(name),
  fields: {},
  refs: {},
  sets: {},
  ...said,
});

const lines = (...all: string[]) => all.join('\n');
const page = (name: string, parent: string | undefined, path: string, title: string): SiteRecord[] => {
  const above = parent === undefined ? {} : { adx_parentpageid: parent };
  const shared = { adx_pagetemplateid: 'standard-page', adx_publishingstateid: 'published' };
  return [
    record('adx_webpage', name, {
      fields: { adx_name: title, adx_partialurl: path, adx_isroot: true },
      refs: refs({ ...above, ...shared }),
    }),
    record('adx_webpage', `${name} en`, {
      fields: {
        adx_name: title,
        adx_partialurl: path,
        adx_title: title,
        adx_copy: lines(
          '<section>',
          `  <h1>${title}</h1>`,
          '  {% include "tiles" %}',
          '  <p>All of it.</p>',
          '</section>',
        ),
        adx_customcss: lines('.tile {', '  color: red;', '}'),
      },
      refs: refs({ ...above, ...shared, adx_rootwebpageid: name, adx_webpagelanguageid: 'english' }),
    }),
  ];
};
const link = (name: string, place: number, target: string) =>
  record('adx_weblink', name, {
    fields: { adx_name: name, adx_displayorder: place },
    refs: refs({ adx_weblinksetid: 'main menu', adx_pageid: target }),
  });

/** Made up in the shape of a Customer Portal as Microsoft's pages describe it; no export of one is public. */
export const records: readonly SiteRecord[] = [
  record('adx_portallanguage', 'lcid 1033', {
    fields: { adx_lcid: 1033, adx_languagecode: 'en-US', adx_name: 'English' },
  }),
  record('adx_portallanguage', 'lcid 1031', {
    fields: { adx_lcid: 1031, adx_languagecode: 'de-DE', adx_name: 'German' },
  }),
  record('adx_websitelanguage', 'english', {
    fields: { adx_name: 'English' },
    refs: refs({ adx_portallanguageid: 'lcid 1033' }),
  }),
  record('adx_website', 'website', {
    refs: refs({ adx_defaultlanguage: 'english', adx_headerwebtemplateid: 'header' }),
  }),
  record('adx_publishingstate', 'published', { fields: { adx_name: 'Published', adx_isdefault: true } }),
  record('adx_webrole', 'anonymous', {
    fields: { adx_name: 'Unauthorized users', adx_anonymoususersrole: true },
  }),
  record('adx_webrole', 'customers', { fields: { adx_name: 'Authorized users' } }),
  record('adx_webrole', 'representatives', { fields: { adx_name: 'Customer representative' } }),
  record('adx_webtemplate', 'header', {
    fields: {
      adx_name: 'Header',
      adx_source: lines('<header>', '  {{ website.name }}', '  <nav></nav>', '</header>'),
    },
  }),
  record('adx_webtemplate', 'home template', {
    fields: {
      adx_name: 'Home',
      adx_source: lines(
        '<div class="tiles">',
        '  <a>Create order</a>',
        '  <a>Orders</a>',
        '  <a>Account</a>',
        '</div>',
        '{% if user %}',
        '  <p>Hello</p>',
        '{% endif %}',
      ),
    },
  }),
  record('adx_pagetemplate', 'standard-page', {
    fields: { adx_name: 'Standard', adx_type: 756150001 },
    refs: refs({ adx_webtemplateid: 'home template' }),
  }),
  ...page('home', undefined, '/', 'Home'),
  ...page('orders', 'home', 'orders', 'Orders'),
  ...page('order', 'orders', 'order', 'Order'),
  ...page('profile', 'home', 'profile', 'Profile'),
  record('adx_contentsnippet', 'footer', {
    fields: { adx_name: 'Footer', adx_value: '<p>Contoso</p>' },
    refs: refs({ adx_contentsnippetlanguageid: 'english' }),
  }),
  record('adx_sitesetting', 'search', { fields: { adx_name: 'Search/Enabled', adx_value: 'true' } }),
  record('adx_sitesetting', 'open registration', {
    fields: { adx_name: 'Authentication/Registration/OpenRegistrationEnabled', adx_value: 'false' },
  }),
  record('adx_sitemarker', 'marker', { fields: { adx_name: 'Home' }, refs: refs({ adx_pageid: 'home' }) }),
  record('adx_weblinkset', 'main menu', {
    fields: { adx_name: 'Primary Navigation' },
    refs: refs({ adx_websitelanguageid: 'english' }),
  }),
  link('to home', 1, 'home'),
  link('to orders', 2, 'orders'),
  link('to profile', 3, 'profile'),
  record('adx_webfile', 'theme', {
    fields: { adx_name: 'theme.css', adx_partialurl: 'theme.css' },
    refs: refs({ adx_parentpageid: 'home' }),
    body: { text: lines('body {', '  margin: 0;', '}', 'a {', '  color: blue;', '}') },
  }),
  record('adx_webfile', 'logo', {
    fields: { adx_name: 'logo.png', adx_partialurl: 'logo.png' },
    refs: refs({ adx_parentpageid: 'home' }),
    body: { hash: hash('logo') },
  }),
  record('adx_entityform', 'account form', {
    fields: {
      adx_name: 'Account',
      adx_entityname: 'account',
      adx_successmessage: JSON.stringify([
        { LCID: 1033, Value: 'Saved' },
        { LCID: 1031, Value: 'Gespeichert' },
      ]),
      adx_registerstartupscript: lines('$(function () {', '  hide("name");', '  show("city");', '});'),
    },
    refs: refs({ adx_redirectwebpage: 'home' }),
  }),
  record('adx_entityformmetadata', 'account name', {
    fields: { adx_type: 100000000, adx_attributelogicalname: 'name', adx_prepopulatevalue: 'x' },
    refs: refs({ adx_entityform: 'account form' }),
  }),
  record('adx_entitylist', 'order list', {
    fields: {
      adx_name: 'Orders',
      adx_entityname: 'salesorder',
      adx_settings: JSON.stringify({ pageSize: 10, details: { page: id('order'), column: 'id' } }),
    },
    refs: refs({ adx_webpagefordetailsview: 'order' }),
  }),
  record('adx_webform', 'order wizard', {
    fields: { adx_name: 'Create order' },
    refs: refs({ adx_startstep: 'information' }),
  }),
  record('adx_webformstep', 'information', {
    fields: { adx_name: 'Order information' },
    refs: refs({ adx_webform: 'order wizard', adx_nextstep: 'items' }),
  }),
  record('adx_webformstep', 'items', {
    fields: { adx_name: 'Items' },
    refs: refs({ adx_webform: 'order wizard', adx_previousstep: 'information' }),
  }),
  record('adx_webformmetadata', 'company', {
    fields: { adx_type: 100000000, adx_attributelogicalname: 'msdyn_company', adx_setvalueonsave: true },
    refs: refs({ adx_webformstep: 'information' }),
  }),
  record('adx_entitypermission', 'orders of the account', {
    fields: {
      adx_entityname: 'Orders',
      adx_entitylogicalname: 'salesorder',
      adx_scope: 756150002,
      adx_read: true,
    },
    sets: { adx_entitypermission_webrole: [id('customers')] },
  }),
  record('adx_entitypermission', 'lines', {
    fields: {
      adx_entityname: 'Lines',
      adx_entitylogicalname: 'salesorderdetail',
      adx_scope: 756150003,
      adx_read: true,
      adx_write: true,
    },
    refs: refs({ adx_parententitypermission: 'orders of the account' }),
    sets: { adx_entitypermission_webrole: [id('customers'), id('representatives')].sort() },
  }),
  record('adx_webpageaccesscontrolrule', 'only members', {
    fields: { adx_name: 'Members', adx_right: 2 },
    refs: refs({ adx_webpageid: 'profile' }),
    sets: { adx_webpageaccesscontrolrule_webrole: [id('customers')] },
  }),
  record('adx_poll', 'poll', { fields: { adx_name: 'Mood', adx_question: 'How are you?' } }),
  record('adx_columnpermissionprofile', 'columns', {
    fields: { adx_profilename: 'Prices', adx_tablename: 'salesorder' },
  }),
];

export const snapshotOf = (environment: string, all: readonly SiteRecord[] = records): Snapshot => ({
  version: 1,
  environment,
  website: id('website'),
  language: 1033,
  model: 'standard',
  capturedAt: '2026-11-24T00:00:00Z',
  origin: 'captured',
  solutions: [],
  records: [...all],
});

const guid = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** The same site provisioned once more: every id is another one, wherever it stands. */
export const provisioned = (site: Snapshot, environment: string): Snapshot =>
  JSON.parse(JSON.stringify({ ...site, environment }).replace(guid, (each) => idOf(environment, each)));

/** What a record of the template gets here. */
export const newId = (theirs: SiteRecord): string => idOf('new', theirs.id);
