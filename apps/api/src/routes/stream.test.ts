import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { followRun } from '../test-support/follow-run.ts';
import { patiently } from '../test-support/patiently.ts';
import { newRun, Refusal, type Rehearsal, rehearse } from '../test-support/rehearse.ts';
import { sendRaw } from '../test-support/send-raw.ts';

let rehearsal: Rehearsal;
let api: Client<typeof routes>;

beforeAll(async () => {
  rehearsal = await rehearse({ speed: 3000 });
  api = await rehearsal.as();
  // The twin is faster still, so that few looks come too early.
  rehearsal.twin.world.clock.speed = 30_000;
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

const followed = (run: string) =>
  followRun({ address: rehearsal.address, run, token: () => rehearsal.token() });

test('fifty cuts while the maps start lose nothing and double nothing', { timeout: 120_000 }, async () => {
  const run = await newRun(api, environments.production);
  await api.answerStep({
    run,
    step: 'table-maps',
    body: { master: 'dataverse', initialSync: true, choices: {}, confirmed: 'Dataverse' },
  });
  await api.runChecks({ run, body: {} });
  await using follower = followed(run);
  const { operation } = await api.startAction({
    run,
    action: 'start-maps',
    body: { driver: 'automatic', key: randomUUID() },
  });
  for (let cut = 1; cut <= 50; cut += 1) {
    const before = follower.events.length;
    follower.cut();
    // The next cut comes after the stream is back, with an event or without one.
    await patiently('the stream is back', () => follower.cuts >= cut || follower.events.length > before);
  }
  await follower.until('the maps run', ({ event }) => event.type === 'operation-finished', 90_000);
  const { events } = await api.getRun({ run });
  await follower.until('all has come', ({ seq }) => seq === events.at(-1)?.seq);
  expect(follower.cuts).toBeGreaterThanOrEqual(50);
  expect(follower.events).toEqual(events);
  expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)?.event).toMatchObject({ type: 'operation-finished', operation, outcome: 'done' });

  // What was written is bound to its answers for good.
  for (const [step, body] of [
    ['environment', { environment: environments.sandbox }],
    ['table-maps', { master: 'finance-operations', initialSync: true, choices: {} }],
  ] as const)
    await expect(api.answerStep({ run, step, body })).rejects.toMatchObject({
      status: 409,
      body: { code: 'answers-locked' },
    });
});

test('a reader begins where it says, and gets what was there before what comes', async () => {
  const run = await newRun(api, environments.production);
  await api.runChecks({ run, body: { step: 'environment' } });
  const { events } = await api.getRun({ run });
  for (const after of [0, 1, events.length - 1, events.length, events.length + 5])
    expect((await api.followRun({ run, after: String(after), wait: '0' })).events).toEqual(
      events.slice(after),
    );
  await using follower = followed(run);
  await follower.until('the past has come', ({ seq }) => seq === events.length);
  await api.answerStep({ run, step: 'portal-site', body: { name: 'x', subdomain: 'abc', language: 1033 } });
  await follower.until(
    'the present has come',
    ({ event }) => event.type === 'answered' && event.step === 'portal-site',
  );
  expect(follower.events.slice(0, events.length)).toEqual(events);
});

test('the number a browser remembers counts as well as the one in the address', async () => {
  const run = await newRun(api, environments.production);
  const answer = await fetch(`${rehearsal.address}/api/runs/${run}/events`, {
    headers: { authorization: `Bearer ${await rehearsal.token()}`, 'last-event-id': '1' },
    signal: AbortSignal.timeout(20_000),
  });
  let text = '';
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk;
    if (text.includes('id: 2')) break;
  }
  expect(text).not.toContain('id: 1\n');
});

test.each(['-1', 'x', '1.5', '1e400', ''])('after=%s is refused or is the beginning', async (after) => {
  const run = await newRun(api, environments.production);
  const authorization = `Bearer ${await rehearsal.token()}`;
  const path = `/api/runs/${run}/events?wait=0&after=${after}`;
  const { status } = await sendRaw(rehearsal.address, { method: 'GET', path, headers: { authorization } });
  expect(status).toBe(after === '' ? 200 : 400);
});

test('two readers of two people see the same', async () => {
  const run = await newRun(api, environments.production);
  const mona = () => rehearsal.token('mona.berg@contoso.example');
  await using first = followed(run);
  await using second = followRun({ address: rehearsal.address, run, token: mona });
  await api.runChecks({ run, body: { step: 'environment' } });
  const last = (await api.getRun({ run })).events.length;
  for (const follower of [first, second]) await follower.until('all has come', ({ seq }) => seq === last);
  expect(first.events).toEqual(second.events);
});

test('a reader without a sign-in gets a problem, not a stream', async () => {
  const run = await newRun(api, environments.production);
  const path = `/api/runs/${run}/events`;
  expect(await sendRaw(rehearsal.address, { method: 'GET', path })).toMatchObject({ status: 401 });
  const stranger = await rehearsal.as('wim.jansen@wingtip.example');
  await expect(stranger.followRun({ run, after: '0', wait: '1' })).rejects.toBeInstanceOf(Refusal);
});
