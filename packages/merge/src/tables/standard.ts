// The standard data model (adx_*), on which the Customer Portal is always provisioned. Tables, keys, and what is text:
// columns of 13 public exports and the Dynamics 365 Customer Engagement reference; names of metadata columns from there.
import { enhanced } from './enhanced.ts';
import type { Table, TextKind } from './table.ts';

const script = { adx_registerstartupscript: 'script' } as const;
/** Arrays of `{ LCID, Value }`, one text for each language. */
const languages = (...columns: string[]): Record<string, TextKind> =>
  Object.fromEntries(columns.map((column) => [column, 'languages'] as const));
const named = { key: ['adx_name'], title: 'adx_name' } as const;
const metadata = [
  'adx_type',
  'adx_attributelogicalname',
  'adx_sectionname',
  'adx_tabname',
  'adx_subgrid_name',
];
const metadataTexts = {
  ...languages('adx_label', 'adx_description'),
  adx_notes_settings: 'json',
  adx_timeline_settings: 'json',
} as const;

/** By logical name, in an order in which most of what a record refers to comes before it. */
export const standard: Readonly<Record<string, Table>> = {
  adx_portallanguage: { key: ['adx_lcid'], title: 'adx_name', global: true },
  adx_websitelanguage: { key: ['adx_portallanguageid'], title: 'adx_name' },
  adx_publishingstate: named,
  adx_webrole: {
    ...named,
    singular: ['adx_anonymoususersrole', 'adx_authenticatedusersrole'],
    guarded: true,
  },
  adx_webtemplate: { ...named, texts: { adx_source: 'liquid' } },
  adx_pagetemplate: named,
  // A site's name and addresses are its own: the record is always matched, and of the template only lookups count.
  adx_website: {
    key: [],
    title: 'adx_name',
    runtime: ['adx_name', 'adx_primarydomainname', 'adx_website_language'],
  },
  adx_weblinkset: {
    key: ['adx_name', 'adx_websitelanguageid'],
    title: 'adx_name',
    texts: { adx_copy: 'liquid' },
  },
  adx_webpage: {
    // Localised pages: a root without a language, and one page for each language below it.
    key: ['adx_parentpageid', 'adx_partialurl', 'adx_webpagelanguageid'],
    tieBreak: ['adx_name'],
    title: 'adx_name',
    texts: {
      adx_copy: 'liquid',
      adx_summary: 'liquid',
      adx_customcss: 'style',
      adx_customjavascript: 'script',
      adx_meta_description: 'plain',
    },
  },
  adx_contentsnippet: {
    key: ['adx_name', 'adx_contentsnippetlanguageid'],
    title: 'adx_name',
    texts: { adx_value: 'liquid' },
  },
  adx_sitesetting: { ...named, texts: { adx_value: 'json' } },
  adx_sitemarker: named,
  adx_weblink: {
    key: ['adx_weblinksetid', 'adx_parentweblinkid', 'adx_pageid', 'adx_externalurl'],
    tieBreak: ['adx_name'],
    title: 'adx_name',
    texts: { adx_description: 'liquid' },
    // The studio numbers all links of a set anew whenever one is moved.
    order: { column: 'adx_displayorder', within: ['adx_weblinksetid', 'adx_parentweblinkid'] },
  },
  adx_webfile: { key: ['adx_parentpageid', 'adx_partialurl'], tieBreak: ['adx_name'], title: 'adx_name' },
  adx_entityform: {
    ...named,
    tieBreak: ['adx_entityname', 'adx_formname'],
    texts: { ...script, ...languages('adx_successmessage', 'adx_attachfilelabel'), adx_settings: 'json' },
  },
  adx_entityformmetadata: {
    key: ['adx_entityform', ...metadata],
    title: 'adx_attributelogicalname',
    texts: metadataTexts,
  },
  adx_entitylist: {
    ...named,
    tieBreak: ['adx_entityname'],
    texts: { ...script, adx_settings: 'json', adx_views: 'json' },
  },
  adx_webform: named,
  adx_webformstep: {
    key: ['adx_webform', 'adx_name'],
    title: 'adx_name',
    texts: { ...script, adx_settings: 'json' },
  },
  adx_webformmetadata: {
    key: ['adx_webformstep', ...metadata],
    title: 'adx_attributelogicalname',
    texts: metadataTexts,
  },
  adx_entitypermission: {
    // The name column of this table is adx_entityname.
    key: ['adx_entitylogicalname', 'adx_entityname', 'adx_parententitypermission'],
    // No part of the key: another scope is the same permission made wider or narrower, and somebody has to see that.
    tieBreak: ['adx_scope'],
    title: 'adx_entityname',
    guarded: true,
  },
  adx_webpageaccesscontrolrule: {
    key: ['adx_name', 'adx_webpageid'],
    tieBreak: ['adx_right'],
    title: 'adx_name',
    guarded: true,
  },
  adx_websiteaccess: { ...named, guarded: true },
  adx_columnpermissionprofile: {
    key: ['adx_profilename', 'adx_tablename'],
    title: 'adx_profilename',
    guarded: true,
  },
  adx_columnpermission: {
    key: ['adx_columnpermissionprofileid', 'adx_columnname'],
    title: 'adx_columnname',
    guarded: true,
  },
  adx_redirect: named,
  adx_shortcut: { key: ['adx_parentpage_webpageid', 'adx_name'], title: 'adx_name' },
  adx_tag: named,
  adx_poll: { ...named, texts: { adx_question: 'liquid' } },
  adx_polloption: { key: ['adx_pollid', 'adx_name'], title: 'adx_name', runtime: ['adx_votes'] },
  adx_pollplacement: named,
  adx_ad: { ...named, texts: { adx_copy: 'liquid' } },
  adx_adplacement: named,
  adx_botconsumer: named,
  adx_cloudflowconsumer: named,
  adx_publishingstatetransitionrule: { ...named, guarded: true },
};

const unheardOf: Table = { key: ['adx_name'], title: 'adx_name' };

export const tableOf = (name: string): Table => standard[name] ?? enhanced[name] ?? unheardOf;

/** Whether a site can have records of this table, in either model. */
export const isTable = (name: string): boolean =>
  Object.hasOwn(standard, name) || Object.hasOwn(enhanced, name);
