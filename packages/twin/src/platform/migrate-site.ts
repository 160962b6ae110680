import { filled } from '../services/dataverse/row-body.ts';
import { pairs } from '../services/dataverse/site-table-sketches.ts';
import { siteTables } from '../services/dataverse/site-tables.ts';
import type { Table } from '../services/dataverse/table.ts';
import type { Organization, Row } from '../world/dataverse.ts';
import type { Site } from '../world/platform.ts';
import { textOf } from '../world/rows.ts';

/*
 * A site of the standard data model in the enhanced one. What content looks like is taken from solutions that Microsoft
 * publishes (microsoft/power-pages-samples): keys without a prefix, no nulls, choices and flags said, many-to-many as
 * lists, a language beside the content or in it.
 */

/** Types of components (PAD, powerpagecomponent), by what they were. */
const types: Readonly<Record<string, number>> = {
  adx_publishingstate: 1,
  adx_webpage: 2,
  adx_webfile: 3,
  adx_weblinkset: 4,
  adx_weblink: 5,
  adx_pagetemplate: 6,
  adx_contentsnippet: 7,
  adx_webtemplate: 8,
  adx_sitesetting: 9,
  adx_webpageaccesscontrolrule: 10,
  adx_webrole: 11,
  adx_websiteaccess: 12,
  adx_sitemarker: 13,
  adx_entityform: 15,
  adx_entityformmetadata: 16,
  adx_entitylist: 17,
  adx_entitypermission: 18,
  adx_webform: 19,
  adx_webformstep: 20,
  adx_webformmetadata: 21,
  adx_redirect: 30,
  adx_shortcut: 32,
};

/** Whose language stands beside the content. */
const spoken: Readonly<Record<string, string>> = {
  adx_webpage: '_adx_webpagelanguageid_value',
  adx_weblinkset: '_adx_websitelanguageid_value',
};
const together = 'powerpagecomponent_powerpagecomponent';
const tables = new Map(siteTables.map((table) => [table.logical, table]));

/** Moves the only site of an organization; its old record stays, deactivated (admin/migrate-enhanced-data-model). */
export function migrateSite(organization: Organization, site: Site): void {
  const { tables: sets } = organization;
  const [record, another] = sets['adx_websites'] ?? [];
  if (!record || another) throw new Error('An organization with one site can be migrated.');
  const moving = Object.entries(types).flatMap(([logical, type]) => {
    const table = tableOf(logical);
    return (sets[table.set] ?? []).map((row) => ({ row, table, type, id: textOf(row[table.key]) }));
  });
  const held = heldIn(organization);
  sets['powerpagesites'] = [siteRow(organization, record, site), ...(sets['powerpagesites'] ?? [])];
  sets['powerpagesitelanguages'] = languageRows(organization, site);
  sets['fileattachments'] = [];
  sets[`${together}set`] = [...held].flatMap(([one, lists]) =>
    Object.values(lists)
      .flat()
      .map((two) => ({
        powerpagecomponentidone: one,
        powerpagecomponentidtwo: two,
      })),
  );
  sets['powerpagecomponents'] = moving.map(({ row, table, type, id }) => {
    const note = table.logical === 'adx_webfile' ? noteOf(organization, id) : undefined;
    const language = spoken[table.logical];
    if (note) sets['fileattachments']?.push(asAttachment(note));
    return {
      powerpagecomponentid: id,
      name: textOf(row[table.name ?? 'adx_name']) || textOf(row['adx_attributelogicalname']),
      powerpagecomponenttype: type,
      content: JSON.stringify({
        ...said(table, row, language),
        ...held.get(id),
        ...(table.logical === 'adx_webform' ? { webFormSteps: stepsOf(organization, id) } : {}),
      }),
      _powerpagesiteid_value: site.websiteRecordId,
      _powerpagesitelanguageid_value: language ? (row[language] ?? null) : null,
      ...(note ? { filecontent: note['annotationid'], filecontent_name: note['filename'] } : {}),
      ...stamps(note && textOf(note['modifiedon']) > textOf(row['modifiedon']) ? note : row, row),
    };
  });
  for (const logical of [...Object.keys(types), 'adx_websitelanguage', 'annotation'])
    sets[tableOf(logical).set] = [];
  Object.assign(record, { statecode: 1, statuscode: 2 });
  site.dataModel = 'Enhanced';
}

function tableOf(logical: string): Table {
  const table = tables.get(logical);
  if (!table) throw new Error(`A site has no table ${logical}.`);
  return table;
}

const stamps = (changed: Row, made: Row): Row => ({
  createdon: made['createdon'],
  modifiedon: changed['modifiedon'],
  versionnumber: Math.max(Number(changed['versionnumber']), Number(made['versionnumber'])),
  statecode: made['statecode'],
  statuscode: made['statuscode'],
});

/** The columns of a row, as content has them. */
function said(table: Table, row: Row, language?: string): Row {
  const entries = Object.entries(filled(table, row)).flatMap(([column, value]) => {
    const bare = /^_?adx_(.+?)(?:_value)?$/.exec(column)?.[1];
    const isLookup = column.startsWith('_');
    if (bare === undefined || bare === 'name' || column === language || column === table.key) return [];
    if (value === null || value === '' || value === undefined) return [];
    // A text column may end like a lookup.
    return [[isLookup ? bare : column.slice('adx_'.length), value] as const];
  });
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** What components hold of others, by holder and relationship: whatever a role is given to, not the role. */
function heldIn({ tables: sets }: Organization): Map<string, Record<string, string[]>> {
  const held = new Map<string, Record<string, string[]>>();
  for (const [schema, one, two] of pairs) {
    if (types[one] === undefined || types[two] === undefined) continue;
    for (const pair of sets[`${schema.toLowerCase()}set`] ?? []) {
      const holder = textOf(pair[`${one}id`]);
      const own = held.get(holder) ?? {};
      own[schema] = [...(own[schema] ?? []), textOf(pair[`${two}id`])];
      held.set(holder, own);
    }
  }
  return held;
}

const stepsOf = ({ tables: sets }: Organization, form: string): string[] =>
  (sets['adx_webformsteps'] ?? [])
    .filter((step) => step['_adx_webform_value'] === form)
    .map((step) => textOf(step['adx_webformstepid']));

/** Of several notes the newest. */
const noteOf = ({ tables: sets }: Organization, file: string): Row | undefined =>
  (sets['annotations'] ?? [])
    .filter((note) => note['_objectid_value'] === file)
    .toSorted((one, other) => (textOf(one['modifiedon']) < textOf(other['modifiedon']) ? 1 : -1))[0];

const asAttachment = (note: Row): Row => ({
  fileattachmentid: note['annotationid'],
  filename: note['filename'],
  mimetype: note['mimetype'],
  regardingfieldname: 'filecontent',
  body: note['documentbody'],
});

const siteRow = (organization: Organization, record: Row, site: Site): Row => ({
  powerpagesiteid: site.websiteRecordId,
  name: record['adx_name'],
  primarydomainname: record['adx_primarydomainname'],
  datamodelversion: '2.0',
  content: JSON.stringify({
    defaultlanguage: record['_adx_defaultlanguage_value'],
    footerwebtemplateid: record['_adx_footerwebtemplateid_value'],
    headerwebtemplateid: record['_adx_headerwebtemplateid_value'],
    website_language: record['adx_website_language'],
  }),
  ...stamps({ versionnumber: organization.version, ...record }, { versionnumber: 0, ...record }),
});

/** A language of the site knows its code and LCID by itself. */
const languageRows = ({ tables: sets }: Organization, site: Site): Row[] =>
  (sets['adx_websitelanguages'] ?? []).map((row) => {
    const global = sets['adx_portallanguages']?.find(
      (each) => each['adx_portallanguageid'] === row['_adx_portallanguageid_value'],
    );
    return {
      powerpagesitelanguageid: row['adx_websitelanguageid'],
      name: row['adx_name'],
      displayname: global?.['adx_displayname'],
      languagecode: global?.['adx_languagecode'],
      lcid: global?.['adx_lcid'],
      content: JSON.stringify({
        publishingstate: row['_adx_publishingstate_value'],
        systemlanguage: global?.['adx_lcid'],
      }),
      _powerpagesiteid_value: site.websiteRecordId,
      ...stamps(row, row),
    };
  });
