import { listScript } from './texts/files.ts';
import { either, type Generation, of, type Sheet } from './sheet.ts';

/** What a form or list says in the languages that it knows. */
const said = (text: string): string => JSON.stringify([{ LCID: 1033, Value: text }]);

const form = of('adx_entityform');
const list = of('adx_entitylist');
const field = of('adx_entityformmetadata');

/** Basic forms: their table, their form in Dataverse, and what is said of columns. */
const forms: Readonly<
  Record<string, readonly [table: string, form: string, fields: Readonly<Record<string, string>>]>
> = {
  'Order details': ['salesorder', 'Portal order', { ordernumber: 'Order number', statecode: 'Status' }],
  'Account information': ['account', 'Portal account', { name: 'Company', address1_city: 'City' }],
  'Contact edit': ['contact', 'Portal contact', { firstname: 'First name', lastname: 'Last name' }],
  'Contact create': ['contact', 'Portal contact', { emailaddress1: 'E-mail' }],
  Profile: ['contact', 'Profile Web Form', { telephone1: 'Telephone' }],
};

export const formSheets = (generation: Generation): readonly Sheet[] => [
  ...Object.entries(forms).flatMap(([name, [table, inDataverse, fields]]) => [
    form(
      name,
      {
        adx_name: name,
        adx_entityname: table,
        adx_formname: inDataverse,
        adx_mode: name === 'Contact create' ? 100000000 : 100000001,
        adx_successmessage: said(either(generation, 'Saved.', 'Your changes are saved.')),
        adx_settings: null,
      },
      name.startsWith('Contact') ? { adx_redirectwebpage: 'adx_webpage/contacts' } : {},
    ),
    ...Object.entries(fields).map(([column, label]) =>
      field(
        `${name}/${column}`,
        { adx_type: 100000000, adx_attributelogicalname: column, adx_label: said(label) },
        { adx_entityform: `adx_entityform/${name}` },
      ),
    ),
  ]),
  list(
    'Orders',
    {
      adx_name: 'Orders',
      adx_entityname: 'salesorder',
      adx_primarykeyname: 'salesorderid',
      adx_pagesize: either(generation, 10, 20),
      // The second template does it by style alone.
      adx_registerstartupscript: either<string | null>(generation, listScript(), null),
      adx_settings: JSON.stringify({ filter: { account: true }, search: { enabled: true } }),
      adx_searchenabled: true,
    },
    {
      adx_webpagefordetailsview: 'adx_webpage/order-details',
      adx_webpageforcreate: 'adx_webpage/create-order',
    },
  ),
  list('Contacts', {
    adx_name: 'Contacts',
    adx_entityname: 'contact',
    adx_primarykeyname: 'contactid',
    adx_pagesize: 10,
    adx_emptylisttext: said('No contacts yet.'),
  }),
];
