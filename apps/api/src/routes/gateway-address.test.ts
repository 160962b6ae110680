// Where the dual-write gateway is asked, for whom the environment's record isn't enough: what each side of the switch
// for it looks like, and what a person can do about it.
import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import type { Finding } from '@portico/plan/finding';
import { addressOf } from '@portico/twin/addresses';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { scenarios } from '@portico/twin/scenarios/index';
import type { Switches } from '@portico/twin/world';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, type Rehearsal, Refusal, rehearse } from '../test-support/rehearse.ts';

let rehearsal: Rehearsal;
let api: Client<typeof routes>;
let run: string;

beforeAll(async () => {
  rehearsal = await rehearse();
  api = await rehearsal.as();
});
afterAll(() => rehearsal[Symbol.asyncDispose]());
beforeEach(async () => {
  const { world } = rehearsal.twin;
  world.state = scenarios['contoso-fresh']();
  run = await newRun(api, environments.production);
});

const on = (island: string) => addressOf(rehearsal.twin.world, `projectmanagementservice.${island}.gateway`);
const record = (recordedIsland: Switches['recordedIsland']) =>
  Object.assign(rehearsal.twin.world.state.switches, { recordedIsland });
const give = (body: object) => api.answerStep({ run, step: 'dual-write', body });

async function linked(): Promise<Finding | undefined> {
  await api.runChecks({ run, body: {} });
  const { events } = await api.getRun({ run });
  const found = events.flatMap(({ event }) =>
    event.type === 'check-finished' && event.check === 'dual-write-linked' ? [event.finding] : [],
  );
  return found.at(-1);
}

const inferred = (island: string) => ({
  says: { id: 'dual-write-linked.asked.inferred', values: { address: on(island) } },
});
const copy = { id: 'dual-write-linked.remedy.copy' };

test('the record’s island leads to it, and the finding says that it was put together', async () => {
  expect(await linked()).toMatchObject({
    state: 'ok',
    details: [{ state: 'proved', ...inferred('eu-il107') }],
    facts: { asked: { address: on('eu-il107'), given: false }, doubtful: false },
  });
});

test.each([
  ['another', 'blocked', () => ({ details: [inferred('us-il101')], facts: { doubtful: true } })],
  [
    'without-gateway',
    'unknown',
    () => ({
      problem: { code: 'upstream-refused' },
      details: [inferred('eu-il999')],
      facts: { doubtful: true },
    }),
  ],
  [
    'none',
    'warn',
    () => ({ details: [{ says: { id: 'dual-write-linked.unnamed' } }], facts: { doubtful: true } }),
  ],
] as const)('the record names %s: %s, until the right address is given', async (side, state, more) => {
  record(side);
  const before = await linked();
  expect(before).toMatchObject({ state, ...more() });
  expect(before && 'remedy' in before && before.remedy?.steps).toContainEqual(copy);
  await give({ gateway: `${on('eu-il107')}/api/DualWriteManagement/1.0/Version` });
  expect(await linked()).toMatchObject({
    state: 'ok',
    details: [{ says: { id: 'dual-write-linked.asked.given', values: { address: on('eu-il107') } } }],
  });
  // Taken back, it is as it was.
  await give({});
  expect(await linked()).toMatchObject({ state, ...more() });
});

test('a wrong address that was given is doubted just the same', async () => {
  await give({ gateway: on('us-il101') });
  expect(await linked()).toMatchObject({
    state: 'blocked',
    facts: { asked: { address: on('us-il101'), given: true }, doubtful: true },
  });
});

test('without an address only the guided way is there, and why is said', async () => {
  record('none');
  await api.answerStep({
    run,
    step: 'table-maps',
    body: { master: 'finance-operations', initialSync: false, choices: {} },
  });
  const ways = async () => (await api.reviewAction({ run, action: 'start-maps' })).drivers.automatic;
  expect(await ways()).toMatchObject({ available: false, problem: { code: 'gateway-unknown' } });
  await give({ gateway: on('eu-il107') });
  expect(await ways()).toMatchObject({ available: true });
});

test.each([
  'https://evil.example',
  'http://projectmanagementservice.eu-il107.gateway.twin.localhost',
  'https://projectmanagementservice.eu-il107.gateway.prod.island.powerapps.com',
  'projectmanagementservice',
])('%s is refused, and nothing is kept or asked', async (gateway) => {
  const refused = await give({ gateway }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ status: 422, body: { code: 'gateway-address-refused' } });
  const { events } = await api.getRun({ run });
  expect(events.filter(({ event }) => event.type === 'answered')).toHaveLength(1);
});

test('it decides nothing: it can be given after something was written, and not in the middle', async () => {
  const { world } = rehearsal.twin;
  world.state = scenarios['no-dual-write']();
  await api.runChecks({ run, body: {} });
  await api.startAction({
    run,
    action: 'install-packages',
    body: { driver: 'automatic', key: randomUUID() },
  });
  await expect(give({ gateway: on('eu-il107') })).rejects.toMatchObject({ body: { code: 'answers-locked' } });
  world.clock.speed = 20_000;
  await patiently(
    'it ends',
    async () => {
      const { events } = await api.getRun({ run });
      return events.find(({ event }) => event.type === 'operation-finished');
    },
    60_000,
  );
  expect(world.state.writes.length).toBeGreaterThan(0);
  await give({ gateway: on('eu-il107') });
  await expect(
    api.answerStep({
      run,
      step: 'environment',
      body: { environment: environments.production.replace(/.$/, '0') },
    }),
  ).rejects.toMatchObject({ body: { code: 'answers-locked' } });
}, 90_000);
