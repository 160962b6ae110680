import { outcomeOf } from '@portico/microsoft/operation';
import { applicationPackages } from '@portico/microsoft/services/application-packages';
import { websites } from '@portico/microsoft/services/websites';
import { expect, test } from 'vitest';
import { hours, minutes } from '../platform/durations.ts';
import { connectTo } from '../test-support/connect-to.ts';
import { environment, wish } from '../test-support/given.ts';
import { startTwin } from '../twin.ts';

const core = 'DualWriteCoreAnchor';

test('an installation takes an hour, is busy with 409 at first, and brings its solutions to Dataverse', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'no-dual-write' });
  const client = await connectTo(twin, applicationPackages);
  const started = await client.installPackage({ environment, package: core });
  expect(started).toMatchObject({
    status: 202,
    operation: expect.stringMatching(/^http.*api-version=1$/),
  });
  const seen: string[] = [];
  for (const jump of [0, 5 * minutes, 54 * minutes, 1 * minutes]) {
    twin.world.clock.jump(jump);
    const answer = await client.getOperation.at(started?.operation ?? '');
    const found = (await client.listPackages({ environment })).value.find(
      ({ uniqueName }) => uniqueName === core,
    );
    seen.push(`${answer ? outcomeOf(answer).raw : '409'} ${found?.state}`);
  }
  expect(seen).toEqual([
    '409 InstallRequested',
    'Running Installing',
    'Running Installing',
    'Succeeded Installed',
  ]);
  const { tables } = twin.world.state.dataverse.organizations[0] ?? {};
  expect(tables?.['sdkmessageprocessingsteps']?.map(({ statecode }) => statecode)).toEqual([
    0, 0, 0, 0, 0, 0,
  ]);
  expect(tables?.['roles']?.map(({ name }) => name)).toContain('Dual-write runtime user');
  const sites = await connectTo(twin, websites);
  expect(await sites.createWebsite({ environment, body: wish })).toMatchObject({ status: 202 });
});

test('what fails says why, and can be tried again', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'no-dual-write' });
  twin.world.state.faults.push({ kind: 'operation-fails', count: 1 });
  const client = await connectTo(twin, applicationPackages);
  const { operation = '' } = (await client.installPackage({ environment, package: core })) ?? {};
  twin.world.clock.jump(2 * hours);
  expect(outcomeOf(await client.getOperation.at(operation))).toMatchObject({
    state: 'failed',
    code: 'ImportFailed',
  });
  const state = async () =>
    (await client.listPackages({ environment })).value.find(({ uniqueName }) => uniqueName === core);
  expect(await state()).toMatchObject({
    state: 'InstallFailed',
    error: expect.stringContaining('dependency'),
  });
  await client.installPackage({ environment, package: core });
  twin.world.clock.jump(2 * hours);
  expect(await state()).toMatchObject({ state: 'Installed' });
  expect(await state()).not.toHaveProperty('error');
});

test.each([
  // 409, which the client takes for what it means: busy.
  ['refused', undefined],
  ['joined', 202],
] as const)('a second start of the same package is %s: %s', async (secondInstall, status) => {
  await using twin = await startTwin({ speed: 0, scenario: 'no-dual-write' });
  twin.world.state.switches.secondInstall = secondInstall;
  const client = await connectTo(twin, applicationPackages);
  await client.installPackage({ environment, package: core });
  const second = await client.installPackage({ environment, package: core });
  expect(second?.status).toBe(status);
  expect(twin.world.state.platform.operations).toHaveLength(1);
});

test('the unique name is asked for, not the id; without administration nothing is installed', async () => {
  await using twin = await startTwin({ speed: 0, scenario: 'no-dual-write' });
  const client = await connectTo(twin, applicationPackages);
  const [first] = (await client.listPackages({ environment })).value;
  await expect(client.installPackage({ environment, package: first?.id ?? '' })).rejects.toMatchObject({
    status: 400,
    body: { StatusCode: 400, Message: 'Package requested for installation was not found' },
  });
  const plain = await connectTo(twin, applicationPackages, { userName: 'una.holm@contoso.example' });
  await expect(plain.installPackage({ environment, package: core })).rejects.toMatchObject({ status: 403 });
});
