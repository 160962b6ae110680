// An order by somebody who has signed up: through the portal into Dataverse, and by dual-write into finance and operations.
import { expect, test } from 'vitest';
import { production } from '../../scenarios/contoso/production.ts';
import { financeTable } from '../../dual-write/finance-table.ts';
import { ask } from '../../test-support/ask.ts';
import { readyToOrder, signedUp } from '../../test-support/ready-to-order.ts';
import { startTwin, type Twin } from '../../twin.ts';
import type { Row } from '../../world/dataverse.ts';

const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const address = (twin: Twin) => `http://contoso-orders.portals.twin.localhost:${twin.port}`;
const post = (twin: Twin, path: string, fields: Record<string, string>, Cookie = '') =>
  ask(`${address(twin)}${path}`, {
    method: 'POST',
    headers: { ...form, Cookie },
    body: new URLSearchParams(fields).toString(),
  });

async function open() {
  const twin = await startTwin({ speed: 0 });
  readyToOrder(twin.world);
  const { tables } = production(twin.world.state).organization;
  const { headers } = await post(twin, '/signin', { contact: signedUp[0] ?? '' });
  const [cookie = ''] = String(headers['set-cookie']).split(';');
  const page = await ask(`${address(twin)}/create-order`, { headers: { Cookie: cookie } });
  const go = (fields: Readonly<Record<string, string>>) => post(twin, '/create-order', fields, cookie);
  const items = await go({ step: 'items', address: 'Main Street 1' });
  const product = /<option value="([^"]+)"/.exec(items.text)?.[1] ?? '';
  const basket = { product, quantity: '2', address: 'Main Street 1' };
  const order = () => go({ ...basket, step: 'submit' });
  const arrived = () =>
    twin.world.state.finance.environments.flatMap((each) =>
      financeTable(each, 'SalesOrderHeaderCDSEntity').rows.filter((row) =>
        String(row['SalesOrderNumber']).startsWith('ORD-'),
      ),
    );
  return {
    twin,
    tables,
    page,
    items,
    basket,
    go,
    order,
    arrived,
    [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose](),
  };
}

test('goes through three pages; until the last one is sent nothing is saved', async () => {
  await using staged = await open();
  const { page, items, basket, go, tables } = staged;
  const summary = await go({ ...basket, step: 'summary' });
  const shown = [page, items, summary].map(({ text }) => /\d of \d: [\w ]+/.exec(text)?.[0]);
  expect(shown).toEqual(['1 of 3: Order information', '2 of 3: Items', '3 of 3: Summary']);
  // What was entered before goes along.
  expect(items.text).toContain('value="Main Street 1"');
  expect(summary.text).toContain('2 × Demonstration kit');
  const placed = (tables['salesorders'] ?? []).filter(({ name }) => name === 'sales order');
  expect(placed).toEqual([]);
});

test('is saved with what the wizard fills in, and arrives with its line', async () => {
  await using staged = await open();
  const { twin, tables, order, arrived } = staged;
  const { status, text } = await order();
  expect([status, /ORD-\d{5}/.test(text)]).toEqual([200, true]);
  const row = tables['salesorders']?.at(-1);
  expect(row).toMatchObject({
    name: 'sales order',
    msdyn_deliveryaddressdescription: 'delivery address description',
    shipto_country: 'US',
    _msdyn_contactperson_value: signedUp[0],
  });
  expect(arrived()).toMatchObject([
    { SalesOrderNumber: row?.['msdyn_salesordernumber'], dataAreaId: 'usmf' },
  ]);
  const lines = twin.world.state.finance.environments.flatMap(
    (each) => financeTable(each, 'SalesOrderLineCDSEntity').rows,
  );
  expect(lines.filter((line) => line['SalesOrderNumber'] === row?.['msdyn_salesordernumber'])).toMatchObject([
    { OrderedSalesQuantity: 2 },
  ]);
});

const contactOf = (tables: Record<string, Row[]>) =>
  tables['contacts']?.find(({ contactid }) => contactid === signedUp[0]) ?? {};

test.each<[string, (tables: Record<string, Row[]>) => void, string]>([
  [
    'a table permission',
    (tables) => tables['adx_entitypermissions']?.forEach((row) => (row['adx_create'] = false)),
    'appropriate permissions',
  ],
  ['the web role', (tables) => tables['adx_webrole_contactset']?.splice(0), 'appropriate permissions'],
  [
    'a field of the contact',
    (tables) => (contactOf(tables)['address1_country'] = null),
    'Ship to country/region is a required field',
  ],
  [
    'the price list',
    (tables) => tables['pricelevels']?.forEach((row) => (row['statecode'] = 1)),
    'price list of your account is not active',
  ],
  [
    'the products',
    (tables) => tables['products']?.forEach((row) => (row['statecode'] = 2)),
    'Choose a product',
  ],
  [
    'a column of the wizard',
    (tables) => tables['adx_webformmetadatas']?.forEach((row) => (row['adx_setvalueonsave'] = false)),
    'Company is a required field',
  ],
])('without %s nobody can order', async (_, breaks, words) => {
  await using staged = await open();
  const { tables, order, arrived } = staged;
  breaks(tables);
  const count = tables['salesorders']?.length;
  const { status, text } = await order();
  expect(status).toBeGreaterThanOrEqual(400);
  expect(text).toContain(words);
  expect([tables['salesorders']?.length, arrived()]).toEqual([count, []]);
});

test('what finance and operations refuses isn’t saved in Dataverse either', async () => {
  await using staged = await open();
  const { twin, tables, order } = staged;
  for (const { tables: there } of twin.world.state.finance.environments)
    there['CustCustomerV3Entity'] = { rows: [], alike: [] };
  const count = tables['salesorders']?.length;
  const { status, text } = await order();
  expect([status, text.includes('error while saving')]).toEqual([400, true]);
  expect(tables['salesorders']?.length).toBe(count);
});

test('while the map of orders stands still, an order stays in Dataverse', async () => {
  await using staged = await open();
  const { twin, order, arrived } = staged;
  for (const link of twin.world.state.dualWrite.links)
    for (const map of link.maps) if (map.name.startsWith('salesorder')) map.state = 1;
  expect((await order()).status).toBe(200);
  expect(arrived()).toEqual([]);
});
