import { dualWrite } from '@portico/microsoft/services/dual-write';
import { describe, expect, test } from 'vitest';
import { minutes } from '../../platform/durations.ts';
import { finance } from '../../scenarios/contoso/ids.ts';
import { signInAs } from '../../sign-in-as.ts';
import { ask } from '../../test-support/ask.ts';
import { connectTo } from '../../test-support/connect-to.ts';
import { gatewayOf } from '../../test-support/environment-addresses.ts';
import { askGateway, mapNames, openGateway, runWithoutSync } from '../../test-support/open-gateway.ts';
import { startTwin } from '../../twin.ts';

const { companies } = mapNames;

describe('what is refused', () => {
  test('starting a running map', async () => {
    await using gateway = await openGateway();
    await runWithoutSync(gateway, companies);
    const again = askGateway(gateway.client, gateway.cid, 'start', await gateway.find(companies));
    await expect(again).rejects.toMatchObject({ status: 400 });
  });

  test.each([
    ['without a project', (tid: string, cid: string) => ({ tid, cid })],
    ['without a template', (_: string, cid: string) => ({ pid: 'x', cid })],
  ])('a start %s stumbles', async (_, detailOf) => {
    await using gateway = await openGateway();
    const { detail } = await gateway.find(companies);
    const token = await signInAs(gateway.twin, 'alex@contoso.example', 'https://IntegratorApp.com');
    const answer = await ask(`${gatewayOf(gateway.twin)}/api/DualWriteManagement/1.0/Start`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ action: '1', details: [detailOf(detail.tid, gateway.cid)] }),
    });
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('NullReferenceException');
  });

  test('another version while the map runs; once it is stopped the map goes by that id', async () => {
    await using gateway = await openGateway();
    const { client, cid, find, jump } = gateway;
    await runWithoutSync(gateway, companies);
    const map = gateway.twin.world.state.dualWrite.links[0]?.maps.find(({ name }) => name === companies);
    map?.templates.push({ id: 'another', version: '1.0.0.2', author: 'Adatum', readOnly: false });
    const change = () => client.switchActive({ cid, template: 'another', body: 'another' });
    await expect(change()).rejects.toMatchObject({ status: 400 });
    await askGateway(client, cid, 'stop', await find(companies));
    jump(minutes);
    await change();
    expect((await find(companies)).detail).toMatchObject({
      tid: 'another',
      template: { version: '1.0.0.2' },
    });
  });

  test.each([
    ['una.holm@contoso.example', 403, 'Error from token exchange'],
    ['gus.moreau@adatum.example', 403, 'Error from token exchange'],
  ])('%s, who isn’t administrator on both sides', async (userName, status, words) => {
    await using twin = await startTwin({ speed: 0 });
    const tenant = twin.world.state.directory.tenants[0]?.id ?? '';
    const token = await signInAs(twin, userName, 'https://IntegratorApp.com', { tenant });
    const answer = await ask(
      `${gatewayOf(twin)}/api/DualWriteManagement/1.0/Environments?targetType=AX&identifier=${finance.host}`,
      { headers: { Authorization: `Bearer ${token}` } },
    );
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
  });

  test.each([
    ['Dataverse', 'finance and operations'],
    ['finance and operations', 'Dataverse'],
  ])('an administrator of %s who isn’t one of %s', async (_, lacks) => {
    await using gateway = await openGateway();
    const { dataverse, finance: fno } = gateway.twin.world.state;
    if (lacks === 'Dataverse')
      for (const { tables } of dataverse.organizations) tables['systemuserrolescollection'] = [];
    else fno.environments[0]?.administrators.splice(0, Infinity);
    await expect(gateway.all()).rejects.toMatchObject({
      status: 403,
      body: [{ message: expect.stringContaining('Error from token exchange') as string }],
    });
  });

  test('applying a solution, by anybody but who linked', async () => {
    await using gateway = await openGateway();
    const { client, cid, twin, jump } = gateway;
    const uniquename = 'msdyn_DualWriteAppCoreMaps';
    const body = { action: '2' as const, solutions: [{ criteria: { uniquename } }] };
    const { requestId } = await client.applySolution({ cid, body });
    expect(await client.getSolutionStatus({ cid, request: requestId })).toMatchObject({ state: 'waiting' });
    jump(5 * minutes);
    expect(await client.getSolutionStatus({ cid, request: requestId })).toMatchObject({ state: 'completed' });
    const mona = await connectTo(twin, dualWrite, {
      base: gatewayOf(twin),
      userName: 'mona.berg@contoso.example',
    });
    await expect(mona.applySolution({ cid, body })).rejects.toMatchObject({ status: 401 });
  });

  test('two solutions in one call: it works, and every map is there twice', async () => {
    await using gateway = await openGateway();
    const before = (await gateway.all()).length;
    const solutions = ['msdyn_DualWriteAppCoreMaps', 'msdyn_Dynamics365FinanceExtendedMaps'];
    const body = {
      action: '2' as const,
      solutions: solutions.map((uniquename) => ({ criteria: { uniquename } })),
    };
    await gateway.client.applySolution({ cid: gateway.cid, body });
    gateway.jump(5 * minutes);
    expect((await gateway.all()).length).toBeGreaterThan(before + 10);
  });

  test('more companies than an initial sync can take', async () => {
    await using gateway = await openGateway();
    const { client, cid, find, jump, twin } = gateway;
    const link = twin.world.state.dualWrite.links[0];
    link?.companies.push(
      ...Array.from({ length: 40 }, (_, index) => ({ id: `c${index}`, name: `C${index}` })),
    );
    await askGateway(client, cid, 'initialise', await find(companies));
    jump(minutes);
    await askGateway(client, cid, 'start', await find(companies));
    jump(minutes);
    expect((await find(companies)).detail.lastRequest?.errorMessage).toContain('maximum partitions');
  });
});

test.each([
  ['Dynamics365Company', '2.0.133'],
  ['Dynamics365SupplyChainExtended', '2.0.227'],
])('an old %s, with the version that is needed', async (name, required) => {
  await using gateway = await openGateway();
  const { client, cid, find, jump, twin } = gateway;
  const solutions = twin.world.state.dataverse.organizations[0]?.tables['solutions'];
  Object.assign(solutions?.find((row) => row['uniquename'] === name) ?? {}, {
    version: '2.0.99.9',
  });
  await askGateway(client, cid, 'initialise', await find(companies));
  jump(minutes);
  await askGateway(client, cid, 'start', await find(companies));
  jump(minutes);
  expect((await find(companies)).detail).toMatchObject({
    state: 'stopped',
    lastRequest: { errorMessage: expect.stringContaining(`Required version: '${required}'`) as string },
  });
});
