// What the gateway of the twin says of maps that failed, and what becomes of it.
import type { MapState } from '@portico/contract/findings';
import { askGateway, mapNames, type OpenGateway, openGateway } from '@portico/twin/test-support/open-gateway';
import { describe, expect, test } from 'vitest';
import { bindGateway } from './bind-gateway.ts';
import { runningStates } from './running-states.ts';

const minutes = 60_000;

async function statesOf({ client, twin }: OpenGateway): Promise<readonly MapState[]> {
  const [link] = await client.listLinkedEnvironments({
    identifier: twin.world.state.dualWrite.links[0]?.financeHost ?? '',
  });
  const gateway = bindGateway({ client, fresh: () => client, link, pause: () => Promise.resolve() });
  const maps = await gateway.listMaps();
  // The five are chosen where their names leave a choice.
  const contacts = maps.find(({ name }) => name === mapNames.contacts);
  return runningStates(gateway, contacts ? { contacts: contacts.id } : {});
}

async function startAndWait(gateway: OpenGateway, name: string): Promise<MapState | undefined> {
  const { client, cid, find, jump } = gateway;
  await askGateway(client, cid, 'initialise', await find(name));
  jump(minutes);
  await askGateway(client, cid, 'start', await find(name));
  jump(10 * minutes);
  const { detail } = await find(name);
  return (await statesOf(gateway)).find(({ id }) => id === detail.tid);
}

describe('a map that failed', () => {
  test('because what it needs does not run points to that map, company by company', async () => {
    await using gateway = await openGateway();
    const state = await startAndWait(gateway, mapNames.accounts);
    expect(state?.state).toBe('stopped');
    expect(state?.errors).toHaveLength(1);
    const [group] = state?.errors ?? [];
    expect(group).toMatchObject({
      id: 'lookup-missing',
      // Five of each company, which is all that is handed out.
      count: 15,
      needs: {
        set: 'msdyn_customergroups',
        name: 'Customer groups (msdyn_customergroups)',
        state: 'not-running',
      },
      remedy: { owner: 'you' },
    });
    expect(group?.companies).toHaveLength(3);
    expect(group?.samples[0]).toMatchObject({
      record: expect.stringMatching(/^[A-Z]{2}-\d{3}$/) as string,
      field: 'CustomerGroupId',
      value: expect.stringMatching(/^\d0$/) as string,
      job: expect.stringMatching(/^DWM-.*-import$/) as string,
      request: expect.any(String) as string,
      activity: expect.any(String) as string,
    });
  });

  test('because the framework is down says so for all companies, and for no row', async () => {
    await using gateway = await openGateway();
    gateway.twin.world.state.faults.push({ kind: 'operation-fails', service: 'Dual-write', count: 1 });
    const state = await startAndWait(gateway, mapNames.companies);
    const [group, ...others] = state?.errors ?? [];
    expect(others).toEqual([]);
    expect(group).toMatchObject({ id: 'import-framework-down' });
    expect(group?.samples.every(({ record }) => record === undefined)).toBe(true);
  });

  test('with more errors than are handed out says how many more there are, and in which job', async () => {
    await using gateway = await openGateway();
    const state = await startAndWait(gateway, mapNames.accounts);
    const usmf = state?.companies.find(({ company }) => company.toLowerCase().includes('usa'));
    expect(usmf).toMatchObject({ job: expect.stringContaining('import') as string });
    expect(usmf?.errors).toBeGreaterThan(100);
    expect(usmf?.unseen).toBe((usmf?.errors ?? 0) - 5);
  });

  test('at once, for the number of companies, is explained by its request alone', async () => {
    await using gateway = await openGateway();
    const [link] = gateway.twin.world.state.dualWrite.links;
    const [first] = link?.companies ?? [];
    if (first) link?.companies.push(...Array.from({ length: 41 }, () => first));
    const state = await startAndWait(gateway, mapNames.companies);
    expect(state?.errors).toMatchObject([{ id: 'too-many-companies', count: 1, companies: [] }]);
    expect(state?.error).toContain('maximum partitions');
  });
});

test('a map that runs, its rows copied without an error, has none', async () => {
  await using gateway = await openGateway();
  const state = await startAndWait(gateway, mapNames.companies);
  expect(state).toMatchObject({ state: 'running' });
  expect(state?.errors).toBeUndefined();
});
