import { describe, expect, test } from 'vitest';
import { minutes } from '../../platform/durations.ts';
import { askGateway, mapNames, openGateway, runWithoutSync } from '../../test-support/open-gateway.ts';

const { companies, accounts, products } = mapNames;

describe('a map', () => {
  test('walks from nothing to running while rows are counted', async () => {
    await using gateway = await openGateway();
    const { client, cid, find, jump } = gateway;
    await askGateway(client, cid, 'initialise', await find(companies));
    expect((await find(companies)).detail.pid).toBeNull();
    jump(minutes);
    const ready = await find(companies);
    expect(ready.detail).toMatchObject({ state: 'stopped', actions: ['1'] });
    expect(ready.detail.pid).toEqual(expect.any(String));
    await askGateway(client, cid, 'start', ready);
    const states = new Set<string>();
    for (let second = 0; second < 60; second += 1) {
      states.add((await find(companies)).detail.state);
      jump(1000);
    }
    expect([...states]).toEqual(['stopped', 'initial-sync', 'running']);
  });

  test('counts rows as time passes, about a hundred a minute for each company in turn', async () => {
    await using gateway = await openGateway();
    const { client, cid, find, jump } = gateway;
    await runWithoutSync(gateway, companies, 'transactioncurrencies - Currencies', 'uoms - Units');
    await askGateway(client, cid, 'initialise', await find(products));
    jump(minutes);
    const map = await find(products);
    await askGateway(client, cid, 'start', map);
    const read = async () => {
      const { projectExecutionResponses: runs } = await client.listInitialSyncs({
        pid: map.detail.pid ?? '',
      });
      return runs.toReversed().map(({ legalEntityId, upsertCount }) => `${legalEntityId} ${upsertCount}`);
    };
    const seen: (readonly string[])[] = [];
    for (let step = 0; step < 4; step += 1) {
      jump(3 * minutes);
      seen.push(await read());
    }
    expect(seen).toEqual([
      ['usmf 218', 'demf 0', 'gbsi 0'],
      ['usmf 593', 'demf 0', 'gbsi 0'],
      ['usmf 600', 'demf 278', 'gbsi 0'],
      ['usmf 600', 'demf 360', 'gbsi 150'],
    ]);
    jump(minutes);
    expect((await find(products)).detail.state).toBe('running');
  });

  test('whose references are missing goes back, and says which value was not found', async () => {
    await using gateway = await openGateway();
    const { client, cid, find, jump } = gateway;
    await askGateway(client, cid, 'initialise', await find(accounts));
    jump(minutes);
    await askGateway(client, cid, 'start', await find(accounts));
    jump(10_000);
    expect((await find(accounts)).detail.state).toBe('initial-sync');
    jump(5 * minutes);
    const { detail } = await find(accounts);
    expect(detail).toMatchObject({ state: 'stopped', lastRequest: { state: 'failed' } });
    expect(detail.lastRequest?.errorMessage).toMatch(
      /^Couldn't resolve the guid for the field: .+\. The lookup value was not found: 10\./,
    );
    const { projectExecutionResponses: runs } = await client.listInitialSyncs({ pid: detail.pid ?? '' });
    expect(runs).toHaveLength(3);
    expect(runs[0]?.taskExecutionStatuses?.[0]?.legs?.[0]?.importErrors).toHaveLength(5);
  });

  test('of all companies together fails as one, when what it needs doesn’t run', async () => {
    await using gateway = await openGateway();
    const { client, cid, find, jump } = gateway;
    const categories = 'msdyn_productcategories - Product categories';
    await askGateway(client, cid, 'initialise', await find(categories));
    jump(minutes);
    await askGateway(client, cid, 'start', await find(categories));
    jump(5 * minutes);
    const { detail } = await find(categories);
    expect(detail).toMatchObject({ state: 'stopped', lastRequest: { state: 'failed' } });
    const { projectExecutionResponses: runs } = await client.listInitialSyncs({ pid: detail.pid ?? '' });
    expect(runs).toMatchObject([{ executionStatus: 'Error', errorCount: 60 }]);
  });

  test('that runs keeps running when it is initialised once more', async () => {
    await using gateway = await openGateway();
    const { client, cid, find, jump } = gateway;
    await runWithoutSync(gateway, companies);
    const { detail } = await find(companies);
    await askGateway(client, cid, 'initialise', await find(companies));
    jump(minutes);
    expect((await find(companies)).detail).toMatchObject({ state: 'running', pid: detail.pid });
  });

  test('pauses, catches up, stops', async () => {
    await using gateway = await openGateway();
    const { client, cid, find, jump } = gateway;
    await runWithoutSync(gateway, companies);
    const walk: string[] = [];
    for (const action of ['pause', 'resume', 'stop'] as const) {
      await askGateway(client, cid, action, await find(companies));
      jump(20_000);
      walk.push((await find(companies)).detail.state);
      jump(2 * minutes);
      walk.push((await find(companies)).detail.state);
    }
    expect(walk).toEqual(['paused', 'paused', 'resuming', 'running', 'stopped', 'stopped']);
  });
});
