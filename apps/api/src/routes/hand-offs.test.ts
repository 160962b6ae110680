import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import type { Envelope } from '@portico/plan/event';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { giveRole } from '../test-support/give-role.ts';
import { patiently } from '../test-support/patiently.ts';
import { clientWith, newRun, Refusal, type Rehearsal, rehearse } from '../test-support/rehearse.ts';
import { sendRaw } from '../test-support/send-raw.ts';

const check = 'system-administrator';
const mona = 'Mona Berg';

/** A run whose consultant lacks the role, with somebody asked to give it. */
async function stuck(api: Client<typeof routes>) {
  const run = await newRun(api, environments.production);
  await api.runChecks({ run, body: {} });
  const start = () =>
    api.startAction({ run, action: `mend:${check}`, body: { driver: 'guided', key: randomUUID() } });
  const { operation } = await start();
  const give = (to = mona, key: string = randomUUID()) =>
    api.giveHandOff({ run, operation, body: { to, days: 7, key } });
  return { run, operation, start, give, events: async () => (await api.getRun({ run })).events };
}

const tokenIn = (link: string) => link.slice(link.indexOf('#') + 1);
const told = (events: readonly Envelope[]) =>
  events.flatMap(({ event }) => (event.type === 'hand-off' ? [event.state] : []));
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof Refusal ? [error.status, error.body] : error),
  );

describe('an administrator who is asked by a link', () => {
  let rehearsal: Rehearsal;
  let api: Client<typeof routes>;
  /** The administrator's browser: nobody is signed in there. */
  let anybody: Client<typeof routes>;

  beforeAll(async () => {
    rehearsal = await rehearse({ scenario: 'wrong-roles', speed: 3000 });
    api = await rehearsal.as();
    anybody = clientWith(rehearsal.address, undefined);
  });
  afterAll(() => rehearsal[Symbol.asyncDispose]());

  /** Waits until the operation has looked so often again. */
  async function looks(count: number): Promise<void> {
    const { state } = rehearsal.twin.world;
    state.faults = [{ kind: 'slow', service: 'Dataverse', endpoint: 'whoAmI', count, seconds: 0 }];
    await patiently('the operation looked again', () => state.faults.length === 0);
  }

  test('sees one task, does it, and the consultant’s check passes by itself; both are named', {
    timeout: 60_000,
  }, async () => {
    const { run, operation, start, give, events } = await stuck(api);
    expect((await start()).operation).toBe(operation);
    const { handOff, link } = await give();
    const token = tokenIn(link);
    expect(link).toBe(`${rehearsal.address}/handoff#${token}`);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);

    const page = await anybody.readHandOff({ body: { token } });
    if (page.state !== 'open') throw new Error(`The page is ${page.state}.`);
    const { proof, until, ...seen } = page;
    expect(seen).toEqual({
      state: 'open',
      from: 'Alex Lund',
      to: mona,
      customer: 'Contoso',
      environment: 'Contoso Production',
      says: {
        id: `${check}.by-team`,
        values: { user: 'alex@contoso.example', team: expect.any(String) },
      },
      why: [{ id: `${check}.by-team.cause` }, { id: `${check}.why` }],
      guide: {
        who: 'environment-admin',
        link: expect.stringMatching(/^http:\/\/admin\.twin\.localhost:\d+\/environments\/environment\//),
        steps: [
          { id: `${check}.remedy.open` },
          { id: `${check}.remedy.assign`, values: { user: 'alex@contoso.example' } },
          { id: `${check}.remedy.elevate` },
        ],
        notice: { id: 'mend.notice' },
      },
      watching: true,
    });
    expect(Date.parse(until)).toBeGreaterThan(Date.now() + 6.9 * 86_400_000);
    await anybody.readHandOff({ body: { token, proof } });
    expect(told(await events())).toEqual(['given', 'opened']);

    await patiently('the operation waits', async () =>
      (await events()).some(({ event }) => event.type === 'operation-waiting'),
    );
    const before = (await events()).length;
    await looks(5);
    // Looking and finding the same is no news.
    expect(await events()).toHaveLength(before);
    giveRole(rehearsal.twin.world);
    await patiently('it is noticed', async () =>
      (await events()).some(({ event }) => event.type === 'operation-finished'),
    );
    const after = (await events()).slice(before).map(({ event }) => event);
    expect(after).toMatchObject([
      { type: 'check-started', check },
      { type: 'check-finished', check, finding: { state: 'ok' } },
      { type: 'hand-off', operation, handOff, to: mona, state: 'used' },
      { type: 'operation-finished', operation, outcome: 'done' },
    ]);
    const given = (await events()).find(({ event }) => event.type === 'hand-off');
    expect(given).toMatchObject({ by: { name: 'Alex Lund' }, event: { to: mona } });

    // The token says no more; only the page that was open hears that it was done.
    expect(await anybody.readHandOff({ body: { token } })).toEqual({ state: 'over' });
    expect(await anybody.readHandOff({ body: { token, proof } })).toEqual({ state: 'done' });
    expect(await anybody.readHandOff({ body: { token: '', proof } })).toEqual({ state: 'done' });
    expect(await anybody.readHandOff({ body: { token, proof: `${proof}A` } })).toEqual({ state: 'over' });
    expect(await refusal(give())).toMatchObject([409, { code: 'nothing-to-hand-over' }]);
    expect(await refusal(start())).toMatchObject([409, { code: 'nothing-to-hand-over' }]);

    const report = await fetch(`${rehearsal.address}/api/runs/${run}/report.pdf`, {
      headers: { authorization: `Bearer ${await rehearsal.token()}` },
    });
    expect(report.status).toBe(200);
    const everything =
      JSON.stringify(await events()) + Buffer.from(await report.arrayBuffer()).toString('latin1');
    for (const secret of [token, proof]) expect(everything).not.toContain(secret);
    giveRole(rehearsal.twin.world, false);
  });

  test('a new link ends the one before; taken back, nobody is asked and nothing waits', async () => {
    const { run, operation, give, events } = await stuck(api);
    const first = await give();
    const second = await give('Piet Visser');
    const read = ({ link }: typeof first) => anybody.readHandOff({ body: { token: tokenIn(link) } });
    expect(await read(first)).toEqual({ state: 'over' });
    expect(await read(second)).toMatchObject({ state: 'open', to: 'Piet Visser' });
    const again = await anybody.readHandOff({ body: { token: tokenIn(second.link) } });
    const proof = again.state === 'open' ? again.proof : '';
    await api.revokeHandOff({ run, operation, handOff: second.handOff });
    expect(await read(second)).toEqual({ state: 'over' });
    expect(await anybody.readHandOff({ body: { token: tokenIn(second.link), proof } })).toEqual({
      state: 'over',
    });
    await patiently('the operation ends', async () =>
      (await events()).some(({ event }) => event.type === 'operation-finished'),
    );
    expect(told(await events())).toEqual(['given', 'revoked', 'given', 'opened', 'revoked']);
    expect((await events()).at(-1)?.event).toMatchObject({ outcome: 'cancelled' });
    // Once more changes nothing.
    await api.revokeHandOff({ run, operation, handOff: second.handOff });
    expect(told(await events())).toHaveLength(5);
  });

  test('another answer describes another world: nobody is asked for the old one any more', async () => {
    const { run, give, events } = await stuck(api);
    const { link } = await give();
    await api.answerStep({ run, step: 'environment', body: { environment: environments.sandbox } });
    await patiently('the operation ends', async () =>
      (await events()).some(({ event }) => event.type === 'operation-finished'),
    );
    expect(told(await events())).toEqual(['given', 'revoked']);
    expect(await anybody.readHandOff({ body: { token: tokenIn(link) } })).toEqual({ state: 'over' });
  });

  test('nobody is asked for what holds, for what only we can do, or by an automatic driver', async () => {
    const { run } = await stuck(api);
    const start = (action: string, driver: 'guided' | 'automatic' = 'guided') =>
      refusal(api.startAction({ run, action, body: { driver, key: randomUUID() } }));
    const nothing = [409, { code: 'nothing-to-hand-over' }];
    expect(await start('mend:fno-linked')).toMatchObject(nothing);
    expect(await start('mend:maps-running')).toMatchObject(nothing);
    expect(await start('mend:site-absent', 'automatic')).toMatchObject(nothing);
    expect(await start('mend:nonsense')).toMatchObject([404, { code: 'not-found' }]);
    const review = await api.reviewAction({ run, action: `mend:${check}` });
    expect(review).toMatchObject({ changes: [], drivers: { automatic: { available: false } } });
  });
});

test('a consent that is missing is handed over: where to accept, what it grants, and both checks read again', async () => {
  await using rehearsal = await rehearse({ scenario: 'half-consent', speed: 3000 });
  const api = await rehearsal.as();
  const run = await newRun(api, environments.production);
  await api.runChecks({ run, body: {} });
  const { operation } = await api.startAction({
    run,
    action: 'mend:supply-chain-licence',
    body: { driver: 'guided', key: randomUUID() },
  });
  const { link } = await api.giveHandOff({ run, operation, body: { to: mona, days: 1, key: randomUUID() } });
  const page = await clientWith(rehearsal.address, undefined).readHandOff({ body: { token: tokenIn(link) } });
  if (page.state !== 'open') throw new Error(`The page is ${page.state}.`);
  expect(page).toMatchObject({
    says: { id: 'mend.consent', values: { service: 'Microsoft Graph' } },
    why: [{ id: 'mend.consent.grants' }, { id: 'supply-chain-licence.why' }],
    guide: { who: 'tenant-admin', steps: [{ id: 'mend.consent.open' }, { id: 'mend.consent.read' }] },
  });
  expect(new URL(page.guide.link).pathname).toMatch(/\/v2\.0\/adminconsent$/);

  // What accepting there does is the twin's own test.
  for (const tenant of rehearsal.twin.world.state.directory.tenants) delete tenant.withheld;
  const events = async () => (await api.getRun({ run })).events.map(({ event }) => event);
  await patiently('it is noticed', async () =>
    (await events()).some(({ type }) => type === 'operation-finished'),
  );
  const found = new Map(
    (await events()).flatMap((event) =>
      event.type === 'check-finished' ? [[event.check, event.finding.state] as const] : [],
    ),
  );
  expect([found.get('supply-chain-licence'), found.get('power-pages-capacity')]).toEqual(['ok', 'ok']);
});

describe('a guided action', () => {
  test('is handed over while it waits for a person; its link ends with it', async () => {
    await using rehearsal = await rehearse({ speed: 3000 });
    const api = await rehearsal.as();
    const anybody = clientWith(rehearsal.address, undefined);
    const run = await newRun(api, environments.production);
    await api.answerStep({
      run,
      step: 'table-maps',
      body: { master: 'dataverse', initialSync: false, choices: {} },
    });
    await api.runChecks({ run, body: {} });
    const start = (driver: 'guided' | 'automatic') =>
      api.startAction({ run, action: 'start-maps', body: { driver, key: randomUUID() } });
    const { operation } = await start('guided');
    const key = randomUUID();
    const give = () => api.giveHandOff({ run, operation, body: { to: mona, days: 1, key } });
    const lost = await give();
    const { handOff, link } = await give();
    // Its answer was lost, and is worth nothing to whoever finds it.
    expect(handOff).toBe(lost.handOff);
    expect(await anybody.readHandOff({ body: { token: tokenIn(lost.link) } })).toEqual({ state: 'over' });
    const page = await anybody.readHandOff({ body: { token: tokenIn(link) } });
    expect(page).toMatchObject({
      state: 'open',
      says: { id: 'start-maps.title' },
      why: [{ id: 'maps-running.why' }],
      guide: { who: 'finance-operations-admin' },
    });
    expect(page.state === 'open' && page.guide.steps.length).toBeLessThanOrEqual(5);
    await api.revokeHandOff({ run, operation, handOff });
    const { events } = await api.getRun({ run });
    expect(told(events)).toEqual(['given', 'opened', 'revoked']);
    expect(events.some(({ event }) => event.type === 'operation-finished')).toBe(false);
    await api.cancelOperation({ run, operation });
    await patiently('it ends', async () =>
      (await api.getRun({ run })).events.some(({ event }) => event.type === 'operation-finished'),
    );
    // What we do ourselves asks nobody.
    const own = await start('automatic');
    const asked = { to: mona, days: 1, key: randomUUID() };
    expect(await refusal(api.giveHandOff({ run, operation: own.operation, body: asked }))).toMatchObject([
      409,
      { code: 'nothing-to-hand-over' },
    ]);
  });
});

test('who tries links is slowed down, the same whether one is good or not', async () => {
  await using rehearsal = await rehearse({ scenario: 'wrong-roles' });
  const api = await rehearsal.as();
  const { give } = await stuck(api);
  const good = tokenIn((await give()).link);
  const ask = (token: string) =>
    sendRaw(rehearsal.address, {
      method: 'POST',
      path: '/api/hand-off',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    });
  const guesses = await Promise.all(
    Array.from({ length: 120 }, () => ask(randomBytes(32).toString('base64url'))),
  );
  expect(new Set(guesses.map(({ status, text }) => `${status} ${text}`))).toEqual(
    new Set(['200 {"state":"over"}']),
  );
  const seen = async (token: string) => {
    const { status, text } = await ask(token);
    return { status, body: { ...(JSON.parse(text) as object), reference: '' } };
  };
  const refused = await seen(randomBytes(32).toString('base64url'));
  expect(refused).toMatchObject({ status: 429, body: { code: 'too-many-requests', retryAfter: 60 } });
  expect(await seen(good)).toEqual(refused);
});
