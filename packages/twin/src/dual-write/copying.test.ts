import { expect, test } from 'vitest';
import { bareLink } from '../test-support/bare-link.ts';
import { mapNames } from '../test-support/open-gateway.ts';
import { guid } from '../world.ts';

const { accounts, contacts, products, orders, lines } = mapNames;
const groups = 'msdyn_customergroups - Customer groups';

test('all that the five need is copied, row by row and in numbers, and everything runs', () => {
  const link = bareLink();
  const all = [...new Set([...link.before(lines), contacts, accounts, products, orders, lines])];
  link.run(all);
  for (const name of all) expect([name, link.map(name).state]).toEqual([name, 4]);
  expect(link.legs(accounts)).toMatchObject([
    { to: 'dataverse', exported: 300, inserted: 298, updated: 2, failed: 0 },
    { to: 'finance', exported: 2, inserted: 0, updated: 0, failed: 0 },
  ]);
  // 300, 180 and 75, and the prospect who was there.
  expect(link.total('accounts')).toBe(556);
  expect(link.total('salesorderdetails')).toBe(900 + 540 + 225);
  const order = link.row('salesorders', 'msdyn_salesordernumber', 'SO-000731');
  const buyer = link.row('accounts', 'accountid', order?.['_customerid_value']);
  expect(buyer).toMatchObject({ accountnumber: 'US-001', customertypecode: 3 });
  const first = link.row('salesorders', 'msdyn_salesordernumber', 'SO-000701')?.['salesorderid'];
  const product = link.row('salesorderdetails', '_salesorderid_value', first)?.['_productid_value'];
  expect(link.row('products', 'productid', product)).toMatchObject({ name: 'Demonstration kit' });
});

test.each([
  ['AX', 'Fourth Coffee Company', 'Fourth Coffee Company', [2, 0]],
  ['CRM', 'Fourth Coffee', 'Fourth Coffee', [0, 2]],
] as const)(
  'where both have a key, the row of %s stays and the other’s is overwritten',
  (master, there, here, updated) => {
    const link = bareLink();
    link.run(link.before(accounts), 'AX');
    link.run([accounts], master);
    expect(link.row('accounts', 'accountnumber', 'US-001')).toMatchObject({ name: there });
    expect(link.customer('US-001')).toMatchObject({ OrganizationName: here, CustomerGroupId: '10' });
    expect(link.legs(accounts).map((leg) => leg.updated)).toEqual(updated);
    expect(link.legs(accounts).map((leg) => leg.inserted)).toEqual([298, 0]);
  },
);

test('what Dataverse alone has goes to finance and operations, if all it refers to is there', () => {
  const link = bareLink();
  link.run(link.before(accounts));
  const { _msdyn_company_value: company, _transactioncurrencyid_value: currency } =
    link.row('accounts', 'accountnumber', 'US-001') ?? {};
  const group = link.row('msdyn_customergroups', 'msdyn_groupid', '20')?.['msdyn_customergroupid'];
  const account = {
    customertypecode: 3,
    _msdyn_company_value: company,
    _transactioncurrencyid_value: currency,
  };
  link.rows('accounts').push(
    {
      ...account,
      accountid: guid(1),
      accountnumber: 'US-900',
      name: 'Tailspin',
      _msdyn_customergroupid_value: group,
    },
    { ...account, accountid: guid(2), accountnumber: 'US-901', name: 'Wingtip' },
    { ...account, accountid: guid(3), accountnumber: 'US-902', name: 'Partner', customertypecode: 8 },
  );
  link.run([accounts]);
  expect(link.customer('US-900')).toMatchObject({
    dataAreaId: 'usmf',
    OrganizationName: 'Tailspin',
    CustomerGroupId: '20',
    SalesCurrencyCode: 'USD',
    PartyType: 'Organization',
  });
  expect(link.customer('US-901')).toBeUndefined();
  // Its filter takes customers alone.
  expect(link.customer('US-902')).toBeUndefined();
  expect(link.legs(accounts)[1]).toMatchObject({
    exported: 4,
    inserted: 1,
    failed: 1,
    errors: [{ record: 'US-901', field: 'CustomerGroupId' }],
  });
  expect(link.map(accounts).state).toBe(1);
});

test('a map that runs without having copied leaves the rows that refer to its rows without a reference', () => {
  const link = bareLink();
  link.run(
    link.before(accounts).filter((name) => name !== groups),
    'AX',
  );
  link.run([groups], 'AX', false);
  expect(link.map(groups).state).toBe(4);
  expect(link.total('msdyn_customergroups')).toBe(0);
  link.run([accounts]);
  expect(link.map(accounts).state).toBe(1);
  const [leg] = link.legs(accounts);
  expect(leg).toMatchObject({ exported: 300, inserted: 0, failed: 300 });
  expect(leg?.errors).toHaveLength(5);
  expect(leg?.errors[0]?.message).toMatch(
    /^Couldn't resolve the guid for the field: msdyn_customergroupid\.msdyn_groupid\. The lookup value was not found: 10\. Try this URL/,
  );
});

test('invoice accounts are found one pass later than the accounts that they name', () => {
  const link = bareLink();
  link.run(link.before(accounts));
  for (const [account, pays] of [
    ['US-010', 'US-009'],
    ['US-011', 'US-010'],
    ['US-012', 'US-011'],
  ] as const)
    Object.assign(link.customer(account) ?? {}, { InvoiceAccount: pays });
  const failed: (number | undefined)[] = [];
  for (let pass = 0; pass < 4; pass += 1) {
    link.run([accounts]);
    failed.push(link.legs(accounts)[0]?.failed);
  }
  expect(failed).toEqual([3, 2, 1, 0]);
  expect(link.map(accounts).state).toBe(4);
  const payer = link.row('accounts', 'accountnumber', 'US-011')?.['accountid'];
  expect(link.row('accounts', 'accountnumber', 'US-012')).toMatchObject({
    _msdyn_billingaccount_value: payer,
  });
});

test('a product without a sales unit is the only one that doesn’t arrive; they arrive as drafts if so set', () => {
  const link = bareLink();
  const [settings] = link.rows('organizations');
  Object.assign(settings ?? {}, { createproductswithoutparentinactivestate: false });
  const product = link.finance.products.find(({ number }) => number === 'D0007');
  if (product) product.salesUnit = '';
  link.run([...link.before(products), products]);
  expect(link.legs(products)[0]).toMatchObject({ exported: 600, inserted: 597, updated: 2, failed: 1 });
  expect(link.row('products', 'msdyn_productnumber', 'D0008')).toMatchObject({ statecode: 2 });
  expect(link.row('products', 'msdyn_productnumber', 'D0001')).toMatchObject({ statecode: 0 });
});

test('ten lookups and more: Dataverse’s rows can’t be read, where that is so', () => {
  const link = bareLink();
  link.world.state.switches.manyLookups = 'refused';
  link.run(link.before(accounts));
  link.run([accounts]);
  expect(link.map(accounts).state).toBe(1);
  expect(link.legs(accounts)).toMatchObject([
    { failed: 0, inserted: 298 },
    {
      exported: 0,
      failed: 2,
      errors: [{ message: expect.stringMatching(/^5 Attempts to get data from/) as string }],
    },
  ]);
  // Who has none there has nothing that can't be read.
  expect(link.legs(accounts, 'gbsi')[1]).toMatchObject({ exported: 0, failed: 0 });
});
