// The enhanced data model: one table of components, each of a type (PAD, powerpagecomponent). What most of them hold is
// what a table of the standard model holds, so their records have its names.
import type { Table } from './table.ts';

/** A component that says nothing a table of the standard model says: it is kept as it came. */
export const component = 'powerpagecomponent';

/**
 * The table that holds the same, by a component's type. None has that of 34, a UX component, of 35, a server logic, or
 * whatever type comes next.
 */
export const tableOfType: Readonly<Record<number, string>> = {
  1: 'adx_publishingstate',
  2: 'adx_webpage',
  3: 'adx_webfile',
  4: 'adx_weblinkset',
  5: 'adx_weblink',
  6: 'adx_pagetemplate',
  7: 'adx_contentsnippet',
  8: 'adx_webtemplate',
  9: 'adx_sitesetting',
  10: 'adx_webpageaccesscontrolrule',
  11: 'adx_webrole',
  12: 'adx_websiteaccess',
  13: 'adx_sitemarker',
  15: 'adx_entityform',
  16: 'adx_entityformmetadata',
  17: 'adx_entitylist',
  18: 'adx_entitypermission',
  19: 'adx_webform',
  20: 'adx_webformstep',
  21: 'adx_webformmetadata',
  24: 'adx_pollplacement',
  26: 'adx_adplacement',
  27: 'adx_botconsumer',
  28: 'adx_columnpermissionprofile',
  29: 'adx_columnpermission',
  30: 'adx_redirect',
  31: 'adx_publishingstatetransitionrule',
  32: 'adx_shortcut',
  33: 'adx_cloudflowconsumer',
};

/**
 * The many-to-many relationships of the standard model, by who holds the set. Here all of them are one relationship of
 * components, and lists in their content under the same names (seen in Microsoft's own samples).
 */
export const sets: readonly { readonly name: string; readonly holder: string; readonly to: string }[] = [
  { name: 'adx_entitypermission_webrole', holder: 'adx_entitypermission', to: 'adx_webrole' },
  {
    name: 'adx_webpageaccesscontrolrule_webrole',
    holder: 'adx_webpageaccesscontrolrule',
    to: 'adx_webrole',
  },
  { name: 'adx_websiteaccess_webrole', holder: 'adx_websiteaccess', to: 'adx_webrole' },
  { name: 'adx_columnpermissionprofile_webrole', holder: 'adx_columnpermissionprofile', to: 'adx_webrole' },
  {
    name: 'adx_accesscontrolrule_publishingstate',
    holder: 'adx_webpageaccesscontrolrule',
    to: 'adx_publishingstate',
  },
  {
    name: 'adx_publishingstatetransitionrule_webrole',
    holder: 'adx_publishingstatetransitionrule',
    to: 'adx_webrole',
  },
  { name: 'adx_CloudFlowConsumer_adx_webrole', holder: 'adx_cloudflowconsumer', to: 'adx_webrole' },
];

/** Where the standard model says in which language something is; here most say it beside their content. */
export const languageColumn: Readonly<Record<string, string>> = {
  adx_webpage: 'adx_webpagelanguageid',
  adx_contentsnippet: 'adx_contentsnippetlanguageid',
  adx_weblinkset: 'adx_websitelanguageid',
};

/** Components whose name is put together from what their content says, and is no column of the standard model. */
export const nameless: ReadonlySet<string> = new Set([
  'adx_entityformmetadata',
  'adx_webformmetadata',
  'adx_columnpermission',
]);

/** Tables that only this model has. What nobody knows may decide who may do what. */
export const enhanced: Readonly<Record<string, Table>> = {
  [component]: {
    key: ['powerpagecomponenttype', 'name', 'powerpagesitelanguageid'],
    title: 'name',
    texts: { content: 'json' },
    guarded: true,
  },
};
