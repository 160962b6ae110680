// Where `pac pages download` puts what, on the standard data model: seen in public exports of several versions.

/** By the last word of a file's name before `.yml`. What isn't here is no part of the site's configuration. */
const tables: Readonly<Record<string, string>> = {
  website: 'adx_website',
  portallanguage: 'adx_portallanguage',
  websitelanguage: 'adx_websitelanguage',
  publishingstate: 'adx_publishingstate',
  publishingstatetransitionrule: 'adx_publishingstatetransitionrule',
  webrole: 'adx_webrole',
  webtemplate: 'adx_webtemplate',
  pagetemplate: 'adx_pagetemplate',
  webpage: 'adx_webpage',
  contentsnippet: 'adx_contentsnippet',
  sitesetting: 'adx_sitesetting',
  sitemarker: 'adx_sitemarker',
  weblinkset: 'adx_weblinkset',
  weblink: 'adx_weblink',
  webfile: 'adx_webfile',
  basicform: 'adx_entityform',
  basicformmetadata: 'adx_entityformmetadata',
  list: 'adx_entitylist',
  advancedform: 'adx_webform',
  advancedformstep: 'adx_webformstep',
  advancedformmetadata: 'adx_webformmetadata',
  advancedformstepmetadata: 'adx_webformmetadata',
  tablepermission: 'adx_entitypermission',
  webpagerule: 'adx_webpageaccesscontrolrule',
  webpageaccesscontrolrule: 'adx_webpageaccesscontrolrule',
  websiteaccess: 'adx_websiteaccess',
  columnpermissionprofile: 'adx_columnpermissionprofile',
  columnpermission: 'adx_columnpermission',
  redirect: 'adx_redirect',
  shortcut: 'adx_shortcut',
  tag: 'adx_tag',
  poll: 'adx_poll',
  polloption: 'adx_polloption',
  pollplacement: 'adx_pollplacement',
  ad: 'adx_ad',
  adplacement: 'adx_adplacement',
  botconsumer: 'adx_botconsumer',
  cloudflowconsumer: 'adx_cloudflowconsumer',
};

/** The table of a file's rows; names of records, with what tells equal ones apart, come before and say nothing. */
export function tableIn(path: string): string | undefined {
  const [, word] = /(?:^|[./])([a-z]+)\.ya?ml$/i.exec(path) ?? [];
  return word === undefined ? undefined : tables[word.toLowerCase()];
}

const script = { '.custom_javascript.js': 'adx_registerstartupscript' } as const;

/** Texts that lie beside a row's file, by how their names go on. An empty one is an absent text. */
export const sidecars: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  adx_webpage: {
    '.copy.html': 'adx_copy',
    '.summary.html': 'adx_summary',
    '.custom_css.css': 'adx_customcss',
    '.custom_javascript.js': 'adx_customjavascript',
  },
  adx_webtemplate: { '.source.html': 'adx_source' },
  adx_contentsnippet: { '.value.html': 'adx_value' },
  adx_entityform: script,
  adx_entitylist: script,
  adx_webformstep: script,
};

/** Of the note that holds a web file's content; its id is made anew at each upload. */
export const noteColumns: ReadonlySet<string> = new Set([
  'annotationid',
  'filename',
  'isdocument',
  'mimetype',
  'modifiedon',
  'objectid',
  'objecttypecode',
]);

/** Paths from the site's own folder: that of `website.yml`. Settings of other tools are left out. */
export function withinSite<F extends { readonly path: string }>(
  files: readonly F[],
): readonly F[] | undefined {
  const tidy = files.map((file) => ({
    ...file,
    path: file.path.replaceAll('\\', '/').replace(/^\.?\/+/, ''),
  }));
  const sites = tidy.filter(({ path }) => /(?:^|\/)website\.yml$/i.test(path));
  const depth = ({ path }: { path: string }) => path.split('/').length;
  const [site, second] = sites.toSorted((one, other) => depth(one) - depth(other));
  // Two sites in one folder: nobody said which is meant.
  if (!site || (second && depth(second) === depth(site))) return undefined;
  const root = site.path.slice(0, -'website.yml'.length);
  return tidy
    .filter(({ path }) => path.startsWith(root))
    .map((file) => ({ ...file, path: file.path.slice(root.length) }))
    .filter(({ path }) => !/^(?:\.(?!portalconfig\/portallanguage\.yml)|deployment-profiles\/)/i.test(path));
}
