import type { Organization } from '../../world/dataverse.ts';
import { enhancedTables, virtualTables } from './enhanced-tables.ts';
import { siteTables, together } from './site-tables.ts';
import type { Table } from './table.ts';

const table = (
  set: string,
  logical: string,
  navigations: Table['navigations'] = {},
  key = `${logical}id`,
): Table => ({ set, logical, key, navigations });

/** Contacts of customers, and who of them may do what on a site (adx_webrole_contact; CE reference, adx_webrole). */
const ofPortals: readonly Table[] = [
  {
    ...table('contacts', 'contact', {
      ...together('contact'),
      parentcustomerid_account: { to: 'accounts', column: '_parentcustomerid_value' },
      msdyn_company: { to: 'cdm_companies', column: '_msdyn_company_value' },
    }),
    columns: [
      'firstname',
      'lastname',
      'emailaddress1',
      'address1_country',
      'adx_identity_lastsuccessfullogin',
      'msdyn_contactpersonid',
      'msdyn_sellable',
      '_msdyn_company_value',
      '_parentcustomerid_value',
      '_defaultpricelevelid_value',
      '_transactioncurrencyid_value',
    ],
    binds: { parentcustomerid_account: '_parentcustomerid_value' },
  },
  {
    ...table('accounts', 'account', {
      msdyn_company: { to: 'cdm_companies', column: '_msdyn_company_value' },
    }),
    columns: ['address1_country', '_defaultpricelevelid_value', '_primarycontactid_value'],
  },
  {
    // Names of its lookups: Web API reference, adx_invitation.
    ...table('adx_invitations', 'adx_invitation'),
    columns: [
      'adx_name',
      'adx_type',
      'adx_invitationcode',
      'adx_expirydate',
      'adx_redemptions',
      'createdon',
      'modifiedon',
      '_adx_invitecontact_value',
      '_adx_redeemedcontact_value',
    ],
    binds: {
      adx_inviteContact: '_adx_invitecontact_value',
      adx_redeemedContact: '_adx_redeemedcontact_value',
    },
  },
  {
    ...table('salesorders', 'salesorder'),
    columns: ['createdon', 'ordernumber', 'msdyn_salesordernumber', '_msdyn_contactperson_value'],
  },
];

/** Tables whose names can't be guessed, or from which something is expanded. */
const known: readonly Table[] = [
  table('systemusers', 'systemuser', {
    businessunitid: { to: 'businessunits', column: '_businessunitid_value' },
    systemuserroles_association: { to: 'roles', through: 'systemuserrolescollection' },
    teammembership_association: { to: 'teams', through: 'teammemberships' },
  }),
  table('teams', 'team', { teamroles_association: { to: 'roles', through: 'teamrolescollection' } }),
  table('businessunits', 'businessunit'),
  table('roles', 'role'),
  table('solutions', 'solution', { publisherid: { to: 'publishers', column: '_publisherid_value' } }),
  table('publishers', 'publisher', {
    publisher_solution: { to: 'solutions', theirs: '_publisherid_value' },
  }),
  table('cdm_companies', 'cdm_company'),
  table('transactioncurrencies', 'transactioncurrency'),
  table('pluginassemblies', 'pluginassembly'),
  table('sdkmessageprocessingsteps', 'sdkmessageprocessingstep', {
    plugintypeid: { to: 'plugintypes', column: '_plugintypeid_value' },
  }),
  table('systemuserrolescollection', 'systemuserroles', {}, 'systemuserroleid'),
  table('teamrolescollection', 'teamroles', {}, 'teamroleid'),
  table('teammemberships', 'teammembership'),
  ...ofPortals,
  ...siteTables,
  ...enhancedTables,
];
const bySet = new Map(known.map((each) => [each.set, each]));

/** Dataverse's own rule for most names: `uom` becomes `uoms`, `entity` becomes `entities`. */
const singular = (set: string): string =>
  set.endsWith('ies') ? `${set.slice(0, -3)}y` : set.replace(/s$/, '');

/** A table of an organization by its entity set; undefined when this organization has none of that name. */
export function findTable({ tables }: Organization, set: string): Table | undefined {
  if (!Object.hasOwn(tables, set)) return undefined;
  return bySet.get(set) ?? table(set, singular(set));
}

/** A table by its logical name: `account`. */
export const findLogical = (organization: Organization, logical: string): Table | undefined =>
  Object.keys(organization.tables)
    .map((set) => findTable(organization, set))
    .find((table) => table?.logical === logical) ??
  virtualIn(organization).find((table) => table.logical === logical);

/** Tables that show what lies in others: an organization with the enhanced data model has them. */
export const virtualIn = ({ tables }: Organization): readonly Table[] =>
  Object.hasOwn(tables, 'powerpagesites') ? virtualTables : [];
