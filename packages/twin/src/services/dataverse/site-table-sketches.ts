/*
 * The tables of a site's configuration on the standard data model. Columns: Dynamics 365 Customer Engagement reference,
 * and those of public exports. Names of lookups are their columns' where no other is known. What a choice is at first is
 * assumed: nobody has published all of it.
 */

export interface Sketch {
  /** Where it isn't the logical name and an s. */
  readonly set?: string;
  readonly name?: string;
  /** Lookups as they are written, and the table that each leads to; letter case counts. */
  readonly lookups?: Readonly<Record<string, string>>;
  /** What choices are at first. */
  readonly choices?: Readonly<Record<string, number>>;
  /** Yes-or-no columns, by what they are at first. */
  readonly no?: string;
  readonly yes?: string;
  readonly columns?: string;
}

const site = { adx_websiteid: 'adx_website' };
const published = { adx_publishingstateid: 'adx_publishingstate' };
const found = 'adx_hiddenfromsitemap adx_excludefromsearch';
const fields =
  'adx_attributelogicalname adx_sectionname adx_tabname adx_subgrid_name adx_label adx_description';
const metadata: Omit<Sketch, 'lookups'> = {
  name: 'adx_name',
  choices: { adx_type: 100000000, adx_prepopulatetype: 100000000, adx_onsavetype: 100000000 },
  no: 'adx_setvalueonsave adx_fieldisrequired adx_ignoredefaultvalue',
  columns: `${fields} adx_prepopulatevalue adx_prepopulatefromattribute adx_onsavevalue adx_onsavefromattribute adx_notes_settings adx_timeline_settings`,
};

/** By logical name. */
export const sketches: Readonly<Record<string, Sketch>> = {
  adx_portallanguage: { columns: 'adx_languagecode adx_lcid adx_displayname' },
  adx_websitelanguage: {
    lookups: {
      ...site,
      adx_portallanguageid: 'adx_portallanguage',
      adx_publishingstate: 'adx_publishingstate',
    },
  },
  adx_website: {
    lookups: {
      adx_headerwebtemplateid: 'adx_webtemplate',
      adx_footerwebtemplateid: 'adx_webtemplate',
      adx_defaultlanguage: 'adx_websitelanguage',
      adx_defaultbotconsumerid: 'adx_botconsumer',
    },
    columns: 'adx_primarydomainname adx_website_language adx_partialurl',
  },
  adx_publishingstate: { lookups: site, no: 'adx_isdefault adx_isvisible', columns: 'adx_displayorder' },
  adx_webrole: {
    lookups: site,
    no: 'adx_anonymoususersrole adx_authenticatedusersrole',
    columns: 'adx_description',
  },
  adx_webtemplate: { lookups: site, columns: 'adx_source adx_mimetype' },
  adx_pagetemplate: {
    lookups: { ...site, adx_webtemplateid: 'adx_webtemplate' },
    choices: { adx_type: 756150000 },
    no: 'adx_isdefault',
    yes: 'adx_usewebsiteheaderandfooter',
    columns: 'adx_rewriteurl adx_entityname adx_description',
  },
  adx_webpage: {
    lookups: {
      ...site,
      ...published,
      adx_parentpageid: 'adx_webpage',
      adx_rootwebpageid: 'adx_webpage',
      adx_masterwebpageid: 'adx_webpage',
      adx_webpagelanguageid: 'adx_websitelanguage',
      adx_pagetemplateid: 'adx_pagetemplate',
      adx_navigation: 'adx_weblinkset',
      adx_entityform: 'adx_entityform',
      adx_entitylist: 'adx_entitylist',
      adx_webform: 'adx_webform',
      adx_image: 'adx_webfile',
    },
    choices: { adx_feedbackpolicy: 756150005 },
    no: `adx_isroot adx_enablerating adx_enabletracking adx_sharedpageconfiguration ${found}`,
    columns:
      'adx_partialurl adx_title adx_copy adx_summary adx_customcss adx_customjavascript adx_meta_description adx_displayorder adx_displaydate adx_releasedate adx_expirationdate',
  },
  adx_contentsnippet: {
    lookups: { ...site, adx_contentsnippetlanguageid: 'adx_websitelanguage' },
    choices: { adx_type: 756150000 },
    columns: 'adx_value adx_display_name',
  },
  adx_sitesetting: {
    lookups: site,
    choices: { adx_source: 0 },
    columns: 'adx_value adx_description adx_envvar_schema',
  },
  adx_sitemarker: { lookups: { ...site, adx_pageid: 'adx_webpage' } },
  adx_weblinkset: {
    lookups: { ...site, ...published, adx_websitelanguageid: 'adx_websitelanguage' },
    columns: 'adx_title adx_copy adx_display_name',
  },
  adx_weblink: {
    lookups: {
      ...published,
      adx_weblinksetid: 'adx_weblinkset',
      adx_pageid: 'adx_webpage',
      adx_parentweblinkid: 'adx_weblink',
    },
    no: 'adx_disablepagevalidation adx_displayimageonly adx_displaypagechildlinks adx_openinnewwindow',
    yes: 'adx_robotsfollowlink',
    columns: 'adx_externalurl adx_description adx_displayorder adx_imageurl adx_imagealttext',
  },
  adx_webfile: {
    lookups: { ...site, ...published, adx_parentpageid: 'adx_webpage', adx_masterwebfileid: 'adx_webfile' },
    choices: { adx_contentdisposition: 756150000 },
    no: `adx_enabletracking ${found}`,
    columns: 'adx_partialurl adx_title adx_summary adx_displayorder',
  },
  adx_entityform: {
    lookups: { ...site, adx_redirectwebpage: 'adx_webpage' },
    choices: { adx_mode: 100000000, adx_onsuccess: 756150000 },
    no: 'adx_captcharequired adx_attachfile adx_tooltipenabled adx_showownerfields',
    yes: 'adx_entitypermissionsenabled',
    columns:
      'adx_entityname adx_formname adx_tabname adx_registerstartupscript adx_settings adx_successmessage adx_attachfilelabel adx_primarykeyname adx_recordidquerystringparametername',
  },
  adx_entityformmetadata: {
    ...metadata,
    lookups: { adx_entityform: 'adx_entityform', adx_entityformforcreate: 'adx_entityform' },
  },
  adx_entitylist: {
    lookups: { ...site, adx_webpageforcreate: 'adx_webpage', adx_webpagefordetailsview: 'adx_webpage' },
    no: 'adx_searchenabled adx_calendar_enabled adx_map_enabled adx_odata_enabled',
    yes: 'adx_entitypermissionsenabled',
    columns:
      'adx_entityname adx_primarykeyname adx_view adx_views adx_pagesize adx_registerstartupscript adx_settings adx_emptylisttext adx_createbuttonlabel',
  },
  adx_webform: {
    lookups: { ...site, adx_startstep: 'adx_webformstep' },
    choices: { adx_progressindicatortype: 756150000 },
    no: 'adx_authenticationrequired adx_startnewsessiononload adx_progressindicatorenabled',
    yes: 'adx_multiplerecordsperuserpermitted',
  },
  adx_webformstep: {
    lookups: {
      adx_webform: 'adx_webform',
      adx_nextstep: 'adx_webformstep',
      adx_previousstep: 'adx_webformstep',
      adx_conditiondefaultnextstep: 'adx_webformstep',
      adx_entitysourcestep: 'adx_webformstep',
      adx_redirectwebpage: 'adx_webpage',
    },
    choices: { adx_type: 100000001, adx_mode: 100000000 },
    no: 'adx_movepreviouspermitted adx_captcharequired adx_tooltipenabled',
    columns:
      'adx_targetentitylogicalname adx_targetentityprimarykeylogicalname adx_formname adx_tabname adx_condition adx_registerstartupscript adx_settings adx_displayname',
  },
  adx_webformmetadata: { ...metadata, lookups: { adx_webformstep: 'adx_webformstep' } },
  adx_entitypermission: {
    name: 'adx_entityname',
    lookups: { ...site, adx_parententitypermission: 'adx_entitypermission' },
    choices: { adx_scope: -1 },
    no: 'adx_read adx_write adx_create adx_delete adx_append adx_appendto',
    columns: 'adx_entitylogicalname adx_accountrelationship adx_contactrelationship adx_parentrelationship',
  },
  adx_webpageaccesscontrolrule: {
    lookups: { ...site, adx_webpageid: 'adx_webpage' },
    choices: { adx_right: -1, adx_scope: 1 },
    columns: 'adx_description',
  },
  adx_websiteaccess: {
    set: 'adx_websiteaccesses',
    lookups: site,
    no: 'adx_managecontentsnippets adx_managesitemarkers adx_manageweblinksets adx_previewunpublishedentities',
  },
  adx_redirect: {
    lookups: { ...site, adx_webpageid: 'adx_webpage', adx_sitemarkerid: 'adx_sitemarker' },
    choices: { adx_statuscode: 756150000 },
    columns: 'adx_inboundurl adx_externalurl',
  },
  adx_shortcut: {
    lookups: {
      ...site,
      adx_WebPageId: 'adx_webpage',
      adx_ParentPage_webpageId: 'adx_webpage',
      adx_WebFileId: 'adx_webfile',
    },
    no: 'adx_disableshortcuttargetvalidation adx_excludefromsearch',
    columns: 'adx_title adx_description adx_displayorder adx_externalurl',
  },
  adx_columnpermissionprofile: {
    name: 'adx_profilename',
    lookups: site,
    columns: 'adx_profilename adx_tablename',
  },
  adx_columnpermission: {
    name: 'adx_columnname',
    lookups: { adx_columnpermissionprofile: 'adx_columnpermissionprofile' },
    no: 'adx_create adx_read adx_update',
  },
  adx_tag: { lookups: site },
  adx_poll: { lookups: site, columns: 'adx_question adx_closedate' },
  adx_polloption: { lookups: { adx_pollid: 'adx_poll' }, columns: 'adx_votes adx_displayorder' },
  adx_pollplacement: { lookups: site },
  adx_ad: { lookups: site, columns: 'adx_copy adx_title adx_url' },
  adx_adplacement: { lookups: site },
  adx_botconsumer: { lookups: site },
  adx_cloudflowconsumer: { lookups: site, columns: 'adx_flowapiurl' },
  adx_publishingstatetransitionrule: {
    lookups: {
      ...site,
      adx_fromstate_publishingstateid: 'adx_publishingstate',
      adx_tostate_publishingstateid: 'adx_publishingstate',
    },
  },
};

/** Many to many: schema name, and the two tables. */
export const pairs: readonly (readonly [schema: string, one: string, two: string])[] = [
  ['adx_webrole_contact', 'adx_webrole', 'contact'],
  ['adx_entitypermission_webrole', 'adx_entitypermission', 'adx_webrole'],
  ['adx_webpageaccesscontrolrule_webrole', 'adx_webpageaccesscontrolrule', 'adx_webrole'],
  ['adx_websiteaccess_webrole', 'adx_websiteaccess', 'adx_webrole'],
  ['adx_columnpermissionprofile_webrole', 'adx_columnpermissionprofile', 'adx_webrole'],
  ['adx_accesscontrolrule_publishingstate', 'adx_webpageaccesscontrolrule', 'adx_publishingstate'],
  ['adx_publishingstatetransitionrule_webrole', 'adx_publishingstatetransitionrule', 'adx_webrole'],
  ['adx_CloudFlowConsumer_adx_webrole', 'adx_cloudflowconsumer', 'adx_webrole'],
  ['adx_webpage_tag', 'adx_webpage', 'adx_tag'],
];
