import { createDefaultHttpClient, createPipelineRequest } from '@azure/core-rest-pipeline';
import { get as getHttp } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { get as getHttps } from 'node:https';
import { connect } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { beforeAll, describe, expect, it } from 'vitest';
import { localServer } from '../local-server.ts';
import { type Internet, openInternet } from './internet.ts';

let internet: Internet;
beforeAll(async () => {
  internet = await openInternet();
  internet.names = (host) => (host === 'two.example' ? ['2603:1030::7', '52.0.0.9'] : ['52.0.0.7']);
});

const answered = (asked: ReturnType<typeof getHttp>) =>
  new Promise<unknown>((resolve, reject) => {
    asked.on('response', (answer) => resolve(answer.resume().statusCode));
    asked.on('error', reject);
  });
const connected = (socket: NodeJS.EventEmitter & { destroy(): void }, event = 'connect') =>
  new Promise<void>((resolve, reject) => {
    socket.on(event, () => {
      socket.destroy();
      resolve();
    });
    socket.on('error', reject);
  });

describe('whatever this process dials is seen, and ends here', () => {
  it.each<[string, () => Promise<unknown>, string, number]>([
    ['net', () => connected(connect({ host: 'a.example', port: 81 })), '52.0.0.7', 81],
    [
      'net, by address',
      () => connected(connect({ host: '169.254.169.254', port: 80 })),
      '169.254.169.254',
      80,
    ],
    [
      'net, by an IPv6 address',
      () => connected(connect({ host: 'fd00:ec2::254', port: 80 })),
      'fd00:ec2::254',
      80,
    ],
    [
      'tls',
      () => connected(connectTls({ host: 'a.example', port: 443, servername: 'a.example' }), 'secureConnect'),
      '52.0.0.7',
      443,
    ],
    ['http', () => answered(getHttp('http://10.0.0.1:8080/')), '10.0.0.1', 8080],
    ['https', () => answered(getHttps('https://a.example/')), '52.0.0.7', 443],
    // It finds no HTTP/2 there; that it went there is what counts.
    ['http2', () => connected(connectHttp2('https://a.example')).catch(() => {}), '52.0.0.7', 443],
    ['undici', () => fetch('https://a.example/').then(({ text }) => text), '52.0.0.7', 443],
    ['undici, this machine', () => fetch('http://127.0.0.2/').then(({ text }) => text), '127.0.0.2', 80],
    [
      'Azure’s client',
      () => createDefaultHttpClient().sendRequest(createPipelineRequest({ url: 'https://a.example/' })),
      '52.0.0.7',
      443,
    ],
  ])('%s', async (_stack, dial, address, port) => {
    await dial();
    const { dials } = internet.seen();
    expect(dials).toContainEqual({ address, port });
  });

  it('a name with two addresses: the first, and by whatever is tried after it', async () => {
    await answered(getHttps('https://two.example/'));
    expect(internet.seen().dials[0]).toEqual({ address: '2603:1030::7', port: 443 });
  });

  it('what arrives is told with the name it was for and the token it brought', async () => {
    await fetch('https://b.example/path?x=1', { headers: { authorization: 'Bearer t' } });
    expect(internet.seen().arrivals).toEqual([
      {
        dial: { address: '52.0.0.7', port: 443 },
        host: 'b.example',
        path: '/path?x=1',
        authorization: 'Bearer t',
      },
    ]);
  });
});

it('afterwards nothing is tapped any more', async () => {
  await internet[Symbol.asyncDispose]();
  await using server = await localServer((_request, response) => void response.end('here'));
  const answer = await fetch(`http://127.0.0.1:${server.port}/`);
  expect(await answer.text()).toBe('here');
  expect(internet.seen().dials).toEqual([]);
});
