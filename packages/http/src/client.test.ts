import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { clientOf, type Incoming, type Outgoing } from './client.ts';
import { defineTable } from './endpoint.ts';

const own = { source: 'a test', standing: 'documented', effect: 'safe' } as const;
const table = defineTable({
  list: {
    ...own,
    method: 'GET',
    path: '/sets/{set}',
    summary: 'Rows',
    query: z.object({
      'api-version': z.literal('1').default('1'),
      $filter: z.string().optional(),
      top: z.number().optional(),
    }),
    answer: z.object({ rows: z.array(z.string()) }),
  },
  find: { ...own, method: 'GET', path: '/one', summary: 'One', answer: z.object({}), absent: true },
  findCoded: {
    ...own,
    method: 'GET',
    path: '/coded',
    summary: 'One, by a code',
    answer: z.object({}),
    absent: { status: 400, code: '0x1' },
  },
  poll: { ...own, method: 'GET', path: '/poll', summary: 'Poll', answer: z.object({}), busy: true },
  batch: {
    ...own,
    method: 'POST',
    path: '/batch',
    summary: 'Many at once',
    body: z.string(),
    verbatim: true,
    answer: z.string(),
    parts: true,
  },
  probe: { ...own, method: 'GET', path: '/probe', summary: 'Probe', answer: z.unknown(), probes: true },
  begin: {
    ...own,
    method: 'POST',
    path: '/begin',
    summary: 'Begin',
    body: z.object({ name: z.string() }),
    headers: z.object({ 'if-match': z.string().optional() }),
    answer: z.unknown(),
    starts: true,
  },
});

function answering(answer: { status: number; body?: unknown; headers?: Record<string, string> }) {
  const sent: Outgoing[] = [];
  const { status, body, headers = {} } = answer;
  const client = clientOf(table, {
    send: (request) => {
      sent.push(request);
      const incoming: Incoming = { status, body, header: (name) => headers[name] };
      return Promise.resolve(incoming);
    },
    explain: ({ name }, { status: seen }, shape) => new Error(`${name} ${seen} ${shape ?? ''}`.trim()),
  });
  return { client, sent };
}

test('a query holds what was given and what is pinned, nothing more, and reads back as it was', async () => {
  const text = fc.string({ unit: 'binary' }).filter((each) => each.isWellFormed());
  await fc.assert(
    fc.asyncProperty(
      fc.option(text, { nil: undefined }),
      fc.option(fc.integer(), { nil: undefined }),
      async ($filter, top) => {
        const { client, sent } = answering({ status: 200, body: { rows: [] } });
        await client.list({
          set: 'a/b',
          ...($filter === undefined ? {} : { $filter }),
          ...(top === undefined ? {} : { top }),
        });
        const target = new URL(sent[0]?.target ?? '', 'http://localhost');
        expect(target.pathname).toBe('/sets/a%2Fb');
        expect(Object.fromEntries(target.searchParams)).toEqual({
          'api-version': '1',
          ...($filter === undefined ? {} : { $filter }),
          ...(top === undefined ? {} : { top: String(top) }),
        });
      },
    ),
  );
});

test('OData names keep their dollar sign, and a value can’t add a parameter', async () => {
  const { client, sent } = answering({ status: 200, body: { rows: [] } });
  await client.list({ set: 's', $filter: "name eq 'a&$top=1'" });
  expect(sent[0]?.target).toBe("/sets/s?api-version=1&$filter=name%20eq%20'a%26%24top%3D1'");
});

test('a start hands on the address exactly as given, and the seconds to wait', async () => {
  const headers = { 'operation-location': '/operations/1', 'retry-after': '5' };
  const { client, sent } = answering({ status: 202, headers });
  expect(await client.begin({ body: { name: 'x' }, headers: {} })).toEqual({
    status: 202,
    body: undefined,
    operation: '/operations/1',
    retryAfter: 5,
  });
  expect(sent[0]).toMatchObject({ target: '/begin', body: { name: 'x' }, headers: {} });
});

test('an address from an answer is used as it is', async () => {
  const { client, sent } = answering({ status: 200, body: { rows: ['a'] } });
  expect(await client.list.at('https://elsewhere.example/next?skip=2')).toEqual({ rows: ['a'] });
  expect(sent[0]?.target).toBe('https://elsewhere.example/next?skip=2');
});

test('"there is none" and "still under way" are answers only where the table says so', async () => {
  expect(await answering({ status: 404 }).client.find({})).toBeUndefined();
  expect(await answering({ status: 409 }).client.poll({})).toBeUndefined();
  const coded = (code: string) => answering({ status: 400, body: { error: { code } } }).client.findCoded({});
  expect(await coded('0x1')).toBeUndefined();
  await expect(coded('0x2')).rejects.toThrow('findCoded 400');
  await expect(answering({ status: 404 }).client.poll({})).rejects.toThrow('poll 404');
  await expect(answering({ status: 409 }).client.find({})).rejects.toThrow('find 409');
});

test('a probe’s status is its answer, redirects too, until the server itself fails', async () => {
  const redirected = answering({ status: 302, headers: { location: 'https://sign-in.example' } });
  expect(await redirected.client.probe({})).toEqual({ status: 302, location: 'https://sign-in.example' });
  expect(await answering({ status: 404 }).client.probe({})).toEqual({ status: 404 });
  await expect(answering({ status: 503 }).client.probe({})).rejects.toThrow('probe 503');
});

test('an answer of another shape is an error that says where', async () => {
  await expect(answering({ status: 200, body: { rows: [1] } }).client.list({ set: 's' })).rejects.toThrow(
    /list 200 rows\.0: /,
  );
});

const inParts = { 'content-type': 'multipart/mixed; boundary=x' };

test.each([200, 400, 412])('an answer in parts is one, whatever its status: %d', async (status) => {
  const { client } = answering({ status, body: '--x', headers: inParts });
  expect(await client.batch({ body: 'a' })).toBe('--x');
});

test.each([
  [500, inParts],
  [400, { 'content-type': 'application/json' }],
])('a failure of the whole is not: %d', async (status, headers) => {
  const { client } = answering({ status, body: '--x', headers });
  await expect(client.batch({ body: 'a' })).rejects.toThrow(`batch ${status}`);
});
