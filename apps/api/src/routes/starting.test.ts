import type { routes } from '@portico/contract/routes';
import type { Client } from '@portico/http/client';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { patiently } from '../test-support/patiently.ts';
import { newRun, Refusal, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

let rehearsal: Rehearsal;
let api: Client<typeof routes>;

beforeAll(async () => {
  rehearsal = await rehearse({ speed: 3000 });
  api = await rehearsal.as();
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

const maps = { master: 'finance-operations', initialSync: false, choices: {} } as const;
const site = { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 } as const;
const writes = () => rehearsal.twin.world.state.writes.length;

/** A run whose maps may be started. */
async function ready(): Promise<string> {
  const run = await newRun(api, environments.production);
  await api.answerStep({ run, step: 'table-maps', body: maps });
  await api.runChecks({ run, body: {} });
  return run;
}

const start = (run: string, driver: 'automatic' | 'guided', key: string = randomUUID()) =>
  api.startAction({ run, action: 'start-maps', body: { driver, key } });

const started = async (run: string) =>
  (await api.getRun({ run })).events.filter(({ event }) => event.type === 'operation-started');

const refused = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(Refusal);
  const { status, body } = error as Refusal;
  return { status, body };
};

/** Ends what runs, so that the next test begins on quiet ground. */
async function cancel(run: string, operation: string): Promise<void> {
  await api.cancelOperation({ run, operation });
  await patiently('the operation is cancelled', async () =>
    (await api.getRun({ run })).events.some(({ event }) => event.type === 'operation-finished'),
  );
}

describe('a closed gate', () => {
  test.each([
    ['nothing looked at', async (run: string) => void run],
    ['no decision', async (run: string) => void (await api.runChecks({ run, body: {} }))],
    [
      'a check that blocks',
      async (run: string) => {
        const link = rehearsal.twin.world.state.dualWrite.links[0];
        const applied = link?.applied.splice(0) ?? [];
        await api.answerStep({ run, step: 'table-maps', body: maps });
        await api.runChecks({ run, body: {} });
        link?.applied.push(...applied);
      },
    ],
  ])('%s: refused, and nothing is written', async (_, prepare) => {
    const run = await newRun(api, environments.production);
    await prepare(run);
    const before = writes();
    for (const driver of ['automatic', 'guided'] as const) {
      const { status, body } = await refused(start(run, driver));
      expect({ status, body }).toMatchObject({ status: 409, body: { code: 'gate-closed' } });
    }
    const creation = api.startAction({
      run,
      action: 'provision-site',
      body: { driver: 'automatic', key: randomUUID() },
    });
    expect(await refused(creation)).toMatchObject({ status: 409, body: { code: 'gate-closed' } });
    expect(writes()).toBe(before);
    expect(await started(run)).toEqual([]);
  });
});

describe('starting twice', () => {
  test('the same key answers the same operation', async () => {
    const run = await ready();
    const key = randomUUID();
    const first = await start(run, 'guided', key);
    expect(await start(run, 'guided', key)).toEqual(first);
    expect(await start(run, 'automatic', key)).toEqual(first);
    expect(await started(run)).toHaveLength(1);
    await cancel(run, first.operation);
  });

  test('so does another key, while it runs', async () => {
    const run = await ready();
    const first = await start(run, 'guided');
    expect(await start(run, 'guided')).toEqual(first);
    expect(await refused(start(run, 'automatic'))).toMatchObject({
      status: 409,
      body: { code: 'already-running', values: { operation: first.operation } },
    });
    expect(await started(run)).toHaveLength(1);
    await cancel(run, first.operation);
  });

  test('racing starts are one operation', async () => {
    const run = await ready();
    const colleague = await rehearsal.as('mona.berg@contoso.example');
    const body = () => ({ driver: 'guided', key: randomUUID() }) as const;
    const all = await Promise.all(
      [api, colleague, api, colleague, api].map((client) =>
        client.startAction({ run, action: 'start-maps', body: body() }),
      ),
    );
    expect(new Set(all.map(({ operation }) => operation)).size).toBe(1);
    expect(await started(run)).toHaveLength(1);
    await cancel(run, all[0]?.operation ?? '');
  });

  test('of two racing drivers one wins, and the other hears of it', async () => {
    const run = await ready();
    const both = await Promise.allSettled([start(run, 'guided'), start(run, 'automatic')]);
    const events = await started(run);
    expect(events).toHaveLength(1);
    const [event] = events;
    const won = event?.event.type === 'operation-started' ? event.event.driver : '';
    const answered = both.map(({ status }) => status);
    expect(answered).toEqual(won === 'guided' ? ['fulfilled', 'rejected'] : ['rejected', 'fulfilled']);
    const lost = both.find((each) => each.status === 'rejected');
    expect(lost?.reason).toMatchObject({ status: 409, body: { code: 'already-running' } });
    await cancel(run, event?.event.type === 'operation-started' ? event.event.operation : '');
  });

  test('racing creations of a run with one key are one run', async () => {
    const key = randomUUID();
    const all = await Promise.all(
      Array.from({ length: 5 }, () => api.createRun({ body: { title: 'Contoso', key } })),
    );
    expect(new Set(all.map(({ run }) => run)).size).toBe(1);
    expect((await api.getRun({ run: all[0]?.run ?? '' })).events).toHaveLength(1);
  });
});

describe('answers', () => {
  test.each([
    ['portal-site', { ...site, subdomain: 'a' }],
    ['portal-site', { ...site, subdomain: 'x'.repeat(51) }],
    ['portal-site', { ...site, subdomain: 'Contoso' }],
    ['portal-site', { ...site, subdomain: '-contoso' }],
    ['portal-site', { ...site, subdomain: 'contoso-' }],
    ['portal-site', { ...site, subdomain: 'con.toso' }],
    ['portal-site', { ...site, subdomain: 'contoso/../x' }],
    ['portal-site', { ...site, subdomain: 'портал' }],
    ['portal-site', { ...site, name: '' }],
    ['portal-site', { ...site, name: '   ' }],
    ['portal-site', { ...site, name: 'x'.repeat(201) }],
    ['portal-site', { ...site, name: 'a\u0000b' }],
    ['portal-site', { ...site, language: 9999 }],
    ['portal-site', { ...site, language: '1033' }],
    ['portal-site', { ...site, template: 'BlankPage' }],
    ['portal-site', { name: 'x' }],
    ['environment', { environment: 'production' }],
    ['environment', { environment: '../x' }],
    ['table-maps', { ...maps, master: 'both' }],
    ['table-maps', { ...maps, initialSync: 'yes' }],
    ['table-maps', []],
  ])('%s refuses %o, and keeps nothing of it', async (step, body) => {
    const run = await newRun(api, environments.production);
    const before = (await api.getRun({ run })).events.length;
    const answer = await refused(api.answerStep({ run, step, body }));
    expect(answer).toMatchObject({ status: 400, body: { code: 'request-invalid' } });
    expect((await api.getRun({ run })).events).toHaveLength(before);
  });

  test('the same answer again adds nothing', async () => {
    const run = await newRun(api, environments.production);
    const { seq } = await api.answerStep({ run, step: 'portal-site', body: site });
    expect(await api.answerStep({ run, step: 'portal-site', body: site })).toEqual({ seq });
  });

  test('another answer makes what was found under the old one unknown', async () => {
    const run = await ready();
    await api.answerStep({ run, step: 'environment', body: { environment: environments.sandbox } });
    expect(await refused(start(run, 'automatic'))).toMatchObject({ body: { code: 'gate-closed' } });
  });

  test('what stands before running work, and the work’s own, is locked', async () => {
    const run = await ready();
    const { operation } = await start(run, 'guided');
    const other = { ...maps, master: 'dataverse', confirmed: 'dataverse' };
    for (const [step, body] of [
      ['environment', { environment: environments.sandbox }],
      ['table-maps', other],
    ] as const)
      expect(await refused(api.answerStep({ run, step, body }))).toMatchObject({
        status: 409,
        body: { code: 'answers-locked' },
      });
    // What comes later is still open.
    await api.answerStep({ run, step: 'portal-site', body: site });
    // Cancelled before anything was written: nothing is bound to the old answer.
    await cancel(run, operation);
    await api.answerStep({ run, step: 'table-maps', body: other });
  });

  test.each([0, 2, 5, 10, 40])('of a start and an answer %i calls later, one is refused', async (calls) => {
    const run = await ready();
    const answer = async () => {
      for (let call = 0; call < calls; call += 1) await api.getConfig({});
      return api.answerStep({ run, step: 'environment', body: { environment: environments.sandbox } });
    };
    const [begun, answered] = await Promise.allSettled([start(run, 'guided'), answer()]);
    // What was started goes by the answers before it, which nobody changes behind its back.
    if (begun.status === 'fulfilled') {
      expect(answered).toMatchObject({ status: 'rejected', reason: { body: { code: 'answers-locked' } } });
      await cancel(run, begun.value.operation);
    } else {
      expect(begun.reason).toMatchObject({ body: { code: 'gate-closed' } });
      expect(answered.status).toBe('fulfilled');
      expect(await started(run)).toEqual([]);
    }
  });
});
