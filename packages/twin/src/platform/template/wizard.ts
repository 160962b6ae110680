import { itemsScript, orderScript } from './texts/files.ts';
import { either, type Generation, of, type Sheet } from './sheet.ts';

/** On save: always this value, or a column of the contact who is signed in (Web API reference, adx_webformmetadata). */
const [value, currentContact] = [100000000, 100000002];

/**
 * What the wizard fills in for who orders, from their contact or always the same (Supply Chain Management documentation,
 * customer-portal-customize). Names of columns where they are known; of the language nobody has written one down.
 */
const filledIn = (
  generation: Generation,
): readonly (readonly [column: string, type: number, from: string])[] => [
  ['name', value, either(generation, 'sales order', 'Portal sales order')],
  ['msdyn_deliveryaddressdescription', value, 'delivery address description'],
  ['msdyn_company', currentContact, 'msdyn_company'],
  ['customerid', currentContact, 'parentcustomerid'],
  ['msdyn_invoicecustomer', currentContact, 'parentcustomerid'],
  ['msdyn_contactperson', currentContact, 'contactid'],
  ['transactioncurrencyid', currentContact, 'transactioncurrencyid'],
  ['pricelevelid', currentContact, 'defaultpricelevelid'],
  ['shipto_country', currentContact, 'address1_country'],
  ...either<readonly (readonly [string, number, string])[]>(
    generation,
    [],
    [['msdyn_salesorderorigin', value, 'Portal']],
  ),
];

/** The three pages of an order, in their order; the last shows what was entered. */
const steps: readonly (readonly [
  name: string,
  table: string,
  script?: (generation: Generation) => string,
])[] = [
  ['Order information', 'salesorder', orderScript],
  ['Items', 'salesorderdetail', itemsScript],
  ['Summary', 'salesorder'],
];

const step = of('adx_webformstep');
const metadata = of('adx_webformmetadata');
const first = 'adx_webformstep/Order information';

/** The order wizard. Its tables are those of the standard data model, its rows are made up but for what is documented. */
export const wizardSheets = (generation: Generation): readonly Sheet[] => [
  of('adx_webform')(
    'Create order',
    { adx_name: 'Create order', adx_authenticationrequired: true, adx_progressindicatorenabled: true },
    { adx_startstep: first },
  ),
  ...steps.map(([name, table, script], index) =>
    step(
      name,
      {
        adx_name: name,
        adx_type: 100000001,
        adx_targetentitylogicalname: table,
        adx_targetentityprimarykeylogicalname: `${table}id`,
        adx_formname: `Portal ${name.toLowerCase()}`,
        adx_registerstartupscript: script?.(generation) ?? null,
        adx_movepreviouspermitted: index > 0,
      },
      {
        adx_webform: 'adx_webform/Create order',
        adx_nextstep: steps[index + 1] && `adx_webformstep/${steps[index + 1]?.[0]}`,
        adx_previousstep: steps[index - 1] && `adx_webformstep/${steps[index - 1]?.[0]}`,
      },
    ),
  ),
  ...filledIn(generation).map(([column, adx_onsavetype, from]) =>
    metadata(
      column,
      {
        adx_type: 100000000,
        adx_attributelogicalname: column,
        adx_setvalueonsave: true,
        adx_onsavetype,
        adx_onsavevalue: adx_onsavetype === value ? from : null,
        adx_onsavefromattribute: adx_onsavetype === currentContact ? from : null,
      },
      { adx_webformstep: first },
    ),
  ),
  metadata(
    'prepopulated country',
    {
      adx_type: 100000000,
      adx_attributelogicalname: 'shipto_line1',
      adx_prepopulatetype: currentContact,
      adx_prepopulatefromattribute: 'address1_composite',
      adx_label: JSON.stringify([{ LCID: 1033, Value: 'Delivery address' }]),
    },
    { adx_webformstep: first },
  ),
];
