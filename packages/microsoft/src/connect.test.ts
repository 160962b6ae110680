import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { RequestListener } from 'node:http';
import { gzipSync } from 'node:zlib';
import { type Connections, createConnections } from './connect.ts';
import type { Session } from './session.ts';
import { type LocalServer, localServer, realClient } from './test-support/local-server.ts';
import { sessionOn, shop, type TestSession } from './test-support/shop.ts';
import { type VirtualWorld, virtualWorld } from './test-support/virtual-world.ts';
import { twinCloud } from './twin-cloud.ts';

const json =
  (body: unknown, status = 200, headers: Record<string, string> = {}): RequestListener =>
  (_request, response) =>
    void response
      .writeHead(status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(body));

let server: LocalServer;
let connections: Connections;
let world: VirtualWorld;
/** How the server answers, one for each attempt; the last one stays. */
let answers: RequestListener[];

beforeAll(async () => {
  server = await localServer((request, response) => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    answer?.(request, response);
  });
});
afterAll(() => server[Symbol.asyncDispose]());
beforeEach(() => {
  world = virtualWorld();
  connections = createConnections({ version: '9.9', client: realClient(world) });
  server.received.length = 0;
  answers = [json({ id: 'a', value: [{ id: 'a' }] })];
  return () => connections[Symbol.asyncDispose]();
});

const sessionHere = (more: Partial<Session> = {}): TestSession =>
  sessionOn(twinCloud(server.port, 1), world, more);
const shopping = (session = sessionHere()) => connections.connect(shop, session);
const last = () => server.received.at(-1);

describe('what goes out', () => {
  it('says who calls, for whom, and under which id, by a name that only our own lookup knows', async () => {
    await world.run(shopping().list({ $filter: "name eq 'é'", secret: 's' }));
    expect(last()?.url).toBe('/things?$filter=name%20eq%20%27%C3%A9%27&secret=s');
    expect(last()?.headers).toMatchObject({
      host: `bap.twin.localhost:${server.port}`,
      authorization: 'Bearer token-1',
      accept: 'application/json',
      'user-agent': 'Portico/9.9',
      'client-request-id': 'id-1',
      'odata-version': '4.0',
    });
  });

  it('sends JSON as JSON, and a verbatim body as it is', async () => {
    const bodies: string[] = [];
    answers = [
      (request, response) => {
        request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
        request.on('end', () => json({ id: 'a' })(request, response));
      },
    ];
    await world.run(shopping().search({ body: { word: 'é' } }));
    expect(last()?.headers['content-type']).toBe('application/json; charset=utf-8');
    await world.run(shopping().say({ body: 'plain' }));
    expect(bodies).toEqual(['{"word":"é"}', 'plain']);
  });

  it('leaves proof, without secrets', async () => {
    answers = [json({ id: 'a', value: [] }, 200, { 'x-ms-request-id': 'r-1' })];
    const session = sessionHere();
    await world.run(shopping(session).list({ secret: 's' }));
    expect(session.heard).toEqual([
      {
        service: 'Shop',
        endpoint: 'list',
        standing: 'documented',
        method: 'GET',
        url: `http://bap.twin.localhost:${server.port}/things?secret=redacted`,
        status: 200,
        at: '2024-05-01T10:00:00.000Z',
        took: 0,
        correlation: 'r-1',
      },
    ]);
    expect(JSON.stringify(session.heard)).not.toMatch(/token-1|secret=s/);
  });
});

describe('where it goes', () => {
  it.each([
    'http://evil.example/things',
    'https://evil.example/things',
    '//evil.example/things',
    'http://bap.twin.localhost.evil.example/things',
    'http://graph.twin.localhost:1/things',
    'http://169.254.169.254/latest',
  ])('not to %s, whoever names it', async (address) => {
    await expect(world.run(shopping().list.at(address))).rejects.toMatchObject({
      code: 'address-not-allowed',
    });
    expect(server.received).toHaveLength(0);
  });

  it('to its own host and its siblings, absolute or relative', async () => {
    await world.run(shopping().list.at('/next?x=1'));
    await world.run(shopping().list.at(`http://europe.bap.twin.localhost:${server.port}/operations/1`));
    expect(server.received.map(({ url, headers }) => [headers.host, url])).toEqual([
      [`bap.twin.localhost:${server.port}`, '/next?x=1'],
      [`europe.bap.twin.localhost:${server.port}`, '/operations/1'],
    ]);
  });

  it('never where a redirect points, but a probe reads it', async () => {
    answers = [
      (_request, response) => void response.writeHead(302, { location: 'https://evil.example/' }).end(),
    ];
    await expect(world.run(shopping().list({}))).rejects.toMatchObject({
      code: 'address-not-allowed',
      upstream: { status: 302 },
    });
    expect(await world.run(shopping().probe({}))).toEqual({ status: 302, location: 'https://evil.example/' });
    expect(server.received).toHaveLength(2);
  });

  it('nowhere without an address, or with another than the service’s', () => {
    const { base: _fixed, ...rest } = shop;
    const hosted = { ...rest, hosts: () => ['*.crm4.twin.localhost'] };
    expect(() => connections.connect(hosted, sessionHere())).toThrow('needs the address');
    expect(() => connections.connect(hosted, sessionHere(), 'http://a.evil.example')).toThrow(
      'address-not-allowed',
    );
    expect(() => connections.connect(shop, sessionHere(), 'http://a.evil.example')).toThrow(
      'address-not-allowed',
    );
    expect(
      connections.connect(hosted, sessionHere(), `http://a.crm4.twin.localhost:${server.port}/`),
    ).toBeDefined();
  });
});

describe('what comes back', () => {
  it('absence and operations', async () => {
    answers = [json({ error: { code: 'NotFound' } }, 404)];
    expect(await world.run(shopping().find({ id: 'b' }))).toBeUndefined();
    answers = [json({ id: 'a' }, 202, { 'operation-location': '/operations/1', 'retry-after': '5' })];
    expect(await world.run(shopping().start({}))).toEqual({
      status: 202,
      body: { id: 'a' },
      operation: '/operations/1',
      retryAfter: 5,
    });
  });

  it('compressed, and with a byte order mark', async () => {
    answers = [
      (_request, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end(gzipSync('\uFEFF{"id":"zipped"}')),
    ];
    expect(await world.run(shopping().find({ id: 'a' }))).toEqual({ id: 'zipped' });
  });

  it.each<[string, string, string]>([
    ['application/json', '{"id":"a', 'cut off'],
    ['text/html', '<!doctype html><title>Sign in</title>', 'a page'],
    ['application/json', '{"id":7}', 'id:'],
    ['text/plain', 'fine', 'body:'],
  ])('as another shape: %s %s', async (type, body, expected) => {
    answers = [(_request, response) => void response.writeHead(200, { 'content-type': type }).end(body)];
    await expect(world.run(shopping().find({ id: 'a' }))).rejects.toMatchObject({
      code: 'upstream-shape',
      values: { service: 'Shop', endpoint: 'find', expected: expect.stringContaining(expected) },
    });
    expect(server.received).toHaveLength(1);
  });

  it('too large, also when it only unpacks to that', async () => {
    answers = [
      (_request, response) =>
        void response
          .writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' })
          .end(gzipSync(Buffer.alloc(21 * 1024 * 1024, 0x20))),
    ];
    await expect(world.run(shopping().find({ id: 'a' }))).rejects.toMatchObject({
      code: 'upstream-shape',
      values: { seen: 'more' },
    });
  });
});

describe('faults of the network', () => {
  const reset: RequestListener = (request) => void request.socket.destroy();
  const half: RequestListener = (request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '500' });
    response.write('{"id":', () => request.socket.destroy());
  };

  it.each([
    ['reset', reset],
    ['cut off in the middle', half],
  ])('%s: a read is repeated, a change is not', async (_name, fault) => {
    answers = [fault, json({ id: 'a' })];
    expect(await world.run(shopping().find({ id: 'a' }))).toEqual({ id: 'a' });
    expect(server.received).toHaveLength(2);
    answers = [fault, json({ id: 'a' })];
    await expect(world.run(shopping().start({}))).rejects.toMatchObject({ code: 'outcome-unknown' });
    expect(server.received).toHaveLength(3);
  });

  it('nobody there', async () => {
    await using closed = await localServer(() => {});
    const { port } = closed;
    await closed[Symbol.asyncDispose]();
    const session = sessionOn(twinCloud(port, 1), world);
    await expect(world.run(shopping(session).start({}))).rejects.toMatchObject({
      code: 'upstream-unavailable',
    });
    expect(session.heard.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  });

  it.each(['before its headers', 'in the middle of its body'])(
    'silent %s: over after 10 s',
    async (where) => {
      const reached = Promise.withResolvers<void>();
      answers = [
        (_request, response) => {
          if (where !== 'before its headers') response.writeHead(200).write('{');
          reached.resolve();
        },
      ];
      const call = shopping(sessionHere({ patience: 'durable' })).find({ id: 'a' });
      const passed = reached.promise.then(() => world.advance(10_000));
      await expect(call).rejects.toMatchObject({ code: 'upstream-unavailable' });
      await passed;
    },
  );
});
