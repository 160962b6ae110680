import { expect, test } from 'vitest';
import { days, hours, minutes } from '../../platform/durations.ts';
import { askGateway, mapNames, openGateway } from '../../test-support/open-gateway.ts';
import type { Fault } from '../../world/fault.ts';

const { companies } = mapNames;

/** A map with its project, about to be started while something is wrong. */
async function prepared(kind: Fault['kind']) {
  const gateway = await openGateway();
  await askGateway(gateway.client, gateway.cid, 'initialise', await gateway.find(companies));
  gateway.jump(minutes);
  const map = await gateway.find(companies);
  gateway.twin.world.state.faults.push({ kind, service: 'Dual-write', count: 1 });
  return { ...gateway, map };
}

test('an initial sync that fails in finance and operations, and goes well the next time', async () => {
  await using gateway = await prepared('operation-fails');
  const { client, cid, find, jump, map } = gateway;
  await askGateway(client, cid, 'start', map);
  jump(hours);
  const failed = await find(companies);
  expect(failed.detail).toMatchObject({
    state: 'stopped',
    lastRequest: { errorMessage: expect.stringContaining('AX export encountered an error') as string },
  });
  await askGateway(client, cid, 'start', failed);
  jump(hours);
  expect((await find(companies)).detail.state).toBe('running');
});

test('one that hangs is being initialized for ever, and nothing may be asked of it', async () => {
  await using gateway = await prepared('operation-never-ends');
  const { client, cid, find, jump, map } = gateway;
  await askGateway(client, cid, 'start', map);
  jump(30 * days);
  const { detail } = await find(companies);
  expect(detail).toMatchObject({ state: 'initial-sync', actions: [] });
  const { projectExecutionResponses: runs } = await client.listInitialSyncs({ pid: detail.pid ?? '' });
  expect(runs[0]?.taskExecutionStatuses?.[0]?.isRunning).toBe(true);
});

test('a list that is empty for a moment', async () => {
  await using gateway = await prepared('stale-reads');
  expect(await gateway.all()).toEqual([]);
  expect((await gateway.all()).length).toBeGreaterThan(30);
});
