import express from 'express';
import * as fc from 'fast-check';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { defineTable } from './endpoint.ts';
import { InvalidRequest, mount, Reply } from './mount.ts';

const own = { source: 'a test', standing: 'documented', effect: 'safe' } as const;
const table = defineTable({
  echo: {
    ...own,
    method: 'PUT',
    path: '/things/{thing}',
    summary: 'Give back what came',
    query: z.object({ count: z.coerce.number().int().min(0).default(1) }),
    body: z.strictObject({ name: z.string().max(10), tags: z.array(z.string()).optional() }),
    answer: z.unknown(),
  },
  nothing: { ...own, method: 'DELETE', path: '/things/{thing}', summary: 'Nothing', answer: z.undefined() },
  teapot: { ...own, method: 'GET', path: '/teapot', summary: 'Another status', answer: z.unknown() },
});

let server: Server;
let address = '';
const unexpected: unknown[] = [];

beforeAll(async () => {
  const app = express();
  app.use(
    mount(
      table,
      {
        echo: ({ params, query, body }) => ({ params, query, body }),
        nothing: () => undefined,
        teapot: () => new Reply(418, { short: true }, { 'X-Kind': 'pot' }),
      },
      { enter: async () => undefined, limit: '2kb' },
    ),
  );
  const refused: express.ErrorRequestHandler = (
    error: Error & { status?: number },
    _request,
    response,
    _next,
  ) => {
    if (error instanceof InvalidRequest) response.status(400).json(error.issues);
    else if (error.status && error.status < 500) response.sendStatus(error.status);
    else {
      unexpected.push(error);
      response.sendStatus(500);
    }
  };
  app.use(refused);
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const put = (path: string, body: string, type = 'application/json') =>
  fetch(`${address}${path}`, { method: 'PUT', body, headers: { 'Content-Type': type } });

test('what is as promised arrives parsed', async () => {
  const answer = await put('/things/a%2Fb?count=3', '{"name":"x"}');
  expect([answer.status, await answer.json()]).toEqual([
    200,
    { params: { thing: 'a/b' }, query: { count: 3 }, body: { name: 'x' } },
  ]);
});

test('an answer may have a status and headers of its own, or no body', async () => {
  const pot = await fetch(`${address}/teapot`);
  expect([pot.status, pot.headers.get('x-kind'), await pot.json()]).toEqual([418, 'pot', { short: true }]);
  expect((await fetch(`${address}/things/a`, { method: 'DELETE' })).status).toBe(204);
});

test.each([
  ['no body', '/things/a', '', 'application/json', 'body.name'],
  ['another type of body', '/things/a', 'name=x', 'application/x-www-form-urlencoded', 'body'],
  ['a member too many', '/things/a', '{"name":"x","more":1}', 'application/json', 'body'],
  ['a wrong member', '/things/a', '{"name":1}', 'application/json', 'body.name'],
  ['a wrong query', '/things/a?count=many', '{"name":"x"}', 'application/json', 'query.count'],
])('%s is 400 and says where', async (_, path, body, type, at) => {
  const answer = await put(path, body, type);
  expect(answer.status).toBe(400);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written a few lines above
  expect(((await answer.json()) as { at: string }[])[0]?.at).toBe(at);
});

test('text that isn’t JSON is 400, a body that is too long is 413, and what isn’t in the table is 404', async () => {
  expect((await put('/things/a', '{"name":')).status).toBe(400);
  expect((await put('/things/a', JSON.stringify({ name: 'x'.repeat(4000) }))).status).toBe(413);
  expect((await put('/elsewhere', '{}')).status).toBe(404);
  expect((await put('/things/%E0%A4%A', '{"name":"x"}')).status).toBe(404);
});

test('whatever comes in, it is never a failure of ours', async () => {
  const path = fc.oneof(
    fc.webPath().map((tail) => `/things${tail}`),
    fc.string().map((thing) => `/things/${encodeURI(thing.toWellFormed()).replaceAll(/[\s#]/g, '')}`),
  );
  const query = fc.oneof(
    fc.constant(''),
    fc.webQueryParameters().map((text) => `?${text}`),
  );
  const body = fc.oneof(fc.json(), fc.string({ unit: 'binary' }), fc.constant('{"__proto__":{"name":"x"}}'));
  const type = fc.constantFrom(
    'application/json',
    'application/json; charset=nonsense',
    'text/plain',
    'application/problem+json',
  );
  await fc.assert(
    fc.asyncProperty(path, query, body, type, async (path, query, body, type) => {
      const answer = await put(path + query, body.toWellFormed(), type);
      await answer.arrayBuffer();
      expect(answer.status).toBeLessThan(500);
    }),
    { numRuns: 200 },
  );
  expect(unexpected).toEqual([]);
});
