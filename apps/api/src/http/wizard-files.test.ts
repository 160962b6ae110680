import type { PublicConfig } from '@portico/contract/public-config';
import express from 'express';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { wizardFiles } from './wizard-files.ts';

const script = 'console.log("a".repeat(1000));';
let config: PublicConfig = {
  cloud: {
    id: 'public',
    rehearsal: false,
    siteScheme: 'https:',
    gateways: [],
    siteDomain: `"><script>$&'</script>&amp;`,
  },
  signIn: {
    clientId: 'c',
    authority: 'a',
    apiScope: 's',
    knownAuthorities: [],
    consentLink: '',
    origins: [],
  },
  version: '1',
};
const stack = new AsyncDisposableStack();
let port = 0;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'portico-wizard-'));
  stack.defer(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'a.js'), script);
  await writeFile(join(folder, 'assets', 'a.js.br'), brotliCompressSync(script));
  await writeFile(join(folder, 'assets', 'plain.js'), script);
  await writeFile(
    join(folder, 'index.html'),
    '<meta name="portico-config" content="__PUBLIC_CONFIG__"><script nonce="__CSP_NONCE__"></script>',
  );
  const app = express();
  app.use((_request, response, next) => {
    response.locals['nonce'] = 'n0nce';
    next();
  });
  app.use(wizardFiles(folder, () => config));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stack.defer(async () => void server.close());
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => stack.disposeAsync());

/** As it came over the line. */
async function ask(path: string, encoding = 'gzip, br'): Promise<{ answer: IncomingMessage; body: Buffer }> {
  const request = get({ port, path, headers: { 'accept-encoding': encoding }, agent: false });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  return { answer, body: Buffer.concat(await answer.toArray()) };
}

test('an asset goes out compressed to whoever takes it, as what it is and for ever', async () => {
  const { answer, body } = await ask('/assets/a.js');
  expect(answer.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  expect(brotliDecompressSync(body).toString()).toBe(script);
});

test.each([
  ['/assets/a.js', 'gzip'],
  ['/assets/plain.js', 'gzip, br'],
])('%s goes out as it is with %s', async (path, encoding) => {
  const { answer, body } = await ask(path, encoding);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.headers.vary).toBe('Accept-Encoding');
  expect(body.toString()).toBe(script);
});

test('an asset that isn’t there is not a page', async () => {
  expect((await ask('/assets/b.js')).answer.statusCode).toBe(404);
});

test('a page has its nonce and the configuration, whatever stands in it', async () => {
  const { answer, body } = await ask('/runs/x');
  expect(answer.headers['cache-control']).toBe('no-store');
  const [, written = ''] = /content="([^"]*)"><script nonce="n0nce">/.exec(body.toString()) ?? [];
  const read = written.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  expect(JSON.parse(read)).toEqual(config);
  expect(body.toString().match(/<script/g)).toHaveLength(1);
});

test('a page says what holds when it is asked for', async () => {
  config = { ...config, cloud: { ...config.cloud, scenario: 'half-done' } };
  expect((await ask('/')).body.toString()).toContain('&quot;scenario&quot;:&quot;half-done&quot;');
});
