import { either, type Generation, of, type Sheet } from './sheet.ts';

/** Scopes of a table permission (Power Pages, table-permissions): everything, or what belongs to the account or contact. */
const scopes = { global: 756150000, contact: 756150001, account: 756150002 } as const;

type Permission = readonly [role: string, table: string, scope: keyof typeof scopes, may: string];

/**
 * Who may do what: read, create, write. The role names are documented, the permissions behind them are assumed. The
 * second template takes one right away and gives another.
 */
const permissions = (generation: Generation): readonly Permission[] => [
  ['Administrator', 'salesorder', 'global', 'rcw'],
  ['Administrator', 'salesorderdetail', 'global', 'rcw'],
  ['Customer representative', 'salesorder', 'account', 'rcw'],
  ['Customer representative', 'salesorderdetail', 'account', 'rcw'],
  ['Authorized users', 'salesorder', 'contact', either(generation, 'rcw', 'rc')],
  ['Authorized users', 'salesorderdetail', 'contact', 'rcw'],
  ['Administrator', 'contact', 'global', 'rcw'],
  ['Customer representative', 'contact', 'account', either(generation, 'r', 'rw')],
  ['Authorized users', 'contact', 'contact', 'rw'],
  ['Administrator', 'account', 'global', 'r'],
  ['Customer representative', 'account', 'account', 'r'],
  ['Authorized users', 'account', 'account', 'r'],
  ['Authorized users', 'product', 'global', 'r'],
  ['Authorized users', 'uom', 'global', 'r'],
];

/** Pages that only some may see, and who they are. */
const rules: Readonly<Record<string, readonly [page: string, ...roles: string[]]>> = {
  'Orders for those who order': ['orders', 'Administrator', 'Customer representative', 'Authorized users'],
  'Create order for those who order': [
    'create-order',
    'Administrator',
    'Customer representative',
    'Authorized users',
  ],
  'Contacts for representatives': ['contacts', 'Administrator', 'Customer representative'],
};

const pair = (table: string, refs: NonNullable<Sheet['refs']>, key: string): Sheet => ({ table, key, refs });

export const rightSheets = (generation: Generation): readonly Sheet[] => [
  ...permissions(generation).flatMap(([role, table, scope, may]) => {
    const name = `${role}: ${table}`;
    return [
      of('adx_entitypermission')(name, {
        adx_entityname: name,
        adx_entitylogicalname: table,
        adx_scope: scopes[scope],
        adx_read: may.includes('r'),
        adx_create: may.includes('c'),
        adx_write: may.includes('w'),
        adx_delete: false,
        adx_append: may.includes('c'),
        adx_appendto: true,
      }),
      pair(
        'adx_entitypermission_webrole',
        { adx_entitypermissionid: `adx_entitypermission/${name}`, adx_webroleid: `adx_webrole/${role}` },
        name,
      ),
    ];
  }),
  ...Object.entries(rules).flatMap(([name, [page, ...roles]]) => [
    of('adx_webpageaccesscontrolrule')(
      name,
      { adx_name: name, adx_right: 2, adx_scope: 1 },
      { adx_webpageid: `adx_webpage/${page}` },
    ),
    ...roles.map((role) =>
      pair(
        'adx_webpageaccesscontrolrule_webrole',
        {
          adx_webpageaccesscontrolruleid: `adx_webpageaccesscontrolrule/${name}`,
          adx_webroleid: `adx_webrole/${role}`,
        },
        `${name}/${role}`,
      ),
    ),
  ]),
  of('adx_websiteaccess')('Everything', {
    adx_name: 'Everything',
    adx_managecontentsnippets: true,
    adx_managesitemarkers: true,
    adx_manageweblinksets: true,
    adx_previewunpublishedentities: true,
  }),
  pair(
    'adx_websiteaccess_webrole',
    { adx_websiteaccessid: 'adx_websiteaccess/Everything', adx_webroleid: 'adx_webrole/Administrator' },
    'Everything',
  ),
  of('adx_redirect')(
    'Old order page',
    { adx_name: 'Old order page', adx_inboundurl: 'neworder', adx_statuscode: 756150001 },
    { adx_webpageid: 'adx_webpage/create-order' },
  ),
  of('adx_shortcut')(
    'Terms of orders',
    { adx_name: 'Terms of orders', adx_displayorder: 1 },
    { adx_webpageid: 'adx_webpage/terms', adx_parentpage_webpageid: 'adx_webpage/orders' },
  ),
];
