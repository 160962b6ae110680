import { dualWrite } from '@portico/microsoft/services/dual-write';
import { dataverse } from '@portico/microsoft/services/dataverse';
import { describe, expect, test } from 'vitest';
import { hours, minutes } from '../../platform/durations.ts';
import { connectTo } from '../../test-support/connect-to.ts';
import { gatewayOf, organizationOf } from '../../test-support/environment-addresses.ts';
import { askGateway, mapNames, openGateway, runWithoutSync } from '../../test-support/open-gateway.ts';
import { startTwin } from '../../twin.ts';

const { companies, accounts, products } = mapNames;

describe.each([
  ['on-acceptance', 'completed'],
  ['after-sync', 'waiting'],
] as const)('a request that completes %s', (requestCompletes, during) => {
  test(`is ${during} while the rows are copied, and the map’s state is the truth`, async () => {
    await using gateway = await openGateway();
    const { client, cid, find, jump, twin } = gateway;
    Object.assign(twin.world.state.switches, { requestCompletes });
    await askGateway(client, cid, 'initialise', await find(companies));
    jump(minutes);
    const { requestId } = await askGateway(client, cid, 'start', await find(companies));
    const look = async () => {
      const [map] = await client.getStatus({ request: requestId });
      const request = map?.detail.lastRequests?.find((each) => each.requestId === requestId);
      return `${map?.detail.state} ${request?.state}`;
    };
    expect(await look()).toBe('stopped waiting');
    jump(10_000);
    expect(await look()).toBe(`initial-sync ${during}`);
    jump(hours);
    expect(await look()).toBe('running completed');
  });
});

test.each(['in-turn', 'at-once'] as const)(
  'companies that were submitted %s end one after the other',
  async (way) => {
    await using gateway = await openGateway();
    const { client, cid, find, jump, twin } = gateway;
    Object.assign(twin.world.state.switches, { companiesSubmitted: way });
    await runWithoutSync(gateway, companies);
    await askGateway(client, cid, 'initialise', await find(accounts));
    jump(minutes);
    await askGateway(client, cid, 'start', await find(accounts));
    jump(hours);
    const { pid } = (await find(accounts)).detail;
    const { projectExecutionResponses: runs } = await client.listInitialSyncs({ pid: pid ?? '' });
    expect(runs.length).toBeGreaterThan(1);
    expect(new Set(runs.map(({ submittedOn }) => submittedOn)).size).toBe(
      way === 'at-once' ? 1 : runs.length,
    );
    expect(new Set(runs.map(({ lastExecutionStatusChangeOn }) => lastExecutionStatusChangeOn)).size).toBe(
      runs.length,
    );
  },
);

test('a gateway token is refused where Entra issues none', async () => {
  await using twin = await startTwin({ speed: 0 });
  Object.assign(twin.world.state.switches, { gatewayTokens: 'refused' });
  await expect(connectTo(twin, dualWrite, { base: gatewayOf(twin) })).rejects.toThrow(/AADSTS65002/);
});

test('Dataverse records what runs both ways, and forgets it when it stops', async () => {
  await using gateway = await openGateway();
  const { twin, client, cid, find, jump } = gateway;
  const rows = async () => {
    const reader = await connectTo(twin, dataverse, { base: organizationOf(twin) });
    const { value } = await reader.listRows({ set: 'msdyn_dualwriteruntimeconfigs' });
    return value.map((row) => row['msdyn_internalentityname']);
  };
  await runWithoutSync(gateway, accounts, products);
  expect(await rows()).toEqual(['account']);
  await askGateway(client, cid, 'stop', await find(accounts));
  jump(minutes);
  expect(await rows()).toEqual([]);
});
