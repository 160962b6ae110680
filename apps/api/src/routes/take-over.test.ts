import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { signInAs } from '@portico/twin/sign-in-as';
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { clientWith, newRun, Refusal, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

const alex = 'alex@contoso.example';
let rehearsal: Rehearsal;
let api: Client<typeof routes>;
let run: string;
let operation: string;

/** The maps are being started by Alex, and the first of them was asked for. */
beforeEach(async () => {
  rehearsal = await rehearse({ speed: 60 });
  rehearsal.twin.world.clock.speed = 3000;
  api = await rehearsal.as();
  run = await newRun(api, environments.production);
  await api.answerStep({
    run,
    step: 'table-maps',
    body: { master: 'dataverse', initialSync: false, choices: {} },
  });
  await api.runChecks({ run, body: {} });
  // Few are left to be started: what is tried here needs no more.
  for (const map of maps().filter(({ name }) => !/CDS sales order|CDS released distinct/.test(name)))
    Object.assign(map, { state: 4, pid: map.pid ?? rehearsal.twin.world.id() });
  const body = { driver: 'automatic' as const, key: randomUUID() };
  ({ operation } = await api.startAction({ run, action: 'start-maps', body }));
  await patiently('the first map is asked for', () => requests().length > 0, 180_000);
}, 240_000);
afterEach(() => rehearsal[Symbol.asyncDispose]());

const maps = () => rehearsal.twin.world.state.dualWrite.links.flatMap((link) => link.maps);
const requests = () => rehearsal.twin.world.state.dualWrite.links.flatMap((link) => link.requests);
const person = (userName: string) => {
  const found = rehearsal.twin.world.state.directory.people.find((one) => one.userName === userName);
  if (!found) throw new Error(`Nobody is called ${userName}.`);
  return found;
};
const events = async () => (await api.getRun({ run })).events;
const waits = async () =>
  (await events()).filter(({ event }) => event.type === 'operation-waiting' && event.for === 'sign-in');

async function untilDone(): Promise<void> {
  await patiently(
    'it is done',
    async () => (await events()).some(({ event }) => event.type === 'operation-finished'),
    180_000,
  );
  expect((await events()).at(-1)?.event).toMatchObject({ outcome: 'done' });
  const named = requests().map(({ map, action }) => `${action} ${map}`);
  expect(named.filter((one, index) => named.indexOf(one) !== index)).toEqual([]);
}

test('a colleague with the rights opens the run, and it goes on in her name', {
  timeout: 240_000,
}, async () => {
  person(alex).ended = Date.now();
  await patiently('it waits for a sign-in', async () => (await waits()).length === 1, 60_000);
  const before = rehearsal.twin.world.state.writes.length;

  // Without a role of one's own, or only by a group, one may look and no more.
  for (const unfit of ['una.holm@contoso.example', 'gita.rao@contoso.example']) {
    const other = await rehearsal.as(unfit);
    await other.getRun({ run });
    await expect(other.nudgeOperation({ run, operation })).rejects.toMatchObject({
      status: 403,
      body: { code: 'rights-missing' },
    });
  }
  expect((await events()).some(({ event }) => event.type === 'operation-taken-over')).toBe(false);

  const mona = await rehearsal.as('mona.berg@contoso.example');
  // To be signed in isn't enough: she must open this run.
  await mona.listRuns({});
  expect((await events()).some(({ event }) => event.type === 'operation-taken-over')).toBe(false);
  await Promise.all([mona.getRun({ run }), mona.getRun({ run })]);
  await untilDone();
  const taken = (await events()).filter(({ event }) => event.type === 'operation-taken-over');
  expect(taken.map(({ by }) => by?.name)).toEqual(['Mona Berg']);
  const after = rehearsal.twin.world.state.writes.slice(before);
  expect(after.length).toBeGreaterThan(0);
  expect([...new Set(after.map((write) => write.person))]).toEqual(['mona.berg@contoso.example']);
});

test('proof that is asked for in the middle: the challenge is handed out, and proof goes on', {
  timeout: 240_000,
}, async () => {
  person(alex).sign = 'step-up';
  await patiently('it waits for a sign-in', async () => (await waits()).length === 1, 60_000);
  expect((await waits())[0]?.event).toMatchObject({ problem: { code: 'needs-step-up' } });
  // Signing in again without it changes nothing.
  await (await rehearsal.as()).getMe({});
  const refused: unknown = await api.nudgeOperation({ run, operation }).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  const { status, challenge } = refused as Refusal;
  expect([status, challenge]).toEqual([
    401,
    expect.stringMatching(/insufficient_claims", claims="[\w+/=]+"/),
  ]);
  expect(JSON.stringify(await events())).not.toMatch(/capolids|insufficient_claims/);

  const proven = clientWith(rehearsal.address, await signInAs(rehearsal.twin, alex, 'api', { proof: true }));
  await proven.getMe({});
  await untilDone();
});
