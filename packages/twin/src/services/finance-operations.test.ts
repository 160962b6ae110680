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

test('who has no user there is turned away', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, financeOperations, {
    base: financeOf(twin),
    userName: 'una.holm@contoso.example',
  });
  await expect(client.getMetadata({})).rejects.toMatchObject({ status: 401 });
});
