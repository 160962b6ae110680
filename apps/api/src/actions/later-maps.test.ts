// Pausing, going on and stopping, against the twin's gateway, without durability.
import { Problem } from '@portico/contract/problems';
import { provenBy } from '@portico/contract/plan';
import type { Verbs } from '@portico/plan/action';
import { fiveMaps } from '@portico/twin/test-support/five-maps';
import { openGateway } from '@portico/twin/test-support/open-gateway';
import { sequenceOf } from '@portico/twin/dual-write/sequences';
import type { World } from '@portico/twin/world';
import { expect, test, vi } from 'vitest';
import mapsRunning from '../checks/maps-running.ts';
import { bindGateway } from '../targets/bind-gateway.ts';
import { runningStates } from '../targets/running-states.ts';
import type { Targets } from '../targets/targets.ts';
import { actions } from './index.ts';

/** One that the portal does without; here its rows refer to accounts. */
const dependant = 'msdyn_sharedproductdetails - Released products V2';
const choices = {};
// Each asks the twin some hundred times.
vi.setConfig({ testTimeout: 90_000 });

/** A world in which the five run with all they need, and one map beside them that refers to accounts. */
async function stage(switches: Partial<World['state']['switches']> = {}) {
  const opened = await openGateway();
  const { twin, client, jump } = opened;
  Object.assign(twin.world.state.switches, switches);
  const [state] = twin.world.state.dualWrite.links;
  if (!state) throw new Error('Contoso has a link.');
  const released = state.maps.find(({ name }) => name === dependant);
  if (!released) throw new Error(`There is no ${dependant}.`);
  Object.assign(released, { needs: [...released.needs, 'accounts - Customers V3'] });
  const five = state.maps.filter(({ name }) => fiveMaps.includes(name) || name === dependant);
  for (const map of new Set(five.flatMap((one) => sequenceOf(state, one)))) {
    map.state = 4;
    map.pid ??= twin.world.id();
  }
  const [link] = await client.listLinkedEnvironments({ identifier: state.financeHost });
  const bodies: unknown[] = [];
  const watched = {
    ...client,
    start: Object.assign(
      (given: Parameters<typeof client.start>[0]) => {
        bodies.push(given.body);
        return client.start(given);
      },
      { at: client.start.at },
    ),
  };
  const gateway = bindGateway({ client: watched, fresh: () => client, link, pause: () => Promise.resolve() });
  const targets = {
    cloud: { pages: { dataIntegrator: 'https://dual-write.example' }, pace: 1 },
    now: () => twin.world.clock.now(),
    financeHost: () => Promise.resolve(state.financeHost),
    findGateway: () => Promise.resolve(gateway),
    rows: () => Promise.reject(new Problem('upstream-forbidden')),
    answers: { 'table-maps': { master: 'finance-operations', initialSync: true, choices } },
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what these actions reach, and no more
  } as unknown as Targets;
  const said: string[] = [];
  const verbs: Verbs = {
    once: (_, act) => act({ unanswered: 0, write: (send) => send() }),
    say: () => Promise.resolve(),
    until: async (key, { says }, poll) => {
      said.push(says.id);
      for (let look = 0; look < 100; look += 1) {
        const found = await poll();
        if (found !== undefined) return found;
        jump(60_000);
      }
      throw new Error(`${key} never ended.`);
    },
  };
  const nameOf = (id: string) => state.maps.find((map) => map.id === id)?.name ?? id;
  const theFive = () => state.maps.filter(({ name }) => fiveMaps.includes(name));
  return {
    state,
    targets,
    said,
    bodies,
    run: (action: keyof typeof actions) => actions[action].drivers.automatic?.run(targets, verbs),
    changes: (action: keyof typeof actions) => actions[action].changes(targets),
    asked: (action: string) =>
      state.requests.filter((one) => one.action === action).map(({ map }) => nameOf(map)),
    states: () => new Set(theFive().map((map) => map.state)),
    other: () => state.maps.find(({ name }) => name === dependant)?.state,
    /** What the check that proves them makes of the world. */
    finding: async () =>
      mapsRunning.judge({ maps: await runningStates(gateway, choices), link: 'https://dual-write.example' }),
    [Symbol.asyncDispose]: () => opened[Symbol.asyncDispose](),
  };
}

test.each([{ pausingNeeded: 'alone' }, { pausingNeeded: 'with-dependants' }] as const)(
  'a pause holds the five and what refers to their rows, and starting lets all of them go on: %o',
  async (switches) => {
    await using staged = await stage(switches);
    const { run, states, other, changes, finding, asked } = staged;
    const lines = await changes('pause-maps');
    expect(lines.filter(({ says }) => says.id === 'pause-maps.change')).toHaveLength(5);
    expect(lines.filter(({ says }) => says.id === 'pause-maps.change.other')).toHaveLength(1);
    expect(actions['pause-maps'].holds?.(await finding())).toBe(false);

    await run('pause-maps');
    expect(states()).toEqual(new Set([5]));
    expect(other()).toBe(5);
    // One request for all of them.
    expect(new Set(staged.state.requests.map(({ id }) => id)).size).toBe(1);
    const seen = await finding();
    expect(seen).toMatchObject({ state: 'blocked', says: { values: { paused: 5 } } });
    expect(actions['pause-maps'].holds?.(seen)).toBe(true);
    expect(actions['stop-maps'].holds?.(seen)).toBe(false);
    expect((await changes('start-maps')).map(({ says }) => says.id)).toEqual(
      Array.from({ length: 6 }, () => 'start-maps.change.resume'),
    );

    await run('start-maps');
    expect(states()).toEqual(new Set([4]));
    expect(other()).toBe(4);
    expect(asked('6')).toHaveLength(6);
    expect(asked('1')).toEqual([]);
    expect(await finding()).toMatchObject({ state: 'ok' });
  },
);

test('a paused map that the five only need goes on by starting them: nothing is copied, and the dry run says so', async () => {
  await using staged = await stage();
  const { state, run, changes, asked } = staged;
  const currencies = state.maps.find(({ name }) => name === 'transactioncurrencies - Currencies');
  if (!currencies) throw new Error('Contoso has currencies.');
  currencies.state = 5;
  expect((await changes('start-maps')).map(({ says }) => says)).toEqual([
    { id: 'start-maps.change.resume', values: { name: 'Currencies (transactioncurrencies)' } },
  ]);
  await run('start-maps');
  expect(asked('6')).toEqual([currencies.name]);
  expect(asked('1')).toEqual([]);
  expect(currencies.state).toBe(4);
});

test('who goes on without catching up is told what is left behind, and the service is asked to keep it', async () => {
  await using staged = await stage();
  const { run, changes, states, asked, bodies } = staged;
  await run('pause-maps');
  expect(await changes('skip-catch-up')).toContainEqual(
    expect.objectContaining({ undo: 'impossible', says: { id: 'skip-catch-up.change.skipped' } }),
  );
  await run('skip-catch-up');
  expect(states()).toEqual(new Set([4]));
  // What it needs goes on before it.
  const order = asked('6');
  expect(order.indexOf('accounts - Customers V3')).toBeLessThan(order.indexOf(dependant));
  expect(order.indexOf('salesorders - CDS sales order headers')).toBeLessThan(
    order.indexOf('salesorderdetails - CDS sales order lines'),
  );
  for (const body of bodies.slice(1))
    expect(body).toMatchObject({
      action: '6',
      details: [
        { parameters: { dualWriteSkipCatchUpSyncParameters: { skipCatchUpSyncPreserveData: true } } },
      ],
    });
});

test.each([{ stoppingNeeded: 'allowed' }, { stoppingNeeded: 'refused' }] as const)(
  'maps stop one after the other, each before what it needs: %o',
  async (switches) => {
    await using staged = await stage(switches);
    const { run, states, other, asked, finding, state } = staged;
    await run('stop-maps');
    expect(states()).toEqual(new Set([1]));
    expect(other()).toBe(1);
    const order = asked('4');
    for (const [index, name] of order.entries()) {
      const map = state.maps.find((one) => one.name === name);
      const needs = map ? sequenceOf(state, map).filter((one) => one !== map) : [];
      for (const { name: need } of needs) expect(order.slice(0, index)).not.toContain(need);
    }
    // What they need may serve others, and stays.
    expect(state.maps.find(({ name }) => name.startsWith('cdm_companies'))?.state).toBe(4);
    expect(actions['stop-maps'].holds?.(await finding())).toBe(true);
  },
);

test('a map that copies rows is waited for before it is asked anything', async () => {
  await using staged = await stage();
  const { run, said, state } = staged;
  const accounts = state.maps.find(({ name }) => name.startsWith('accounts'));
  if (!accounts) throw new Error('There is no map of accounts.');
  accounts.state = 3;
  accounts.due.push({ at: new Date(Date.now() + 3_600_000).toISOString(), state: 4, queued: 'written' });
  await run('stop-maps');
  expect(said).toContain('change-maps.busy');
  expect(accounts.state).toBe(1);
});

test('without the gateway a pause could not be seen, and is not begun; a stop is seen in Dataverse', async () => {
  await using staged = await stage();
  const blind = {
    ...staged.targets,
    findGateway: () => Promise.resolve(undefined),
    rows: () => Promise.resolve([]),
  } as unknown as Targets;
  for (const action of ['pause-maps', 'skip-catch-up'] as const) {
    await expect(actions[action].changes(blind)).rejects.toMatchObject({ code: 'not-watchable' });
    await expect(actions[action].drivers.guided.guide(blind)).rejects.toMatchObject({
      code: 'not-watchable',
    });
  }
  await expect(actions['stop-maps'].changes(blind)).resolves.toEqual([]);
  expect(provenBy['stop-maps']).toEqual(['maps-running']);
});
