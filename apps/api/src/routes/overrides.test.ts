import { plan } from '@portico/contract/plan';
import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import { gate } from '@portico/plan/gate';
import { setDefect } from '@portico/twin/defects/index';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stateOfEvents } from '../plan/load-run.ts';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

let rehearsal: Rehearsal;
let api: Client<typeof routes>;
let run: string;

beforeAll(async () => {
  rehearsal = await rehearse();
  api = await rehearsal.as();
});
afterAll(() => rehearsal[Symbol.asyncDispose]());
beforeEach(async () => {
  lay('companies-doubled');
  run = await newRun(api, environments.production);
  await look();
});

const check = 'companies';
const reason = 'The second company is being dissolved this week.';

function lay(...broken: readonly ('companies-doubled' | 'company-nameless' | 'prospect-to-cash')[]): void {
  const { state } = rehearsal.twin.world;
  for (const id of ['companies-doubled', 'company-nameless', 'prospect-to-cash'] as const)
    setDefect(state, id, broken.includes(id));
}
const look = (checks?: readonly string[]) =>
  api.runChecks({ run, body: checks ? { checks: [...checks] } : {} });
const state = async () => stateOfEvents((await api.getRun({ run })).events, new Date());
const status = async () => gate(plan, await state())['dual-write']?.status;
const found = async (id: string) => (await state()).checks[id]?.at ?? '';
const refused = (promise: Promise<unknown>) =>
  promise.then(
    () => {
      throw new Error('It was taken.');
    },
    (error: unknown) => error,
  );

test('a soft check is passed with a reason and a name, until the day, and stops again when taken back', async () => {
  expect(await status()).toBe('problem');
  const { until } = await api.overrideCheck({
    run,
    check,
    body: { reason, days: 7, found: await found(check) },
  });
  expect(Date.parse(until) - Date.now()).toBeGreaterThan(6.9 * 24 * 3_600_000);
  expect((await state()).overrides[check]).toMatchObject({ reason, until, by: { name: 'Alex Lund' } });
  expect(await status()).toBe('unverified');
  // Seen the same again: it holds.
  await look([check]);
  expect(await status()).toBe('unverified');
  await api.withdrawOverride({ run, check });
  await api.withdrawOverride({ run, check });
  expect(await status()).toBe('problem');
  const { events } = await api.getRun({ run });
  expect(events.filter(({ event }) => event.type === 'override')).toHaveLength(2);
});

test('other facts void it', async () => {
  await api.overrideCheck({ run, check, body: { reason, days: 7, found: await found(check) } });
  lay('companies-doubled', 'company-nameless');
  await look([check]);
  expect((await state()).overrides).toEqual({});
  expect(await status()).toBe('problem');
});

test('a hard check refuses, and so does a check that nobody knows or that holds', async () => {
  lay('prospect-to-cash');
  await look();
  const give = async (id: string) =>
    refused(
      api.overrideCheck({
        run,
        check: id,
        body: { reason, days: 7, found: (await found(id)) || new Date().toISOString() },
      }),
    );
  expect(await give('prospect-to-cash-absent')).toMatchObject({
    status: 409,
    body: { code: 'not-overridable' },
  });
  expect(await give('nothing')).toMatchObject({ status: 404 });
  expect(await give('companies')).toMatchObject({ status: 409, body: { code: 'finding-changed' } });
  expect((await state()).overrides).toEqual({});
});

test('what was decided on is what counts: a newer look refuses, and so do half reasons and endless times', async () => {
  const seen = await found(check);
  await look([check]);
  const give = (more: object) =>
    refused(api.overrideCheck({ run, check, body: { reason, days: 7, found: seen, ...more } }));
  expect(await give({})).toMatchObject({ body: { code: 'finding-changed' } });
  for (const more of [
    { reason: 'ok' },
    { reason: ' '.repeat(20) },
    { days: 0 },
    { days: 91 },
    { found: 'yesterday' },
  ])
    expect(await give(more)).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
});
