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
};
