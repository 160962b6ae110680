import type { Row } from '../../world/dataverse.ts';

/** What somebody did to a row of the template, and how many days ago. */
export interface Edit {
  readonly set: string;
  /** Tells the row apart. */
  readonly where: Row;
  readonly ago: number;
  readonly change: (row: Row) => Row;
}

const to =
  (changes: Row): Edit['change'] =>
  () =>
    changes;

/** Other words in a text. They must be there: else the template has changed, and the edit means nothing any more. */
export function replaced(text: unknown, pairs: readonly (readonly [from: string, by: string])[]): string {
  return pairs.reduce((all, [from, by]) => {
    if (!all.includes(from)) throw new Error(`The template no longer says: ${from}`);
    return all.replace(from, by);
  }, String(text));
}

const words =
  (column: string, ...pairs: readonly (readonly [string, string])[]): Edit['change'] =>
  (row) => ({ [column]: replaced(row[column], pairs) });

const inFile =
  (...pairs: readonly (readonly [string, string])[]): Edit['change'] =>
  (row) => {
    const text = Buffer.from(String(row['documentbody']), 'base64').toString();
    const body = Buffer.from(replaced(text, pairs));
    return { documentbody: body.toString('base64'), filesize: body.length };
  };

const named = (adx_name: string): Row => ({ adx_name });
const content = (adx_name: string): Row => ({ adx_name, adx_isroot: false });
/** As the studio deletes. */
const deleted: Edit['change'] = (row) => ({
  adx_name: `${String(row['adx_name'])}-deleted`,
  adx_partialurl: `${String(row['adx_partialurl'])}-deleted`,
  statecode: 1,
  statuscode: 2,
});
const withCrlf =
  (column: string): Edit['change'] =>
  (row) => ({ [column]: String(row[column]).replaceAll('\n', '\r\n') });

/** In the same place as the second template, so that somebody has to decide. */
const conflicting: readonly Edit[] = [
  {
    set: 'adx_webtemplates',
    where: named('Home'),
    ago: 40,
    change: words(
      'adx_source',
      ["{{ snippets['Home/Welcome'] | default: 'Welcome' }}", "Contoso: {{ snippets['Home/Welcome'] }}"],
      [
        "<p>{{ snippets['Home/Orders/Text'] }}</p>",
        '<p>{{ snippets[\'Home/Orders/Text\'] }}</p>\n      <img src="/truck.png" alt="">',
      ],
    ),
  },
  {
    set: 'annotations',
    where: { filename: 'theme.css' },
    ago: 40,
    change: inFile(
      ['--brand: #0f6cbd;', '--brand: #a4262c;'],
      ['  padding: 8px 16px;\n', '  border-bottom: 4px solid var(--brand);\n  padding: 8px 16px;\n'],
    ),
  },
  {
    set: 'adx_contentsnippets',
    where: named('Footer'),
    ago: 120,
    change: words('adx_value', ['All rights reserved.', 'Contoso Ltd. All rights reserved.']),
  },
  {
    set: 'adx_contentsnippets',
    where: named('Home/Welcome'),
    ago: 120,
    change: to({ adx_value: 'Welcome to Contoso' }),
  },
  {
    set: 'adx_sitesettings',
    where: named('HTTP/Content-Security-Policy'),
    ago: 90,
    change: words('adx_value', ['data:', 'data: https://cdn.contoso.example']),
  },
  {
    set: 'adx_entitylists',
    where: named('Orders'),
    ago: 60,
    change: (row) => ({
      adx_pagesize: 25,
      ...words('adx_registerstartupscript', ["=== 'Active'", "=== 'Open'"])(row),
    }),
  },
  {
    set: 'adx_webformsteps',
    where: named('Order information'),
    ago: 33,
    change: words('adx_registerstartupscript', [
      'Choose a date in the future.',
      'Contoso delivers from tomorrow on.',
    ]),
  },
  {
    set: 'adx_webformmetadatas',
    where: { adx_attributelogicalname: 'name' },
    ago: 33,
    change: to({ adx_onsavevalue: 'Contoso web order' }),
  },
  { set: 'adx_webpages', where: content('Contacts'), ago: 21, change: to({ adx_title: 'Your colleagues' }) },
  {
    set: 'adx_webpages',
    where: content('Terms'),
    ago: 75,
    change: words('adx_copy', ['within ten working days', 'within three working days']),
  },
  { set: 'adx_webpages', where: content('Company information'), ago: 14, change: deleted },
  {
    set: 'adx_webpages',
    where: { adx_name: 'Company information', adx_isroot: true },
    ago: 14,
    change: deleted,
  },
];

/** Where the second template says nothing, or something else beside. */
const peaceful: readonly Edit[] = [
  {
    set: 'adx_webtemplates',
    where: named('Header'),
    ago: 40,
    change: words('adx_source', ['<ul>\n', '<ul class="contoso-menu">\n']),
  },
  { set: 'adx_webtemplates', where: named('Breadcrumbs'), ago: 40, change: withCrlf('adx_source') },
  {
    set: 'annotations',
    where: { filename: 'portal.js' },
    ago: 39,
    change: inFile(["field.classList.add('required');", "field.classList.add('required', 'contoso');"]),
  },
  {
    set: 'adx_contentsnippets',
    where: named('Company/Name'),
    ago: 120,
    change: to({ adx_value: 'Contoso Ltd.' }),
  },
  {
    set: 'adx_contentsnippets',
    where: named('Company/Address'),
    ago: 120,
    change: to({ adx_value: 'Contoso Ltd.\r\nHarbour Street 1\r\nAarhus' }),
  },
  {
    set: 'adx_sitesettings',
    where: named('CustomerPortal/Help/Contact'),
    ago: 118,
    change: to({ adx_value: 'orders@contoso.example' }),
  },
  {
    set: 'adx_webpages',
    where: content('Orders'),
    ago: 60,
    change: (row) => ({
      adx_customcss: `${String(row['adx_customcss'])}\n.entitylist .late {\n  color: #a4262c;\n}\n`,
    }),
  },
  // The second template widens the same permission, and narrows another one.
  {
    set: 'adx_entitypermissions',
    where: { adx_entityname: 'Customer representative: contact' },
    ago: 50,
    change: to({ adx_create: true }),
  },
];

export const edits: readonly Edit[] = [...conflicting, ...peaceful];

/** The studio numbers all links of a set anew when one is moved: these are the first set's, by name. */
export const linkOrder = ['Home', 'Contacts', 'Create order', 'Orders', 'Account information'];
