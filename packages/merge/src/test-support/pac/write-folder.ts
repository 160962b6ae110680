// Test support: a site as `pac pages download` writes it, synthetic and shaped by public exports.
import { Buffer } from 'node:buffer';
import { isSealed } from '../../canonical/secrets.ts';
import type { FolderFile, TableFacts } from '../../pac/folder.ts';
import { sidecars } from '../../pac/places.ts';
import type { Scalar, SiteRecord } from '../../record.ts';
import type { Snapshot } from '../../snapshot.ts';
import { tableOf } from '../../tables/standard.ts';

export interface Habits {
  readonly tables: ReadonlyMap<string, TableFacts>;
  /** Files that are no text, by hash. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** What a mark stands for: the tool writes secrets as they are. */
  readonly unseal: (mark: string) => string;
  /** Newer versions write defaults and empty texts; older ones leave both out. */
  readonly newer: boolean;
  readonly returns: boolean;
}

/** Tables of which one file holds all rows. */
const lists: Readonly<Record<string, string>> = {
  adx_portallanguage: '.portalconfig/portallanguage.yml',
  adx_websitelanguage: 'websitelanguage.yml',
  adx_publishingstate: 'publishingstate.yml',
  adx_webrole: 'webrole.yml',
  adx_sitesetting: 'sitesetting.yml',
  adx_sitemarker: 'sitemarker.yml',
  adx_webpageaccesscontrolrule: 'webpagerule.yml',
  adx_websiteaccess: 'websiteaccess.yml',
};
/** Folder and kind of those with a file each. */
const singles: Readonly<Record<string, readonly [folder: string, kind: string]>> = {
  adx_webpage: ['web-pages', 'webpage'],
  adx_webtemplate: ['web-templates', 'webtemplate'],
  adx_pagetemplate: ['page-templates', 'pagetemplate'],
  adx_contentsnippet: ['content-snippets', 'contentsnippet'],
  adx_weblinkset: ['weblink-sets', 'weblinkset'],
  adx_weblink: ['weblink-sets', 'weblinkset.weblink'],
  adx_entityform: ['basic-forms', 'basicform'],
  adx_entityformmetadata: ['basic-forms', 'basicform.basicformmetadata'],
  adx_entitylist: ['lists', 'list'],
  adx_webform: ['advanced-forms', 'advancedform'],
  adx_webformstep: ['advanced-forms', 'advancedformstep'],
  adx_webformmetadata: ['advanced-forms', 'advancedformstep.advancedformmetadata'],
  adx_entitypermission: ['table-permissions', 'tablepermission'],
  adx_columnpermissionprofile: ['column-permission-profiles', 'columnpermissionprofile'],
  adx_columnpermission: ['column-permission-profiles', 'columnpermission'],
  adx_poll: ['polls', 'poll'],
  adx_tag: ['tags', 'tag'],
  adx_shortcut: ['shortcuts', 'shortcut'],
  adx_redirect: ['redirects', 'redirect'],
};

export function writeFolder(site: Snapshot, habits: Habits): FolderFile[] {
  const out = new Map<string, string | Uint8Array>();
  const records = site.records.filter(({ inactive }) => !inactive);
  for (const record of records) {
    const { table, id } = record;
    const list = table === 'adx_website' ? undefined : lists[table];
    if (table === 'adx_website') {
      const row = {
        ...record,
        fields: { ...record.fields, adx_name: 'Site', adx_website_language: site.language },
      };
      out.set('website.yml', yaml(row, habits));
    } else if (list) out.set(list, `${String(out.get(list) ?? '')}${item(yaml(record, habits))}`);
    else if (table === 'adx_webfile') file(record, habits, out);
    else {
      const [folder, kind] = singles[table] ?? [];
      if (!folder) throw new Error(`No folder for ${table}`);
      // Names may be equal: the tool adds some hex, other ones each time.
      const name = `${slug(titleOf(record))}_${id.slice(0, 8)}`;
      const stem = `${folder}/${name.toLowerCase()}/${name}.${kind}`;
      out.set(`${stem}.yml`, yaml(record, habits));
      for (const [suffix, column] of Object.entries(sidecars[table] ?? {})) {
        const text = record.fields[column];
        if (text !== undefined || habits.newer) out.set(stem + suffix, ended(String(text ?? ''), habits));
      }
    }
  }
  out.set('.portalconfig/manifest.yml', 'adx_webpage: []\n');
  return [...out].map(([path, content]) => ({
    path: `site---site/${path}`,
    bytes: typeof content === 'string' ? Buffer.from(content) : content,
  }));
}

function file(record: SiteRecord, habits: Habits, out: Map<string, string | Uint8Array>): void {
  const name = `web-files/${record.id.slice(0, 8)}-${String(record.fields['adx_partialurl'])}`;
  const { body } = record;
  if (body && 'text' in body) out.set(name, body.text);
  else if (body) out.set(name, habits.files.get(body.hash) ?? new Uint8Array());
  const note = `annotationid: ${record.id.replace(/^......../, 'ffffffff')}\nfilename: x\nisdocument: true\nobjectid: ${record.id}\nobjecttypecode: adx_webfile\n`;
  out.set(`${name}.webfile.yml`, yaml(record, habits) + note);
}

function yaml(record: SiteRecord, { tables, unseal, newer, returns }: Habits): string {
  const { table, id, fields, refs, sets } = record;
  const beside = new Set(Object.values(sidecars[table] ?? {}));
  const defaults = newer ? (tables.get(table)?.defaults ?? {}) : {};
  const all: Record<string, Scalar> = { ...defaults, ...fields, ...refs, [`${table}id`]: id };
  const rows = Object.entries(all)
    .filter(([name]) => !beside.has(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}: ${scalar(isSealed(value) ? unseal(String(value)) : value)}\n`);
  const many = Object.entries(sets).map(
    ([name, ids]) => `${name}:\n${ids.map((each) => `- ${each}\n`).join('')}`,
  );
  const text = rows.join('') + many.join('');
  return returns ? text.replaceAll('\n', '\r\n') : text;
}

/** Plain where it can be, so that `true` and `7` look like no texts; the tool does the same. */
const scalar = (value: Scalar): string =>
  typeof value !== 'string' || /^[\w/][\w/.-]*$/.test(value) ? String(value) : JSON.stringify(value);
const item = (text: string): string => text.replace(/^(?=.)/gm, '  ').replace(/^ {2}/, '- ');
const titleOf = ({ table, fields }: SiteRecord): string => String(fields[tableOf(table).title] ?? table);
const slug = (name: string): string => name.replace(/[^\p{L}\p{N}()]+/gu, '-') || 'x';
const ended = (text: string, { returns }: Habits): string =>
  returns ? text.replace(/\r?\n/g, '\r\n') : text;
