import { Refused } from '../../serve.ts';
import type { Organization, Row } from '../../world/dataverse.ts';
import type { Site } from '../../world/platform.ts';
import { textOf } from '../../world/rows.ts';
import type { World } from '../../world.ts';
import type { PortalUser } from './portal-user.ts';
import { findTable } from '../dataverse/tables.ts';
import { createRow } from '../dataverse/write-row.ts';
import { organizationOf, ownRows } from './site-tables.ts';

/** What somebody enters in the wizard. */
export interface Basket {
  readonly product: string;
  readonly quantity: number;
  /** A date, `2026-12-01`; empty where none was entered. */
  readonly receipt: string;
  readonly address: string;
}

/** Of an order, in Dataverse's numbers: a sales order, as dual-write takes it. */
const salesOrder = 192350000;

/** Whether somebody may place orders at all: of an order and its lines. */
export const mayOrder = (world: World, site: Site, user: PortalUser): boolean =>
  ['salesorder', 'salesorderdetail'].every((table) => mayCreate(world, site, user, table));

/** Whether one of the user's web roles lets them create rows of a table (Power Pages, table-permissions). */
function mayCreate(world: World, site: Site, { roles }: PortalUser, table: string): boolean {
  const held = roles.map((role) => role['adx_webroleid']);
  const pairs = organizationOf(world, site)?.tables['adx_entitypermission_webroleset'] ?? [];
  return ownRows(world, site, 'adx_entitypermissions').some(
    (row) =>
      row['adx_entitylogicalname'] === table &&
      row['adx_create'] === true &&
      pairs.some(
        (pair) =>
          pair['adx_entitypermissionid'] === row['adx_entitypermissionid'] &&
          held.includes(pair['adx_webroleid']),
      ),
  );
}

/** Products that can be chosen: active ones of the contact's company. */
export const productsFor = (world: World, site: Site, { contact }: PortalUser): readonly Row[] =>
  (organizationOf(world, site)?.tables['products'] ?? []).filter(
    (row) => row['statecode'] === 0 && row['_msdyn_companyid_value'] === contact['_msdyn_company_value'],
  );

/**
 * Saves an order and its line as the wizard does, and hands them to dual-write in the same moment: what finance and
 * operations refuses isn't saved.
 * @returns the order's number, or why there is none, in the words that people see there (assumed)
 */
export function placeOrder(
  world: World,
  site: Site,
  user: PortalUser,
  basket: Basket,
): { number: string } | { error: string } {
  const organization = organizationOf(world, site);
  if (!organization) return { error: 'The site has no data.' };
  const tables = organization.tables;
  const product = productsFor(world, site, user).find(({ productid }) => productid === basket.product);
  if (!product) return { error: 'Choose a product.' };
  if (!(basket.quantity > 0)) return { error: 'Quantity must be more than 0.' };
  const order = orderOf(organization, user, basket);
  for (const [column, name] of required)
    if (!textOf(order[column])) return { error: `${name} is a required field.` };
  const list = tables['pricelevels']?.find((row) => row['pricelevelid'] === order['_pricelevelid_value']);
  if (list?.['statecode'] !== 0) return { error: 'The price list of your account is not active.' };
  try {
    const { salesorderid } = save(world, organization, 'salesorders', order);
    save(world, organization, 'salesorderdetails', lineOf({ ...order, salesorderid }, product, basket));
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { error: 'There was an error while saving the order. Contact your administrator.' };
  }
  return { number: textOf(order['msdyn_salesordernumber']) };
}

/** Columns that an order can't do without (customer-portal-customize), with their names on the form. */
const required = [
  ['_msdyn_company_value', 'Company'],
  ['_customerid_value', 'Potential customer'],
  ['_transactioncurrencyid_value', 'Currency'],
  ['_pricelevelid_value', 'Price list'],
  ['shipto_country', 'Ship to country/region'],
] as const;

/** What the wizard's metadata says of each column, by what the contact has. */
function orderOf({ tables }: Organization, { contact }: PortalUser, basket: Basket): Row {
  const steps = (tables['adx_webformsteps'] ?? []).filter(
    (row) => row['statecode'] === 0 && row['adx_targetentitylogicalname'] === 'salesorder',
  );
  const filled = (tables['adx_webformmetadatas'] ?? [])
    .filter(
      (row) =>
        row['statecode'] === 0 &&
        row['adx_setvalueonsave'] === true &&
        steps.some((step) => step['adx_webformstepid'] === row['_adx_webformstep_value']),
    )
    .map((row): [string, unknown] => {
      const column = textOf(row['adx_attributelogicalname']);
      const from = row['adx_onsavefromattribute'];
      if (typeof from !== 'string') return [column, row['adx_onsavevalue']];
      const lookup = from === 'contactid' ? contact['contactid'] : contact[`_${from}_value`];
      return lookup === undefined ? [column, contact[from]] : [`_${column}_value`, lookup];
    });
  // The number comes from Dataverse's own sequence, which must be another than finance and operations' (number sequences).
  const count = (tables['salesorders'] ?? []).length;
  const number = `${textOf(tables['organizations']?.[0]?.['orderprefix']) || 'ORD'}-${String(1001 + count).padStart(5, '0')}`;
  return {
    ordernumber: number,
    msdyn_salesordernumber: number,
    msdyn_ordertype: salesOrder,
    requestdeliveryby: basket.receipt || null,
    shipto_line1: basket.address,
    ...Object.fromEntries(filled),
  };
}

const lineOf = (order: Row, product: Row, { quantity }: Basket): Row => ({
  sequencenumber: 1,
  quantity,
  _salesorderid_value: order['salesorderid'],
  _productid_value: product['productid'],
  _uomid_value: product['_defaultuomid_value'],
  _transactioncurrencyid_value: order['_transactioncurrencyid_value'],
});

/** Saved as by the site's own user, who is nobody of the organization. */
function save(world: World, organization: Organization, set: string, values: Row): Row {
  organization.tables[set] ??= [];
  const table = findTable(organization, set);
  if (!table) throw new Error(`There is no table of ${set}.`);
  return createRow(world, { organization, user: { systemuserid: null }, root: '' }, table, values);
}
