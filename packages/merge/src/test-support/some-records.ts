import type { SiteRecord } from '../record.ts';
import { standard, tableOf } from '../tables/standard.ts';
import { id, record } from './some-sites.ts';

/** What lookups in keys refer to, in the made-up site. */
const targets: Readonly<Record<string, string>> = {
  adx_portallanguageid: 'lcid 1031',
  adx_weblinksetid: 'main menu',
  adx_pageid: 'order',
  adx_parentpageid: 'home',
  adx_webpagelanguageid: 'english',
  adx_contentsnippetlanguageid: 'english',
  adx_websitelanguageid: 'english',
  adx_entityform: 'account form',
  adx_webform: 'order wizard',
  adx_webformstep: 'items',
  adx_parententitypermission: 'orders of the account',
  adx_webpageid: 'orders',
  adx_columnpermissionprofileid: 'columns',
  adx_parentpage_webpageid: 'home',
  adx_pollid: 'poll',
};

/** Tables that a site has several records of. */
export const tables = Object.keys(standard).filter((name) => !tableOf(name).global && name !== 'adx_website');

/** A record of a table, complete enough to be told apart, to which nothing in the made-up site refers. */
export function sample(table: string): SiteRecord {
  const { key, title } = tableOf(table);
  const columns = [...new Set([...key, title])];
  return record(table, `sample of ${table}`, {
    fields: Object.fromEntries(
      columns.filter((name) => !targets[name]).map((name) => [name, `sample-${name}`]),
    ),
    refs: Object.fromEntries(columns.flatMap((name) => (targets[name] ? [[name, id(targets[name])]] : []))),
  });
}

/** A column by whose change the record is called otherwise. */
export function nameColumn(table: string): string {
  const { key, title } = tableOf(table);
  return key.find((name) => !targets[name]) ?? title;
}
