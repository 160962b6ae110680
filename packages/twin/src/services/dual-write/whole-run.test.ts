import type { TableMap } from '@portico/microsoft/services/dual-write/map';
import { expect, test } from 'vitest';
import { setDefect } from '../../defects/index.ts';
import { minutes } from '../../platform/durations.ts';
import { askGateway, mapNames, openGateway, type OpenGateway } from '../../test-support/open-gateway.ts';

const five = [mapNames.accounts, mapNames.contacts, mapNames.products, mapNames.orders, mapNames.lines];

/** The five and what they need, each after what it needs: as the product puts the sequences together. */
async function orderOf({ client, cid, all }: OpenGateway): Promise<readonly string[]> {
  const maps = await all();
  const wanted = five.map((name) => maps.find(({ detail }) => detail.tName === name)?.detail.tid ?? '');
  const sequences = await client.listPrerequisites({ cid, body: wanted });
  return [...new Set(sequences.flat())];
}

/** Looks once a virtual minute, as often as it takes. */
async function until(
  { all, jump }: OpenGateway,
  tid: string,
  done: (map: TableMap) => boolean,
): Promise<TableMap> {
  for (let minute = 0; minute < 180; minute += 1) {
    const map = (await all()).find(({ detail }) => detail.tid === tid);
    if (map && done(map)) return map;
    if (map?.detail.lastRequest?.state === 'failed')
      throw new Error(map.detail.lastRequest.errorMessage ?? '?');
    jump(minutes);
  }
  throw new Error(`${tid} did not get there.`);
}

/** Prepares, starts and watches one map after the other; answers how many virtual minutes went by. */
async function runAll(gateway: OpenGateway): Promise<number> {
  const { client, cid, twin } = gateway;
  const began = twin.world.clock.now().getTime();
  for (const tid of await orderOf(gateway)) {
    const map = await until(gateway, tid, () => true);
    if (map.detail.state === 'running') continue;
    if (!map.detail.pid) await askGateway(client, cid, 'initialise', map);
    const ready = await until(gateway, tid, ({ detail }) => Boolean(detail.pid));
    await askGateway(client, cid, 'start', ready);
    await until(gateway, tid, ({ detail }) => detail.state === 'running');
  }
  return (twin.world.clock.now().getTime() - began) / minutes;
}

test('prepared and started one by one in their order, all run after one to two hours', async () => {
  await using gateway = await openGateway();
  const took = await runAll(gateway);
  expect(took).toBeGreaterThan(60);
  expect(took).toBeLessThan(150);
  const maps = await gateway.all();
  const order = await orderOf(gateway);
  expect(order.length).toBeGreaterThan(20);
  for (const { detail } of maps)
    if (order.includes(detail.tid)) expect(`${detail.tName} ${detail.state}`).toBe(`${detail.tName} running`);
  const starts = gateway.twin.world.state.writes.filter(({ endpoint }) => endpoint === 'start');
  expect(starts).toHaveLength(2 * order.length);
});

test('half-done is gone on with: what runs is left alone, and the orders go through with what they need', async () => {
  await using gateway = await openGateway({ scenario: 'half-done' });
  const states = async () => Promise.all(five.map(async (name) => (await gateway.find(name)).detail.state));
  expect(await states()).toEqual(['running', 'running', 'running', 'stopped', 'not-running']);
  const { detail } = await gateway.find(mapNames.orders);
  expect(detail.lastRequest).toMatchObject({
    state: 'failed',
    errorMessage: expect.stringContaining('msdyn_defaultshippingsite.msdyn_siteid') as string,
  });
  const { projectExecutionResponses: runs } = await gateway.client.listInitialSyncs({
    pid: detail.pid ?? '',
  });
  expect(runs.map(({ errorCount }) => errorCount)).toEqual([0, 0, 2]);
  const recorded = () =>
    gateway.twin.world.state.dataverse.organizations[0]?.tables['msdyn_dualwriteruntimeconfigs']?.map(
      (row) => row['msdyn_internalentityname'],
    );
  expect(recorded()).toEqual(expect.arrayContaining(['account', 'contact']));
  expect(recorded()).not.toContain('salesorder');
  await runAll(gateway);
  expect(await states()).toEqual(five.map(() => 'running'));
  expect(recorded()).toEqual(expect.arrayContaining(['salesorder', 'salesorderdetail']));
});

test('a product without a sales unit ends the products’ copying after all rows; once it is mended they go through', async () => {
  await using gateway = await openGateway({ defects: ['sales-unit-missing'] });
  await expect(runAll(gateway)).rejects.toThrow('defaultuomid.msdyn_symbol');
  const { detail } = await gateway.find(mapNames.products);
  expect(detail).toMatchObject({ state: 'stopped', lastRequest: { state: 'failed' } });
  const { projectExecutionResponses: runs } = await gateway.client.listInitialSyncs({
    pid: detail.pid ?? '',
  });
  expect(runs.map(({ upsertCount, errorCount }) => [upsertCount, errorCount])).toEqual([
    [150, 0],
    [360, 0],
    [599, 1],
  ]);
  setDefect(gateway.twin.world.state, 'sales-unit-missing', false);
  await runAll(gateway);
  expect((await gateway.find(mapNames.products)).detail.state).toBe('running');
});
