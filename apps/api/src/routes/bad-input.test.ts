import { routes } from '@portico/contract/routes';
import { problems } from '@portico/contract/problems';
import { largestSnapshot } from '@portico/contract/snapshots';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import * as fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';
import { type RawAnswer, sendRaw } from '../test-support/send-raw.ts';

let rehearsal: Rehearsal;
let authorization: string;
let run: string;

beforeAll(async () => {
  rehearsal = await rehearse();
  authorization = `Bearer ${await rehearsal.token()}`;
  run = await newRun(await rehearsal.as(), environments.production);
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

const json = { 'content-type': 'application/json' };

const ask = (
  method: string,
  path: string,
  body?: string | Buffer,
  headers: Readonly<Record<string, string>> = json,
) =>
  sendRaw(rehearsal.address, {
    method,
    path,
    headers: { authorization, ...headers },
    ...(body === undefined ? {} : { body }),
  });

const codeOf = ({ text }: RawAnswer) => (JSON.parse(text) as { code: string }).code;

/** A refusal as the API promises it: its own code, and nothing that only a bug could say. */
function expectProblem(answer: RawAnswer): void {
  expect(answer.type, answer.text).toMatch(/^application\/problem\+json/);
  const code = codeOf(answer);
  expect(Object.keys(problems)).toContain(code);
  expect(code, answer.text).not.toBe('bug');
  expect(answer.status).toBe(problems[code as keyof typeof problems].status);
  expect(answer.text).not.toMatch(/\bat .*\.ts:\d+|node_modules|syntax error|invalid byte sequence/);
}

describe('bodies', () => {
  const posts = ['/api/runs', '/api/runs/x/checks', '/api/runs/x/actions/start-maps'];

  test.each([
    ['cut off', '{"title":"x"'],
    ['empty', ''],
    ['no object', '"text"'],
    ['null', 'null'],
    ['a list', '[]'],
    ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d])],
    ['deeply nested', '['.repeat(20_000)],
  ])('%s: refused, and named a problem', async (_, body) => {
    for (const path of posts) {
      // To look again needs no body.
      if (body === '' && path.endsWith('/checks')) continue;
      const answer = await ask('POST', path.replace('x', run), body);
      expectProblem(answer);
      expect(answer.status).toBe(400);
    }
  });

  test('too large', async () => {
    const body = JSON.stringify({ title: 'x'.repeat(200_000), key: randomUUID() });
    const answer = await ask('POST', '/api/runs', body);
    expectProblem(answer);
    expect(answer.status).toBe(413);
  });

  test('too large for a snapshot, which may be larger than anything else', async () => {
    const given = (file: string) => JSON.stringify({ from: 'file', role: 'template', name: 'x.json', file });
    const path = `/api/runs/${run}/snapshots`;
    const fits = await ask('POST', path, given('x'.repeat(200_000)));
    expectProblem(fits);
    expect(codeOf(fits)).toBe('snapshot-unreadable');
    const answer = await ask('POST', path, given('x'.repeat(largestSnapshot)));
    expectProblem(answer);
    expect(answer.status).toBe(413);
  });

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'of type “%s”',
    async (type) => {
      const answer = await ask('POST', '/api/runs', '{"title":"x"}', { 'content-type': type });
      expectProblem(answer);
      expect(answer.status).toBe(400);
    },
  );

  test.each([
    ['application/json; charset=utf-7', {}],
    ['application/json', { 'content-encoding': 'gzip' }],
    ['application/json', { 'content-encoding': 'nonsense' }],
  ])('of type %s with %o', async (type, more) => {
    const answer = await ask('POST', '/api/runs', '{}', { 'content-type': type, ...more });
    expectProblem(answer);
  });

  test('fields nobody asked for', async () => {
    const body = JSON.stringify({ title: 'x', key: randomUUID(), tenant: 'other' });
    const answer = await ask('POST', '/api/runs', body);
    expectProblem(answer);
    expect(JSON.parse(answer.text)).toMatchObject({ issues: [{ at: 'body' }] });
  });

  test('characters that a database can’t keep', async () => {
    for (const title of ['a\u0000b', '\u0000', 'lone \ud800 surrogate', 'a bell \u0007', 'two\nlines']) {
      const answer = await ask('POST', '/api/runs', JSON.stringify({ title, key: randomUUID() }));
      expectProblem(answer);
      expect(answer.status).toBe(400);
    }
  });
});

describe('who asks from elsewhere', () => {
  const command = () => JSON.stringify({ title: 'Contoso', key: randomUUID() });
  test.each([
    ['another origin', { origin: 'https://evil.example' }],
    ['the twin', { origin: 'http://make.twin.localhost:4800' }],
    ['no origin at all', { origin: 'null' }],
    ['a name that begins like ours', { origin: 'http://localhost:4700.evil.example' }],
    ['cross-site', { 'sec-fetch-site': 'cross-site' }],
    ['same-site', { 'sec-fetch-site': 'same-site' }],
  ])('%s: no command is taken', async (_, headers) => {
    const before = (await (await rehearsal.as()).listRuns({})).runs.length;
    const answer = await ask('POST', '/api/runs', command(), { ...json, ...headers });
    expectProblem(answer);
    // Whoever meets it opened our page by another name, and is told ours.
    expect(JSON.parse(answer.text)).toMatchObject({
      code: 'other-address',
      values: { address: rehearsal.address },
    });
    expect((await (await rehearsal.as()).listRuns({})).runs).toHaveLength(before);
  });

  test('our own page is', async () => {
    const headers = { ...json, origin: rehearsal.address, 'sec-fetch-site': 'same-origin' };
    expect((await ask('POST', '/api/runs', command(), headers)).status).toBe(200);
  });
});

test('what isn’t there says so, whatever the address', async () => {
  for (const path of [
    '/api/nothing',
    '/api/runs/x/nothing',
    `/api/runs/${run}/answers/nothing`,
    `/api/runs/${run}/answers/constructor`,
    `/api/runs/${run}/answers/__proto__`,
    '/api/runs/%E0%A4%A',
    '/api/runs/%00',
    '/api/runs/%ED%A0%80',
    '/api/runs/..%2f..%2fetc%2fpasswd',
  ]) {
    const answer = await ask(
      /answers/.test(path) ? 'PUT' : 'GET',
      path,
      /answers/.test(path) ? '{}' : undefined,
    );
    expectProblem(answer);
    expect(answer.status, path).toBe(404);
  }
});

test('any id, query and body gets an answer or a problem, never a bug', async () => {
  const id = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      'toString',
      '..',
      '%00',
      '\u0000',
      "' or 1=1 --",
      'x'.repeat(3000),
    ),
  );
  const given = fc.oneof(id, fc.constant('known'));
  const calls = fc.record({
    name: fc.constantFrom(...Object.keys(routes)),
    ids: fc.tuple(given, given),
    query: fc.dictionary(fc.constantFrom('after', 'wait', 'run', 'locale', 'zone', 'x'), fc.string(), {
      maxKeys: 3,
    }),
    body: fc.oneof(
      fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.stringify(value)),
      fc
        .record({ step: fc.string(), checks: fc.array(fc.string()) }, { requiredKeys: [] })
        .map((value) => JSON.stringify(value)),
      fc
        .record({
          driver: fc.constantFrom('automatic', 'guided', 'none'),
          key: fc.oneof(fc.uuid(), fc.string()),
        })
        .map((value) => JSON.stringify(value)),
      fc.string(),
    ),
  });
  await fc.assert(
    fc.asyncProperty(calls, async ({ name, ids, query, body }) => {
      const { method, path } = routes[name as keyof typeof routes];
      let index = 0;
      const filled = path.replaceAll(/\{(\w+)\}/g, (_, part: string) => {
        const drawn = ids[index++ % 2] ?? '';
        const known =
          part === 'run'
            ? run
            : part === 'step'
              ? 'portal-site'
              : part === 'action'
                ? 'start-maps'
                : 'languages';
        return encodeURIComponent((drawn === 'known' ? known : drawn).toWellFormed());
      });
      const search = new URLSearchParams(query).toString();
      const answer = await ask(method, `${filled}?${search}`, method === 'GET' ? undefined : body);
      if (answer.status >= 400) expectProblem(answer);
    }),
    {
      numRuns: 300,
      // Once a failure of the database.
      examples: [[{ name: 'predictUpdate', ids: ['known', '\0'], query: {}, body: '{}' }]],
    },
  );
  // Three hundred calls take as long as they take.
}, 120_000);
