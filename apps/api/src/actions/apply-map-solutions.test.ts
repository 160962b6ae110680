// The action against the twin's gateway: which solutions it asks for, how often, and what it says when one isn't applied.
import { applySolutions } from '@portico/twin/dual-write/apply-solutions';
import { environments, people } from '@portico/twin/scenarios/contoso/ids';
import { scenarios } from '@portico/twin/scenarios/index';
import type { Twin } from '@portico/twin/twin';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

const [core, finance, supplyChain] = [
  'msdyn_DualWriteAppCoreMaps',
  'msdyn_Dynamics365FinanceExtendedMaps',
  'msdyn_Dynamics365SupplyChainExtendedMaps',
] as const;

type Fault = Twin['world']['state']['faults'][number];

/** One for all: its world is replaced, and each story has a run of its own. Slow enough for looks in the middle. */
let rehearsal: Rehearsal;
beforeAll(async () => {
  rehearsal = await rehearse({ speed: 200 });
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

/** A run in a world whose solutions were never applied, after its pre-flight. */
async function stage() {
  const { world } = rehearsal.twin;
  world.state = scenarios['never-applied']();
  const [link] = world.state.dualWrite.links;
  if (!link) throw new Error('It has a link.');
  const api = await rehearsal.as();
  const run = await newRun(api, environments.production);
  await api.runChecks({ run, body: {} });
  const events = async () => (await api.getRun({ run })).events.map(({ event }) => event);
  return {
    world,
    link,
    api,
    run,
    events,
    fault: (kind: Fault['kind'], count = 1) =>
      world.state.faults.push({ kind, service: 'Dual-write', endpoint: 'applySolution', count }),
    start: (driver: 'automatic' | 'guided') =>
      api.startAction({ run, action: 'apply-map-solutions', body: { driver, key: randomUUID() } }),
    ended: () =>
      patiently(
        'the action ends',
        async () => (await events()).find((event) => event.type === 'operation-finished'),
        60_000,
      ),
    asked: () => link.applications.map(({ solutions }) => solutions.join()),
  };
}

test('each solution is applied by a call of its own, in order, and no map runs by that', async () => {
  const staged = await stage();
  const { start, ended, asked, link, api, run } = staged;
  const { changes } = await api.reviewAction({ run, action: 'apply-map-solutions' });
  expect(changes.map(({ says }) => says.id)).toEqual(Array(3).fill('apply-map-solutions.change'));
  await start('automatic');
  expect(await ended()).toMatchObject({ outcome: 'done' });
  expect(asked()).toEqual([core, finance, supplyChain]);
  expect(link.maps.filter(({ state }) => state !== 6 && state !== 0)).toEqual([]);
  const found = (await staged.events()).findLast(
    (event) => event.type === 'check-finished' && event.check === 'map-solutions-applied',
  );
  expect(found).toMatchObject({ finding: { state: 'ok', says: { values: { count: 3 } } } });
});

test('what is listed already isn’t asked for, nor what somebody else has applied meanwhile', async () => {
  const staged = await stage();
  const { start, ended, asked, link, world } = staged;
  link.applied.push(finance);
  world.clock.speed = 1;
  await start('automatic');
  await patiently('the first is asked for', async () => asked()[0]);
  link.applied.push(supplyChain);
  world.clock.speed = 200;
  expect(await ended()).toMatchObject({ outcome: 'done' });
  expect(asked()).toEqual([core]);
});

test.each(['answer-lost', 'reset'] as const)(
  '%s: found again or asked for again, and never twice',
  async (kind) => {
    const staged = await stage();
    staged.fault(kind);
    const { clock } = staged.world;
    // As long as nobody has looked in vain, nothing gets applied.
    clock.speed = 1;
    await staged.start('automatic');
    const waits = async () =>
      (await staged.events()).some(
        (event) => event.type === 'operation-waiting' && event.problem?.code === 'outcome-unknown',
      );
    await patiently('it has no answer', async () => (await waits()) || undefined, 60_000);
    clock.speed = 200;
    expect(await staged.ended()).toMatchObject({ outcome: 'done' });
    expect(staged.asked()).toEqual([core, finance, supplyChain]);
  },
);

test('one that fails ends it with Microsoft’s words, and nothing after it is asked for', async () => {
  const staged = await stage();
  staged.fault('operation-fails');
  await staged.start('automatic');
  expect(await staged.ended()).toMatchObject({
    outcome: 'failed',
    problem: {
      code: 'action-failed',
      values: { solution: expect.any(String) as string },
      upstream: {
        message: `Solution ${core} could not be applied.`,
        correlation: expect.any(String) as string,
      },
    },
  });
  expect(staged.asked()).toEqual([core]);
});

test('whoever didn’t link the two is told that only that person may', async () => {
  const staged = await stage();
  Object.assign(staged.link, { owner: people.mona });
  await staged.start('automatic');
  expect(await staged.ended()).toMatchObject({
    outcome: 'failed',
    problem: {
      code: 'action-failed',
      values: { cause: 'apply-map-solutions.not-yours' },
      upstream: { status: 401 },
    },
  });
  expect(staged.asked()).toEqual([]);
});

test('done by hand on Microsoft’s page it is noticed, and Portico asks for nothing', async () => {
  const staged = await stage();
  const { world, link, start, ended, asked } = staged;
  await start('guided');
  const alex = world.state.directory.people.find(({ id }) => id === people.alex);
  if (!alex) throw new Error('Alex is one of Contoso’s people.');
  for (const name of [core, finance, supplyChain]) {
    applySolutions(world, alex, link, [name]);
    await patiently('it is listed', async () => link.applied.includes(name) || undefined);
  }
  expect(await ended()).toMatchObject({ outcome: 'done' });
  expect(asked()).toEqual([core, finance, supplyChain]);
  expect(world.state.writes.filter(({ endpoint }) => endpoint === 'applySolution')).toEqual([]);
});
