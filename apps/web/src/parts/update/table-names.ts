import { msg } from '@portico/plan/text';
import type { IntlShape, MessageDescriptor } from 'react-intl';

/** What the Portal Management app calls a table; with a number, so many of it. 0 is the name of the kind. */
const tables: Readonly<Record<string, MessageDescriptor>> = {
  adx_website: msg({
    id: 'web.update.table.website',
    defaultMessage: '{n, plural, =0 {The website itself} one {# website record} other {# website records}}',
  }),
  adx_websitelanguage: msg({
    id: 'web.update.table.websitelanguage',
    defaultMessage: '{n, plural, =0 {Languages} one {# language} other {# languages}}',
  }),
  adx_webrole: msg({
    id: 'web.update.table.webrole',
    defaultMessage: '{n, plural, =0 {Web roles} one {# web role} other {# web roles}}',
  }),
  adx_webtemplate: msg({
    id: 'web.update.table.webtemplate',
    defaultMessage: '{n, plural, =0 {Web templates} one {# web template} other {# web templates}}',
  }),
  adx_pagetemplate: msg({
    id: 'web.update.table.pagetemplate',
    defaultMessage: '{n, plural, =0 {Page templates} one {# page template} other {# page templates}}',
  }),
  adx_weblinkset: msg({
    id: 'web.update.table.weblinkset',
    defaultMessage: '{n, plural, =0 {Web link sets} one {# web link set} other {# web link sets}}',
  }),
  adx_weblink: msg({
    id: 'web.update.table.weblink',
    defaultMessage: '{n, plural, =0 {Web links} one {# web link} other {# web links}}',
  }),
  adx_webpage: msg({
    id: 'web.update.table.webpage',
    defaultMessage: '{n, plural, =0 {Web pages} one {# web page} other {# web pages}}',
  }),
  adx_contentsnippet: msg({
    id: 'web.update.table.contentsnippet',
    defaultMessage: '{n, plural, =0 {Content snippets} one {# content snippet} other {# content snippets}}',
  }),
  adx_sitesetting: msg({
    id: 'web.update.table.sitesetting',
    defaultMessage: '{n, plural, =0 {Site settings} one {# site setting} other {# site settings}}',
  }),
  adx_sitemarker: msg({
    id: 'web.update.table.sitemarker',
    defaultMessage: '{n, plural, =0 {Site markers} one {# site marker} other {# site markers}}',
  }),
  adx_webfile: msg({
    id: 'web.update.table.webfile',
    defaultMessage: '{n, plural, =0 {Web files} one {# web file} other {# web files}}',
  }),
  adx_entityform: msg({
    id: 'web.update.table.entityform',
    defaultMessage: '{n, plural, =0 {Basic forms} one {# basic form} other {# basic forms}}',
  }),
  adx_entityformmetadata: msg({
    id: 'web.update.table.entityformmetadata',
    defaultMessage:
      '{n, plural, =0 {Fields of basic forms} one {# field of a basic form} other {# fields of basic forms}}',
  }),
  adx_entitylist: msg({
    id: 'web.update.table.entitylist',
    defaultMessage: '{n, plural, =0 {Lists} one {# list} other {# lists}}',
  }),
  adx_webform: msg({
    id: 'web.update.table.webform',
    defaultMessage: '{n, plural, =0 {Multistep forms} one {# multistep form} other {# multistep forms}}',
  }),
  adx_webformstep: msg({
    id: 'web.update.table.webformstep',
    defaultMessage:
      '{n, plural, =0 {Steps of multistep forms} one {# step of a multistep form} other {# steps of multistep forms}}',
  }),
  adx_webformmetadata: msg({
    id: 'web.update.table.webformmetadata',
    defaultMessage:
      '{n, plural, =0 {Fields of multistep forms} one {# field of a multistep form} other {# fields of multistep forms}}',
  }),
  adx_entitypermission: msg({
    id: 'web.update.table.entitypermission',
    defaultMessage:
      '{n, plural, =0 {Table permissions} one {# table permission} other {# table permissions}}',
  }),
  adx_webpageaccesscontrolrule: msg({
    id: 'web.update.table.webpageaccesscontrolrule',
    defaultMessage:
      '{n, plural, =0 {Web page access control rules} one {# access rule of a page} other {# access rules of pages}}',
  }),
  adx_websiteaccess: msg({
    id: 'web.update.table.websiteaccess',
    defaultMessage:
      '{n, plural, =0 {Website access permissions} one {# website access permission} other {# website access permissions}}',
  }),
  adx_columnpermissionprofile: msg({
    id: 'web.update.table.columnpermissionprofile',
    defaultMessage:
      '{n, plural, =0 {Column permission profiles} one {# column permission profile} other {# column permission profiles}}',
  }),
  adx_columnpermission: msg({
    id: 'web.update.table.columnpermission',
    defaultMessage:
      '{n, plural, =0 {Column permissions} one {# column permission} other {# column permissions}}',
  }),
  adx_redirect: msg({
    id: 'web.update.table.redirect',
    defaultMessage: '{n, plural, =0 {Redirects} one {# redirect} other {# redirects}}',
  }),
  adx_shortcut: msg({
    id: 'web.update.table.shortcut',
    defaultMessage: '{n, plural, =0 {Shortcuts} one {# shortcut} other {# shortcuts}}',
  }),
  powerpagecomponent: msg({
    id: 'web.update.table.component',
    defaultMessage:
      '{n, plural, =0 {Components of other kinds} one {# component of another kind} other {# components of other kinds}}',
  }),
};
const anyTable = msg({
  id: 'web.update.table.other',
  defaultMessage: '{n, plural, =0 {Other records ({table})} one {# other record} other {# other records}}',
});

const nameless = (logical: string) => logical.replace(/^(adx|mspp)_/, '');

/** "Web pages". */
export const tableName = (intl: IntlShape, table: string): string =>
  intl.formatMessage(tables[table] ?? anyTable, { n: 0, table: nameless(table) });

/** "14 web pages". */
export const countOfTable = (intl: IntlShape, table: string, n: number): string =>
  n === 0 ? tableName(intl, table) : intl.formatMessage(tables[table] ?? anyTable, { n, table });

/** "14 content snippets, 2 web pages and 3 more"; so many kinds are named. */
export function countsInWords(intl: IntlShape, counts: Readonly<Record<string, number>>, most = 2): string {
  const sorted = Object.entries(counts).toSorted(([, a], [, b]) => b - a);
  // One kind more takes no more room than to say that there is one.
  const named = sorted.length <= most + 1 ? sorted : sorted.slice(0, most);
  const left = sorted.slice(named.length).reduce((sum, [, n]) => sum + n, 0);
  const words = named.map(([table, n]) => countOfTable(intl, table, n));
  if (left > 0)
    words.push(
      intl.formatMessage({ id: 'web.update.more', defaultMessage: '{n, number} more' }, { n: left }),
    );
  return intl.formatList(words);
}
