import type { Row } from '../world/dataverse.ts';
import type { Site } from '../world/platform.ts';

/** On save: always this value, or a column of the contact who is signed in (Web API reference, adx_webformmetadata). */
const [value, currentContact] = [100000000, 100000002];
/** Scopes of a table permission (Power Pages, table-permissions): everything, or what belongs to the account or contact. */
const scopes = { global: 756150000, contact: 756150001, account: 756150002 } as const;

/**
 * What the wizard fills in for who orders, from their contact or always the same (Supply Chain Management documentation,
 * customer-portal-customize). Names of columns where they are known; of the language nobody has written one down.
 */
const filledIn: readonly (readonly [column: string, type: number, from: string])[] = [
  ['name', value, 'sales order'],
  ['msdyn_deliveryaddressdescription', value, 'delivery address description'],
  ['msdyn_company', currentContact, 'msdyn_company'],
  ['customerid', currentContact, 'parentcustomerid'],
  ['msdyn_invoicecustomer', currentContact, 'parentcustomerid'],
  ['msdyn_contactperson', currentContact, 'contactid'],
  ['transactioncurrencyid', currentContact, 'transactioncurrencyid'],
  ['pricelevelid', currentContact, 'defaultpricelevelid'],
  ['shipto_country', currentContact, 'address1_country'],
];

/** Who may create orders, and see which; the role names are documented, the permissions behind them are assumed. */
const allowed: readonly (readonly [role: string, scope: keyof typeof scopes])[] = [
  ['Administrator', 'global'],
  ['Customer representative', 'account'],
  ['Authorized users', 'contact'],
];

/**
 * The order wizard and its table permissions, as far as an order needs them. The tables are those of the standard data
 * model, the rows are made up: nobody has published the template's own.
 */
export function orderRows(
  { websiteRecordId }: Site,
  id: () => string,
  roles: readonly Row[],
): Readonly<Record<string, readonly Row[]>> {
  const own = { _adx_websiteid_value: websiteRecordId, statecode: 0, statuscode: 1 };
  const [form, step] = [id(), id()];
  const permissions = allowed.flatMap(([role, scope]) =>
    ['salesorder', 'salesorderdetail'].map((table) => ({
      role: roles.find(({ adx_name }) => adx_name === role)?.['adx_webroleid'],
      row: {
        adx_entitypermissionid: id(),
        adx_entityname: `${role}: ${table}`,
        adx_entitylogicalname: table,
        adx_scope: scopes[scope],
        adx_read: true,
        adx_create: true,
        adx_write: true,
        adx_delete: false,
        ...own,
      },
    })),
  );
  return {
    adx_webforms: [{ adx_webformid: form, adx_name: 'Create order', _adx_startstep_value: step, ...own }],
    adx_webformsteps: [
      {
        adx_webformstepid: step,
        adx_name: 'Order information',
        adx_targetentitylogicalname: 'salesorder',
        _adx_webform_value: form,
        statecode: 0,
        statuscode: 1,
      },
    ],
    adx_webformmetadatas: filledIn.map(([column, adx_onsavetype, from]) => ({
      adx_webformmetadataid: id(),
      adx_attributelogicalname: column,
      adx_setvalueonsave: true,
      adx_onsavetype,
      adx_onsavevalue: adx_onsavetype === value ? from : null,
      adx_onsavefromattribute: adx_onsavetype === currentContact ? from : null,
      _adx_webformstep_value: step,
      statecode: 0,
      statuscode: 1,
    })),
    adx_entitypermissions: permissions.map(({ row }) => row),
    adx_entitypermission_webroleset: permissions.map(({ role, row }) => ({
      adx_entitypermissionid: row.adx_entitypermissionid,
      adx_webroleid: role,
    })),
  };
}
