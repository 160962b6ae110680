import { dualWrite, mapAction } from '@portico/microsoft/services/dual-write';
import type { TableMap } from '@portico/microsoft/services/dual-write/map';
import { dataverse } from '@portico/microsoft/services/dataverse';
import type { Client } from '@portico/http/client';
import { describe, expect, test } from 'vitest';
import { hours, minutes } from '../platform/durations.ts';
import { finance } from '../scenarios/contoso/ids.ts';
import { ask } from '../test-support/ask.ts';
import { connectTo } from '../test-support/connect-to.ts';
import { gatewayOf, organizationOf } from '../test-support/environment-addresses.ts';
import { signInAs } from '../sign-in-as.ts';
import { startTwin, type TwinOptions } from '../twin.ts';

type Gateway = Client<typeof dualWrite.endpoints>;

/** The gateway as a persona, past the one list that comes empty. */
async function open(options: TwinOptions = {}) {
  const twin = await startTwin({ speed: 0, ...options });
  const client = await connectTo(twin, dualWrite, { base: gatewayOf(twin) });
  const [link] = await client.listLinkedEnvironments({ identifier: finance.host });
  const cid = link?.cid ?? '';
  const [state] = twin.world.state.dualWrite.links;
  if (state) state.emptyReads = 0;
  const all = () => client.listMaps({ cid });
  const find = async (name: string): Promise<TableMap> => {
    const map = (await all()).find(({ detail }) => detail.tName === name);
    if (!map) throw new Error(`There is no ${name}.`);
    return map;
  };
  return {
    twin,
    client,
    cid,
    all,
    find,
    jump: (milliseconds: number) => twin.world.clock.jump(milliseconds),
    [Symbol.asyncDispose]: () => twin[Symbol.asyncDispose](),
  };
}
type Opened = Awaited<ReturnType<typeof open>>;

const asking = (
  client: Gateway,
  cid: string,
  action: keyof typeof mapAction,
  { detail: { tid, pid } }: TableMap,
  skipInitialSync = false,
) =>
  client.start({
    body: {
      action: mapAction[action],
      details: [
        {
          tid,
          cid,
          ...(pid ? { pid } : {}),
          parameters: { skipInitialSync, conflictResolution: { option: '1', master: 'AX' } },
        },
      ],
    },
  });

/** Makes maps run, one after the other, without copying rows. */
async function run({ client, cid, find, jump }: Opened, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    await asking(client, cid, 'initialise', await find(name));
    jump(minutes);
    await asking(client, cid, 'start', await find(name), true);
    jump(minutes);
  }
}

const companies = 'cdm_companies - Legal entities';
const accounts = 'accounts - Customers V3';

describe('finding the link', () => {
  test.each([
    ['the bare host', finance.host, 1],
    ['a full address', `http://${finance.host}`, 0],
    ['a host that isn’t linked', 'fabrikam.operations.twin.localhost', 0],
  ])('%s', async (_, identifier, count) => {
    await using twin = await startTwin({ speed: 0 });
    const client = await connectTo(twin, dualWrite, { base: gatewayOf(twin) });
    expect(await client.listLinkedEnvironments({ identifier })).toHaveLength(count);
  });

  test('the gateway of another region knows nothing of it', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await connectTo(twin, dualWrite, { base: gatewayOf(twin, 'us-il101') });
    expect(await client.listLinkedEnvironments({ identifier: finance.host })).toEqual([]);
  });
});

describe('the list of maps', () => {
  test('comes empty once', async () => {
    await using twin = await startTwin({ speed: 0 });
    const client = await connectTo(twin, dualWrite, { base: gatewayOf(twin) });
    const [link] = await client.listLinkedEnvironments({ identifier: finance.host });
    const cid = link?.cid ?? '';
    expect(await client.listMaps({ cid })).toEqual([]);
    expect((await client.listMaps({ cid })).length).toBeGreaterThan(30);
  });

  test('has two maps of one name, several versions, and a parked one', async () => {
    await using gateway = await open();
    const maps = await gateway.all();
    expect(maps.filter(({ detail }) => detail.tName === 'contacts - CDS Contacts V2')).toHaveLength(2);
    const { detail } = await gateway.find(accounts);
    expect(detail.templates?.map(({ version }) => version)).toEqual([
      '1.0.0.5',
      '1.0.0.2',
      '1.0.0.6',
      '9.9.9.9',
    ]);
    expect(detail).toMatchObject({ pid: null, state: 'not-running', actions: ['8'] });
  });

  test('says what a map needs, in order and itself last', async () => {
    await using gateway = await open();
    const maps = await gateway.all();
    const { detail } = await gateway.find('salesorderdetails - CDS sales order lines');
    const [order] = await gateway.client.listPrerequisites({ cid: gateway.cid, body: [detail.tid] });
    const names = order?.map((id) => maps.find((map) => map.detail.tid === id)?.detail.tName);
    expect(names?.at(-1)).toBe('salesorderdetails - CDS sales order lines');
    expect(names?.indexOf(companies)).toBeLessThan(names?.indexOf(accounts) ?? -1);
    expect(names?.indexOf(accounts)).toBeLessThan(
      names?.indexOf('salesorders - CDS sales order headers') ?? -1,
    );
    expect(new Set(names).size).toBe(names?.length);
  });
});

describe('a map', () => {
  test('walks from nothing to running while rows are counted', async () => {
    await using gateway = await open();
    const { client, cid, find, jump } = gateway;
    await asking(client, cid, 'initialise', await find(companies));
    expect((await find(companies)).detail.pid).toBeNull();
    jump(minutes);
    const ready = await find(companies);
    expect(ready.detail).toMatchObject({ state: 'stopped', actions: ['1'] });
    expect(ready.detail.pid).toEqual(expect.any(String));
    await asking(client, cid, 'start', ready);
    const states = new Set<string>();
    for (let second = 0; second < 60; second += 1) {
      states.add((await find(companies)).detail.state);
      jump(1000);
    }
    expect([...states]).toEqual(['stopped', 'initial-sync', 'running']);
  });

  test('counts rows as time passes, about a hundred a minute for each company in turn', async () => {
    await using gateway = await open();
    const { client, cid, find, jump } = gateway;
    const products = 'products - CDS released distinct products';
    await run(gateway, companies, 'transactioncurrencies - Currencies', 'uoms - Units');
    await asking(client, cid, 'initialise', await find(products));
    jump(minutes);
    const map = await find(products);
    await asking(client, cid, 'start', map);
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
    await using gateway = await open();
    const { client, cid, find, jump } = gateway;
    await asking(client, cid, 'initialise', await find(accounts));
    jump(minutes);
    await asking(client, cid, 'start', await find(accounts));
    jump(10_000);
    expect((await find(accounts)).detail.state).toBe('initial-sync');
    jump(5 * minutes);
    const { detail } = await find(accounts);
    expect(detail).toMatchObject({ state: 'stopped', lastRequest: { state: 'failed' } });
    expect(detail.lastRequest?.errorMessage).toMatch(
      /^Couldn't resolve the guid for the field: .+\. The lookup value was not found: USMF\./,
    );
    const { projectExecutionResponses: runs } = await client.listInitialSyncs({ pid: detail.pid ?? '' });
    expect(runs).toHaveLength(3);
    expect(runs[0]?.taskExecutionStatuses?.[0]?.legs?.[0]?.importErrors).toHaveLength(1);
  });

  test('with circular references fails with fewer errors each time', async () => {
    await using gateway = await open();
    const { twin, client, cid, find, jump } = gateway;
    const map = twin.world.state.dualWrite.links[0]?.maps.find(({ name }) => name === companies);
    const error = {
      company: 'usmf',
      record: '1',
      field: 'parent',
      message: 'The lookup value was not found: 1',
    };
    map?.errors.push(...Array.from({ length: 4 }, () => ({ ...error, company: 'dat' })));
    await asking(client, cid, 'initialise', await find(companies));
    const counts: (number | undefined)[] = [];
    for (let pass = 0; pass < 4; pass += 1) {
      jump(minutes);
      await asking(client, cid, 'start', await find(companies));
      jump(5 * minutes);
      const { detail } = await find(companies);
      const { projectExecutionResponses: runs } = await client.listInitialSyncs({ pid: detail.pid ?? '' });
      counts.push(runs[0]?.errorCount);
    }
    expect(counts).toEqual([4, 2, 1, 0]);
    expect((await find(companies)).detail.state).toBe('running');
  });

  test('pauses, catches up, stops', async () => {
    await using gateway = await open();
    const { client, cid, find, jump } = gateway;
    await run(gateway, companies);
    const walk: string[] = [];
    for (const action of ['pause', 'resume', 'stop'] as const) {
      await asking(client, cid, action, await find(companies));
      jump(20_000);
      walk.push((await find(companies)).detail.state);
      jump(2 * minutes);
      walk.push((await find(companies)).detail.state);
    }
    expect(walk).toEqual(['paused', 'paused', 'resuming', 'running', 'stopped', 'stopped']);
  });
});

describe('what is refused', () => {
  test('starting a running map', async () => {
    await using gateway = await open();
    await run(gateway, companies);
    const again = asking(gateway.client, gateway.cid, 'start', await gateway.find(companies));
    await expect(again).rejects.toMatchObject({ status: 400 });
  });

  test.each([
    ['without a project', (tid: string, cid: string) => ({ tid, cid })],
    ['without a template', (_: string, cid: string) => ({ pid: 'x', cid })],
  ])('a start %s stumbles', async (_, detailOf) => {
    await using gateway = await open();
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
    await using gateway = await open();
    const { client, cid, find, jump } = gateway;
    await run(gateway, companies);
    const map = gateway.twin.world.state.dualWrite.links[0]?.maps.find(({ name }) => name === companies);
    map?.templates.push({ id: 'another', version: '1.0.0.2', author: 'Adatum', readOnly: false });
    const change = () => client.switchActive({ cid, template: 'another', body: 'another' });
    await expect(change()).rejects.toMatchObject({ status: 400 });
    await asking(client, cid, 'stop', await find(companies));
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

  test('applying a solution, by anybody but who linked', async () => {
    await using gateway = await open();
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
    await using gateway = await open();
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
    await using gateway = await open();
    const { client, cid, find, jump, twin } = gateway;
    const link = twin.world.state.dualWrite.links[0];
    link?.companies.push(
      ...Array.from({ length: 40 }, (_, index) => ({ id: `c${index}`, name: `C${index}` })),
    );
    await asking(client, cid, 'initialise', await find(companies));
    jump(minutes);
    await asking(client, cid, 'start', await find(companies));
    jump(minutes);
    expect((await find(companies)).detail.lastRequest?.errorMessage).toContain('maximum partitions');
  });
});

test('an old company solution, with the version that is needed', async () => {
  await using gateway = await open();
  const { client, cid, find, jump, twin } = gateway;
  const solutions = twin.world.state.dataverse.organizations[0]?.tables['solutions'];
  Object.assign(solutions?.find((row) => row['uniquename'] === 'Dynamics365Company') ?? {}, {
    version: '2.0.99.9',
  });
  await asking(client, cid, 'initialise', await find(companies));
  jump(minutes);
  await asking(client, cid, 'start', await find(companies));
  jump(minutes);
  expect((await find(companies)).detail).toMatchObject({
    state: 'stopped',
    lastRequest: { errorMessage: expect.stringContaining("Required version: '2.0.133'") as string },
  });
});

describe.each([
  ['on-acceptance', 'completed'],
  ['after-sync', 'waiting'],
] as const)('a request that completes %s', (requestCompletes, during) => {
  test(`is ${during} while the rows are copied, and the map’s state is the truth`, async () => {
    await using gateway = await open();
    const { client, cid, find, jump, twin } = gateway;
    Object.assign(twin.world.state.switches, { requestCompletes });
    await asking(client, cid, 'initialise', await find(companies));
    jump(minutes);
    const { requestId } = await asking(client, cid, 'start', await find(companies));
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

test('a gateway token is refused where Entra issues none', async () => {
  await using twin = await startTwin({ speed: 0 });
  Object.assign(twin.world.state.switches, { gatewayTokens: 'refused' });
  await expect(connectTo(twin, dualWrite, { base: gatewayOf(twin) })).rejects.toThrow(/AADSTS65002/);
});

test('Dataverse records what runs both ways, and forgets it when it stops', async () => {
  await using gateway = await open();
  const { twin, client, cid, find, jump } = gateway;
  const rows = async () => {
    const reader = await connectTo(twin, dataverse, { base: organizationOf(twin) });
    const { value } = await reader.listRows({ set: 'msdyn_dualwriteruntimeconfigs' });
    return value.map((row) => row['msdyn_internalentityname']);
  };
  await run(gateway, accounts, 'products - CDS released distinct products');
  expect(await rows()).toEqual(['account']);
  await asking(client, cid, 'stop', await find(accounts));
  jump(minutes);
  expect(await rows()).toEqual([]);
});

test('half-done: three maps run, and customers stopped at a missing group', async () => {
  await using gateway = await open({ scenario: 'half-done' });
  const maps = await gateway.all();
  expect(maps.filter(({ detail }) => detail.state === 'running')).toHaveLength(3);
  expect((await gateway.find(accounts)).detail).toMatchObject({
    state: 'stopped',
    lastRequest: { state: 'failed' },
  });
});
