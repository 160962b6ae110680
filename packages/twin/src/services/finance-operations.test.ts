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

test('who may read users and roles sees who is System administrator', async () => {
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
});
