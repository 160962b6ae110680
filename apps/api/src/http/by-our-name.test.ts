import express from 'express';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { byOurName } from './by-our-name.ts';

/** Where a page at `address` leads who asks for it by `host`; undefined where it is shown. */
async function leadsTo(address: string, host: string, path = '/runs/a?b=c'): Promise<string | undefined> {
  const app = express();
  app.use(byOurName(address));
  app.use((_request, response) => void response.send('the page'));
  await using server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [answer] = (await once(get({ port, path, headers: { host }, agent: false }), 'response')) as [
    IncomingMessage,
  ];
  answer.resume();
  expect(answer.statusCode).toBe(answer.headers.location === undefined ? 200 : 307);
  return answer.headers.location;
}

const ours = 'http://localhost:4700';

test.each(['127.0.0.1:4700', '[::1]:4700'])('who asks %s goes on by our name', async (host) => {
  expect(await leadsTo(ours, host)).toBe(`${ours}/runs/a?b=c`);
  expect(await leadsTo(ours, host, '//elsewhere.example/')).toBe(`${ours}//elsewhere.example/`);
});

test.each([
  ['our own name', ours, 'localhost:4700'],
  ['another port, which may lead here', ours, '127.0.0.1:8080'],
  ['a name of the network', ours, 'portico.example:4700'],
  ['no name', ours, 'not a name'],
  ['whatever a proxy asks by', 'https://portico.example', '127.0.0.1'],
])('who asks by %s is shown the page', async (_, address, host) => {
  expect(await leadsTo(address, host)).toBeUndefined();
});
