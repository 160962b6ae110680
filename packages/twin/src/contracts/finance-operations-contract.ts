import { financeOperations } from '@portico/microsoft/services/finance-operations';
import { expect, test } from 'vitest';
import { addressesOf } from './addresses-of.ts';
import type { Contract } from './contract.ts';

export const financeOperationsContract: Contract = (stage) => {
  const open = async () => stage().connect(financeOperations, (await addressesOf(stage())).finance);

  test('its model can be reached', async () => {
    expect(await (await open()).getMetadata({})).toContain('<edmx:Edmx');
  });

  test('companies have an id', async () => {
    const { value } = await (await open()).listLegalEntities({});
    expect(value.length).toBeGreaterThan(0);
    expect(value[0]?.LegalEntityId).toMatch(/^\w{1,4}$/);
  });

  test('the entities that readiness checks ask for count what they are asked for, in all companies', async () => {
    const client = await open();
    for (const ask of [client.listReleasedProducts, client.listOrderSettings]) {
      const every = await ask({ $select: 'dataAreaId', $top: 1, $count: true });
      const none = await ask({ $filter: "dataAreaId eq '#'", $count: true });
      expect(every['@odata.count']).toBeGreaterThan(0);
      expect(every.value).toMatchObject([{ dataAreaId: expect.stringMatching(/^\w{1,4}$/) as string }]);
      expect(none).toMatchObject({ '@odata.count': 0, value: [] });
    }
  });

  test('what isn’t filled in is an empty text, and can be asked for', async () => {
    const client = await open();
    const { value: products } = await client.listReleasedProducts({
      $filter: "SalesUnitSymbol eq ''",
      $top: 5,
    });
    for (const product of products) expect(product.SalesUnitSymbol).toBe('');
    const $filter = "SalesSiteId eq '' or SalesWarehouseId eq ''";
    const { value: settings } = await client.listOrderSettings({ $filter, $top: 5 });
    for (const { SalesSiteId: site, SalesWarehouseId: warehouse } of settings)
      expect([site, warehouse]).toContain('');
  });

  test('sales orders have a number sequence of their company, with a format', async () => {
    const client = await open();
    const { value: uses } = await client.listSequenceReferences({ $filter: "DataTypeName eq 'SalesId'" });
    expect(uses.length).toBeGreaterThan(0);
    const code = uses[0]?.NumberSequenceCode ?? '';
    const { value: sequences } = await client.listNumberSequences({
      $filter: `NumberSequenceCode eq '${code}'`,
    });
    const own = sequences.find(({ ScopeValue }) => ScopeValue === uses[0]?.ScopeValue);
    expect(own?.Format).toMatch(/[#&]/);
  });

  test('what maps copy is counted by company without its rows; a collection that isn’t there is absent', async () => {
    const client = await open();
    const { value } = await client.listLegalEntities({});
    for (const collection of ['CustomersV3', 'CDSSalesOrderHeaders', 'CDSSalesOrderLines']) {
      const all = await client.countRows({ collection });
      const $filter = `dataAreaId eq '${value[0]?.LegalEntityId}'`;
      const own = await client.countRows({ collection, $filter });
      expect(all).toMatchObject({ value: [] });
      expect(all?.['@odata.count']).toBeGreaterThanOrEqual(own?.['@odata.count'] ?? Number.NaN);
    }
    expect(await client.countRows({ collection: 'NothingOfThatName' })).toBeUndefined();
  });
};
