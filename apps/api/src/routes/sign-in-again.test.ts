import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import type { RunEvent } from '@portico/plan/event';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

let rehearsal: Rehearsal;
let api: Client<typeof routes>;
let run: string;

/** So slow that who waits for a sign-in soon looks by itself only every fifteen seconds: what is quicker was woken. */
const speed = 20;
const soon = 8_000;

beforeEach(async () => {
  rehearsal = await rehearse({ speed });
  rehearsal.twin.world.clock.speed = 3000;
  api = await rehearsal.as();
  run = await newRun(api, environments.production);
  await api.answerStep({
    run,
    step: 'table-maps',
    body: { master: 'dataverse', initialSync: false, choices: {} },
  });
  await api.runChecks({ run, body: {} });
});
afterEach(() => rehearsal[Symbol.asyncDispose]());

const events = async () => (await api.getRun({ run })).events.map(({ event }) => event);

/** The number of events of the operation that fit, so that the next one can be waited for. */
const count = async (fits: (event: RunEvent) => boolean) => (await events()).filter(fits).length;

const waitsFor = (whom: string) => (event: RunEvent) =>
  event.type === 'operation-waiting' && event.for === whom;

/** All of Alex's sign-ins are ended, as an administrator does: nothing is issued or taken for them any more. */
function revoke(): void {
  const { people } = rehearsal.twin.world.state.directory;
  for (const person of people) if (person.userName === 'alex@contoso.example') person.ended = Date.now();
}

const maps = () => rehearsal.twin.world.state.dualWrite.links.flatMap((link) => link.maps);

const runMaps = (all: ReturnType<typeof maps>) => {
  for (const map of all) Object.assign(map, { state: 4, pid: map.pid ?? rehearsal.twin.world.id() });
};

test('a watch whose tokens end waits for a sign-in, and goes on when its person is back', async () => {
  const { operation } = await api.startAction({
    run,
    action: 'start-maps',
    body: { driver: 'guided', key: randomUUID() },
  });
  await patiently('it watches', async () => (await count(waitsFor('person'))) === 1);
  revoke();
  await patiently('it waits for a sign-in', async () => (await count(waitsFor('sign-in'))) === 1);
  expect((await events()).findLast(waitsFor('sign-in'))).toMatchObject({
    operation,
    problem: { code: expect.stringMatching(/needs-sign-in/) as string },
  });

  // Neither a colleague nor the token that was there before is a sign-in.
  const colleague = await rehearsal.as('mona.berg@contoso.example');
  for (let request = 0; request < 5; request += 1) {
    await colleague.getMe({});
    await api.getMe({});
  }
  expect(await count(waitsFor('person'))).toBe(1);

  await (await rehearsal.as()).getMe({});
  await patiently('it watches again', async () => (await count(waitsFor('person'))) === 2, soon);
  runMaps(maps());
  await api.nudgeOperation({ run, operation });
  await patiently('it is done', async () => (await count(({ type }) => type === 'operation-finished')) === 1);
  expect((await events()).at(-1)).toMatchObject({ type: 'operation-finished', outcome: 'done' });
});

test('work whose tokens end in the middle waits, and does the rest once', { timeout: 60_000 }, async () => {
  runMaps(maps().filter(({ name }) => !/CDS sales order|CDS released distinct/.test(name)));
  await api.startAction({ run, action: 'start-maps', body: { driver: 'automatic', key: randomUUID() } });
  const requests = () => rehearsal.twin.world.state.dualWrite.links.flatMap((link) => link.requests);
  await patiently('the first map is asked for', () => requests().length > 0);
  revoke();
  await patiently('it waits for a sign-in', async () => (await count(waitsFor('sign-in'))) > 0);
  const asked = requests().length;
  await (await rehearsal.as()).getMe({});
  await patiently('it goes on', () => requests().length > asked, soon);
  await patiently(
    'it is done',
    async () => (await count(({ type }) => type === 'operation-finished')) === 1,
    40_000,
  );
  expect((await events()).at(-1)).toMatchObject({ type: 'operation-finished', outcome: 'done' });
  const named = requests().map(({ map, action }) => `${action} ${map}`);
  expect(named.filter((one, index) => named.indexOf(one) !== index)).toEqual([]);
});
