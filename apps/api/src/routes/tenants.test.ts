import { routes } from '@portico/contract/routes';
import { environments, tenants } from '@portico/twin/scenarios/contoso/ids';
import { signInAs } from '@portico/twin/sign-in-as';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clientWith, newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';
import { type RawAnswer, sendRaw } from '../test-support/send-raw.ts';

let rehearsal: Rehearsal;
/** Contoso's run with an operation under way. */
let run: string;
let operation: string;
/** A link of it, for somebody without an account. */
let handOff: { handOff: string; link: string };
const bearers: Record<string, string> = {};

type Name = keyof typeof routes;
const names = Object.keys(routes) as Name[];
const open: readonly string[] = ['getConfig', 'getHealth', 'readHandOff'];
/** Routes that name somebody's object. */
const owned = names.filter((name) => routes[name].path.includes('{run}'));

const strangers = [
  'a consultant of another customer',
  'an administrator of another customer',
  'a guest elsewhere',
];
const forged = [
  'nobody',
  'a token of another audience',
  'a changed token',
  'an unsigned token',
  'no token at all',
];

beforeAll(async () => {
  rehearsal = await rehearse();
  const api = await rehearsal.as();
  run = await newRun(api, environments.production);
  await api.answerStep({
    run,
    step: 'table-maps',
    body: { master: 'dataverse', initialSync: false, choices: {} },
  });
  await api.runChecks({ run, body: {} });
  ({ operation } = await api.startAction({
    run,
    action: 'start-maps',
    body: { driver: 'guided', key: randomUUID() },
  }));
  handOff = await api.giveHandOff({ run, operation, body: { to: 'Mona', days: 1, key: randomUUID() } });
  const { twin } = rehearsal;
  twin.world.state.directory.tenants
    .find(({ id }) => id === tenants.fabrikam)
    ?.consented.push(...consented());
  const alex = await rehearsal.token();
  const [head = '', body = '', signature = ''] = alex.split('.');
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as object;
  const other = Buffer.from(JSON.stringify({ ...claims, tid: tenants.fabrikam })).toString('base64url');
  Object.assign(bearers, {
    alex,
    'a consultant of another customer': await rehearsal.token('felix.amari@fabrikam.example'),
    'an administrator of another customer': await rehearsal.token('wim.jansen@wingtip.example'),
    'a guest elsewhere': await signInAs(twin, 'gus.moreau@adatum.example', 'api', {
      tenant: tenants.fabrikam,
    }),
    'a token of another audience': await signInAs(
      twin,
      'alex@contoso.example',
      'https://graph.microsoft.com',
    ),
    'a changed token': `${head}.${other}.${signature}`,
    'an unsigned token': `${Buffer.from('{"alg":"none"}').toString('base64url')}.${body}.`,
    'no token at all': 'nonsense',
  });
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

const consented = () => rehearsal.twin.world.state.directory.apps.map(({ clientId }) => clientId);

const bodies: Partial<Record<Name, unknown>> = {
  createRun: { title: 'x', key: '0f0e7a0e-8a3c-4d2b-9a57-1c1f0f3f5f11' },
  answerStep: { environment: environments.production },
  runChecks: {},
  startAction: { driver: 'guided', key: '0f0e7a0e-8a3c-4d2b-9a57-1c1f0f3f5f12' },
  overrideCheck: { reason: 'Because I say so.', days: 7, found: '2026-11-26T08:00:00.000Z' },
  chooseInStep: { choice: { kind: 'rule', take: 'mine' }, seen: 0 },
  nudgeOperation: {},
  cancelOperation: {},
  giveHandOff: { to: 'Eve', days: 1, key: '0f0e7a0e-8a3c-4d2b-9a57-1c1f0f3f5f13' },
  readHandOff: { token: 'guessed' },
  giveSnapshot: { from: 'file', role: 'baseline', name: 'site.json', file: {} },
};

/** One call of a route as somebody, on a run and an operation. */
function call(name: Name, who: string, ids: { run: string; operation: string }): Promise<RawAnswer> {
  const { method, path } = routes[name];
  const filled = path
    .replace('{run}', ids.run)
    .replace('{operation}', encodeURIComponent(ids.operation))
    .replace('{handOff}', handOff.handOff)
    .replace('{step}', 'environment')
    .replace('{action}', 'start-maps')
    .replace('{check}', 'companies')
    .replace('{kind}', 'environments')
    .replace('{role}', 'baseline')
    .replace('{template}', 'a-template');
  const token = bearers[who];
  return sendRaw(rehearsal.address, {
    method,
    path: name === 'followRun' ? `${filled}?wait=0` : filled,
    headers: {
      'content-type': 'application/json',
      // Everybody sits somewhere else: how often one address may ask isn't what this is about.
      'x-forwarded-for': `10.0.0.${[...strangers, ...forged, 'alex'].indexOf(who) + 1}`,
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(method === 'GET' ? {} : { body: JSON.stringify(bodies[name] ?? {}) }),
  });
}

/** Without what differs between any two refusals. */
const seen = ({ status, type, text }: RawAnswer) => {
  const { reference: _, ...body } = JSON.parse(text) as Record<string, unknown>;
  return { status, type, body };
};

async function untouched<T>(work: () => Promise<T>): Promise<T> {
  const api = await rehearsal.as();
  const before = await api.getRun({ run });
  const writes = rehearsal.twin.world.state.writes.length;
  const answer = await work();
  expect((await api.getRun({ run })).events.filter(({ by }) => by !== null)).toEqual(
    before.events.filter(({ by }) => by !== null),
  );
  expect(rehearsal.twin.world.state.writes).toHaveLength(writes);
  return answer;
}

describe.each(strangers)('%s', (who) => {
  test.each(owned)('meets nothing at %s, as if it weren’t there', async (name) => {
    const [foreign, unknown] = await untouched(async () => [
      await call(name, who, { run, operation }),
      await call(name, who, { run: 'AAAAAAAAAAAAAAAAAAAAAA', operation: 'AAAAAAAAAAAAAAAAAAAAAA.x.1' }),
    ]);
    expect(foreign?.status).toBe(404);
    expect(foreign && seen(foreign)).toEqual(unknown && seen(unknown));
    expect(foreign?.text).not.toMatch(/Contoso/i);
  });

  test('sees no run in the list', async () => {
    const { status, text } = await call('listRuns', who, { run, operation });
    expect([status, text]).toEqual([200, '{"runs":[]}']);
  });

  test('sees none of its sites, and no set-up among those without one', async () => {
    const { status, text } = await call('watchTemplates', who, { run, operation });
    expect([status, text]).toEqual([200, '{"sites":[],"others":0}']);
  });

  test('sees none of Contoso’s environments', async () => {
    const { text } = await call('listChoices', who, { run, operation });
    expect(text).not.toContain(environments.production);
  });
});

describe.each(forged)('%s', (who) => {
  test.each(names.filter((name) => !open.includes(name)))('is sent to sign in at %s', async (name) => {
    const answer = await untouched(() => call(name, who, { run, operation }));
    expect(seen(answer)).toMatchObject({ status: 401, body: { code: 'needs-sign-in' } });
    expect(answer.text).not.toMatch(/Contoso/i);
  });
});

test('what is open to all says nothing of anybody', async () => {
  for (const name of open as Name[]) {
    const { status, text } = await call(name, 'nobody', { run, operation });
    expect(status).toBe(200);
    expect(text).not.toMatch(/alex|contoso\.example/i);
  }
});

test('the same unknown run, operation, step, action and check are the same refusal for its owner', async () => {
  const unknown = { run: 'AAAAAAAAAAAAAAAAAAAAAA', operation };
  for (const name of owned) {
    const answer = await call(name, 'alex', unknown);
    expect([name, answer.status, seen(answer).body['code']]).toEqual([name, 404, 'not-found']);
  }
  for (const name of ['nudgeOperation', 'cancelOperation', 'giveHandOff', 'revokeHandOff'] as const) {
    const answer = await call(name, 'alex', { run, operation: `${run}.start-maps.99` });
    expect([answer.status, seen(answer).body['code']]).toEqual([404, 'not-found']);
  }
});

test('an operation of one run can’t be reached through another', async () => {
  const api = await rehearsal.as();
  const other = await newRun(api, environments.production);
  const answer = await untouched(() => call('cancelOperation', 'alex', { run: other, operation }));
  expect(answer.status).toBe(404);
});

test('a link of one operation can’t be taken back through another, and works whoever tried', async () => {
  const api = await rehearsal.as();
  const other = await newRun(api, environments.production);
  const answer = await untouched(() => call('revokeHandOff', 'alex', { run: other, operation }));
  expect(answer.status).toBe(404);
  const token = handOff.link.slice(handOff.link.indexOf('#') + 1);
  expect(await clientWith(rehearsal.address, undefined).readHandOff({ body: { token } })).toMatchObject({
    state: 'open',
    to: 'Mona',
  });
});

test('a colleague of the same customer goes on where the first left off', async () => {
  const colleague = await rehearsal.as('mona.berg@contoso.example');
  expect((await colleague.listRuns({})).runs.map(({ id }) => id)).toContain(run);
  await colleague.nudgeOperation({ run, operation });
});
