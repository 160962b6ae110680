import { financeOperations } from '@portico/microsoft/services/finance-operations';
import { expect, test } from 'vitest';
import { connectTo } from '../test-support/connect-to.ts';
import { financeOf } from '../test-support/environment-addresses.ts';
import { startTwin } from '../twin.ts';

test('an administrator reads the model and the companies', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, financeOperations, { base: financeOf(twin) });
  expect(await client.getMetadata({})).toContain('LegalEntities');
  const { value } = await client.listLegalEntities({});
  expect(value.map(({ LegalEntityId }) => LegalEntityId)).toEqual(['usmf', 'demf', 'gbsi']);
});

test('an entity is selected, filtered, cut and counted; of another company only on request', async () => {
  await using twin = await startTwin({ speed: 0, defects: ['sales-unit-missing', 'warehouse-missing'] });
  const client = await connectTo(twin, financeOperations, { base: financeOf(twin) });
  const every = await client.listReleasedProducts({ $top: 2, $count: true, $select: 'ProductNumber' });
  expect(every).toMatchObject({ '@odata.count': 1110, value: [{ ProductNumber: 'D0001' }, {}] });
  expect(every.value[0]).not.toHaveProperty('SalesUnitSymbol');
  const own = await client.listReleasedProducts({ 'cross-company': 'false', $count: true, $top: 1 });
  expect(own['@odata.count']).toBe(600);
  const bare = await client.listReleasedProducts({ $filter: "SalesUnitSymbol eq ''" });
  expect(bare.value).toMatchObject([{ dataAreaId: 'usmf', ProductNumber: 'D0007' }]);
  const homeless = await client.listOrderSettings({ $filter: "SalesSiteId eq '' or SalesWarehouseId eq ''" });
  expect(homeless.value).toMatchObject([{ dataAreaId: 'demf', ItemNumber: 'D0002', SalesSiteId: '2' }]);
});

test('any collection is counted, by company or whole, without its rows; none is none', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, financeOperations, { base: financeOf(twin) });
  const collection = 'CDSReleasedDistinctProducts';
  expect(await client.countRows({ collection })).toMatchObject({ '@odata.count': 1110, value: [] });
  const $filter = "dataAreaId eq 'demf'";
  expect((await client.countRows({ collection, $filter }))?.['@odata.count']).toBe(360);
  expect(await client.countRows({ collection: 'Nothings' })).toBeUndefined();
});

test.each([
  ['CustomersV3', "dataAreaId eq 'usmf'", 450],
  ['CustomersV3', "dataAreaId eq 'usmf' and PartyType eq 'Person'", 150],
  ['CDSContactPersonsV2', "dataAreaId eq 'demf' and AssociatedContactType eq 'Vendor'", 24],
  ['CDSSalesOrderHeaders', "dataAreaId eq 'gbsi'", 100],
  ['CDSSalesOrderLines', "dataAreaId eq 'gbsi'", 225],
  ['CustomerGroups', "dataAreaId eq 'usmf'", 8],
  ['UnitsOfMeasure', undefined, 40],
] as const)('%s where %s are %i, in rows and in numbers', async (collection, $filter, count) => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, financeOperations, { base: financeOf(twin) });
  const counted = await client.countRows({ collection, ...($filter ? { $filter } : {}) });
  expect(counted?.['@odata.count']).toBe(count);
});

test('each company’s sales orders name their number sequence, and that its format', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, financeOperations, { base: financeOf(twin) });
  const { value: uses } = await client.listSequenceReferences({ $filter: "DataTypeName eq 'SalesId'" });
  expect(uses.map(({ ScopeValue }) => ScopeValue)).toEqual(['usmf', 'demf', 'gbsi']);
  const { value: sequences } = await client.listNumberSequences({
    $filter: `NumberSequenceCode eq '${uses[1]?.NumberSequenceCode}'`,
  });
  expect(sequences).toMatchObject([{ ScopeValue: 'demf', Format: 'DE-#####' }]);
});

test('what isn’t there, or isn’t learned, is refused', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, financeOperations, { base: financeOf(twin) });
  for (const [query, status] of [
    [{ $select: 'Nothing' }, 400],
    [{ $filter: 'SalesSiteId eq' }, 400],
    [{ $filter: 'year(SalesSiteId) eq 1' }, 501],
  ] as const)
    await expect(client.listOrderSettings(query)).rejects.toMatchObject({ status });
});

test('who has no user there is turned away', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, financeOperations, {
    base: financeOf(twin),
    userName: 'una.holm@contoso.example',
  });
  await expect(client.getMetadata({})).rejects.toMatchObject({ status: 401 });
});

test('who may read users and roles sees who is System administrator, but no products', async () => {
  await using twin = await startTwin({ speed: 0, defects: ['finance-role-missing'] });
  const client = await connectTo(twin, financeOperations, { base: financeOf(twin) });
  const rolesOf = async (name: string) => {
    const [user] = await client.listUsers({ $filter: `Alias eq '${name}@contoso.example'` });
    const $filter = `UserId eq '${user?.UserID}' and SecurityRoleIdentifier eq '-SYSADMIN-'`;
    return (await client.listUserRoles({ $filter })).map(({ SecurityRoleIdentifier: role }) => role);
  };
  expect(await rolesOf('mona.berg')).toEqual(['-SYSADMIN-']);
  expect(await rolesOf('alex')).toEqual([]);
  expect(await client.listUsers({ $filter: "Alias eq 'una.holm@contoso.example'" })).toEqual([]);
  await expect(client.listReleasedProducts({})).rejects.toMatchObject({ status: 403 });
});
