import { msg } from '@portico/plan/text';
import type { IntlShape, MessageDescriptor } from 'react-intl';

/** What the Portal Management app calls a column or a relationship; the first three are the merge's own. */
const cells: Readonly<Record<string, MessageDescriptor>> = {
  presence: msg({ id: 'web.update.cell.presence', defaultMessage: 'Whether it is there' }),
  order: msg({ id: 'web.update.cell.order', defaultMessage: 'Its place among the others' }),
  body: msg({ id: 'web.update.cell.body', defaultMessage: 'What the file holds' }),
  adx_name: msg({ id: 'web.update.cell.name', defaultMessage: 'Name' }),
  adx_title: msg({ id: 'web.update.cell.title', defaultMessage: 'Title' }),
  adx_copy: msg({ id: 'web.update.cell.copy', defaultMessage: 'Copy (the page’s text)' }),
  adx_summary: msg({ id: 'web.update.cell.summary', defaultMessage: 'Summary' }),
  adx_customcss: msg({ id: 'web.update.cell.customcss', defaultMessage: 'Custom CSS' }),
  adx_customjavascript: msg({ id: 'web.update.cell.customjavascript', defaultMessage: 'Custom JavaScript' }),
  adx_meta_description: msg({
    id: 'web.update.cell.meta-description',
    defaultMessage: 'Description for search engines',
  }),
  adx_source: msg({ id: 'web.update.cell.source', defaultMessage: 'Source' }),
  adx_value: msg({ id: 'web.update.cell.value', defaultMessage: 'Value' }),
  adx_partialurl: msg({ id: 'web.update.cell.partialurl', defaultMessage: 'Partial URL' }),
  adx_externalurl: msg({ id: 'web.update.cell.externalurl', defaultMessage: 'External URL' }),
  adx_displayorder: msg({ id: 'web.update.cell.displayorder', defaultMessage: 'Display order' }),
  adx_parentpageid: msg({ id: 'web.update.cell.parentpageid', defaultMessage: 'Parent page' }),
  adx_pagetemplateid: msg({ id: 'web.update.cell.pagetemplateid', defaultMessage: 'Page template' }),
  adx_webtemplateid: msg({ id: 'web.update.cell.webtemplateid', defaultMessage: 'Web template' }),
  adx_publishingstateid: msg({ id: 'web.update.cell.publishingstateid', defaultMessage: 'Publishing state' }),
  adx_hiddenfromsitemap: msg({
    id: 'web.update.cell.hiddenfromsitemap',
    defaultMessage: 'Hidden from the site map',
  }),
  adx_registerstartupscript: msg({
    id: 'web.update.cell.registerstartupscript',
    defaultMessage: 'Custom JavaScript',
  }),
  adx_settings: msg({ id: 'web.update.cell.settings', defaultMessage: 'Settings' }),
  adx_views: msg({ id: 'web.update.cell.views', defaultMessage: 'Views' }),
  adx_successmessage: msg({ id: 'web.update.cell.successmessage', defaultMessage: 'Success message' }),
  adx_label: msg({ id: 'web.update.cell.label', defaultMessage: 'Label' }),
  adx_description: msg({ id: 'web.update.cell.description', defaultMessage: 'Description' }),
  adx_scope: msg({ id: 'web.update.cell.scope', defaultMessage: 'Access type (scope)' }),
  adx_read: msg({ id: 'web.update.cell.read', defaultMessage: 'Read' }),
  adx_write: msg({ id: 'web.update.cell.write', defaultMessage: 'Write' }),
  adx_create: msg({ id: 'web.update.cell.create', defaultMessage: 'Create' }),
  adx_delete: msg({ id: 'web.update.cell.delete', defaultMessage: 'Delete' }),
  adx_append: msg({ id: 'web.update.cell.append', defaultMessage: 'Append' }),
  adx_appendto: msg({ id: 'web.update.cell.appendto', defaultMessage: 'Append to' }),
  adx_entitylogicalname: msg({ id: 'web.update.cell.entitylogicalname', defaultMessage: 'Table' }),
  adx_entityname: msg({ id: 'web.update.cell.entityname', defaultMessage: 'Name' }),
  adx_contactrelationship: msg({
    id: 'web.update.cell.contactrelationship',
    defaultMessage: 'Relationship to the contact',
  }),
  adx_accountrelationship: msg({
    id: 'web.update.cell.accountrelationship',
    defaultMessage: 'Relationship to the account',
  }),
  adx_parentrelationship: msg({
    id: 'web.update.cell.parentrelationship',
    defaultMessage: 'Relationship to the parent',
  }),
  adx_parententitypermission: msg({
    id: 'web.update.cell.parententitypermission',
    defaultMessage: 'Parent permission',
  }),
  adx_entitypermission_webrole: msg({
    id: 'web.update.cell.entitypermission-webrole',
    defaultMessage: 'Web roles',
  }),
  adx_entitypermissionsenabled: msg({
    id: 'web.update.cell.entitypermissionsenabled',
    defaultMessage: 'Table permissions are asked for',
  }),
  adx_right: msg({ id: 'web.update.cell.right', defaultMessage: 'Right' }),
  adx_anonymoususersrole: msg({
    id: 'web.update.cell.anonymoususersrole',
    defaultMessage: 'Given to everybody who isn’t signed in',
  }),
  adx_authenticatedusersrole: msg({
    id: 'web.update.cell.authenticatedusersrole',
    defaultMessage: 'Given to everybody who is signed in',
  }),
  adx_pageid: msg({ id: 'web.update.cell.pageid', defaultMessage: 'Page' }),
  adx_pagesize: msg({ id: 'web.update.cell.pagesize', defaultMessage: 'Page size' }),
  adx_webpageid: msg({ id: 'web.update.cell.webpageid', defaultMessage: 'Web page' }),
  adx_rootwebpageid: msg({ id: 'web.update.cell.rootwebpageid', defaultMessage: 'Root page' }),
  adx_webpagelanguageid: msg({ id: 'web.update.cell.webpagelanguageid', defaultMessage: 'Language' }),
  adx_websitelanguageid: msg({ id: 'web.update.cell.websitelanguageid', defaultMessage: 'Language' }),
  adx_contentsnippetlanguageid: msg({
    id: 'web.update.cell.contentsnippetlanguageid',
    defaultMessage: 'Language',
  }),
  adx_weblinksetid: msg({ id: 'web.update.cell.weblinksetid', defaultMessage: 'Web link set' }),
  adx_parentweblinkid: msg({ id: 'web.update.cell.parentweblinkid', defaultMessage: 'Parent link' }),
  adx_entityform: msg({ id: 'web.update.cell.entityform', defaultMessage: 'Basic form' }),
  adx_entitylist: msg({ id: 'web.update.cell.entitylist', defaultMessage: 'List' }),
  adx_webform: msg({ id: 'web.update.cell.webform', defaultMessage: 'Multistep form' }),
  adx_disablepartialurl: msg({
    id: 'web.update.cell.disablepartialurl',
    defaultMessage: 'Its own address is off',
  }),
  adx_formname: msg({ id: 'web.update.cell.formname', defaultMessage: 'Form name' }),
  adx_tabname: msg({ id: 'web.update.cell.tabname', defaultMessage: 'Tab name' }),
  adx_isroot: msg({ id: 'web.update.cell.isroot', defaultMessage: 'Root page' }),
};

/** "Custom CSS"; of a column that we have no word for, its logical name. */
export function cellName(intl: IntlShape, cell: string): string {
  const known = cells[cell];
  return known ? intl.formatMessage(known) : cell.replace(/^(adx|mspp)_/, '');
}
