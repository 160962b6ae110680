import { bap } from '@portico/microsoft/services/bap';
import { expect, test } from 'vitest';
import { environments, tenants } from '../scenarios/contoso/ids.ts';
import { signInAs } from '../sign-in-as.ts';
import { ask } from '../test-support/ask.ts';
import { connectTo } from '../test-support/connect-to.ts';
import { startTwin } from '../twin.ts';

const namesOf = (answer: { value: { name: string }[] }) => answer.value.map(({ name }) => name);

test('an administrator sees all environments, the default one by its name', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, bap);
  expect(namesOf(await client.listEnvironments({}))).toEqual(Object.values(environments));
  expect(await client.getEnvironment({ environment: `default-${tenants.contoso}` })).toMatchObject({
    name: environments.default,
    properties: { isDefault: true },
  });
  expect(await client.getEnvironment({ environment: tenants.fabrikam })).toBeUndefined();
});

test('a plain member is refused the list of administrators and gets that of makers', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, bap, { userName: 'una.holm@contoso.example' });
  await expect(client.listEnvironments({})).rejects.toMatchObject({ status: 403 });
  await expect(client.listTenantSettings({})).rejects.toMatchObject({ status: 403 });
  expect(namesOf(await client.listMyEnvironments({}))).toEqual([environments.default]);
  expect(await client.getMyEnvironment({ environment: '~Default' })).toMatchObject({
    properties: { permissions: { ReadEnvironment: { displayName: 'Read Environment' } } },
  });
});

test('tenant settings leave out what nobody has set', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, bap);
  expect(await client.listTenantSettings({})).toEqual({
    disablePortalsCreationByNonAdminUsers: false,
    powerPlatform: { powerPages: {} },
  });
});

test('operations are found by environment, and answered by the regional host', async () => {
  await using twin = await startTwin({ speed: 0 });
  const client = await connectTo(twin, bap);
  const $filter = `environment eq '${environments.production}'`;
  const [operation] = (await client.listLifecycleOperations({ $filter })).value;
  const path = `/providers/Microsoft.BusinessAppPlatform/lifecycleOperations/${operation?.id}?api-version=2023-06-01`;
  expect(
    await client.getLifecycleOperation.at(`http://europe.bap.twin.localhost:${twin.port}${path}`),
  ).toMatchObject({ state: { id: 'Succeeded' } });
  await expect(client.getLifecycleOperation({ operation: environments.production })).rejects.toMatchObject({
    status: 404,
    body: { error: { code: 'OperationNotFound' } },
  });
});

test('a failed operation stops at its stage and says nothing more', async () => {
  await using twin = await startTwin({ speed: 0 });
  const [done] = twin.world.state.platform.lifecycle;
  if (done) twin.world.state.platform.lifecycle.push({ ...done, id: tenants.adatum, fails: true });
  const client = await connectTo(twin, bap);
  const failed = await client.getLifecycleOperation({ operation: tenants.adatum });
  expect(failed).toMatchObject({ state: { id: 'Failed' } });
  expect(failed?.stages?.map(({ id, state }) => `${id} ${state?.id}`)).toEqual([
    'Validate Succeeded',
    'Prepare Succeeded',
    'Run Failed',
  ]);
});

test('the audience of its tokens is the PowerApps service, not its own host', async () => {
  await using twin = await startTwin({ speed: 0 });
  const address = `http://bap.twin.localhost:${twin.port}/providers/Microsoft.BusinessAppPlatform/environments`;
  const token = await signInAs(twin, 'alex@contoso.example', 'https://api.powerplatform.com');
  expect((await ask(address, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(401);
  expect((await ask(address)).status).toBe(401);
});
