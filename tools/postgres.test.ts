import { createServer, type Socket } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { findPostgres, letsIn } from './postgres.ts';

/** A server that answers every first message with these bytes. */
async function serverSaying(...answers: Buffer[]): Promise<{ host: string; port: number; database: string }> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => {});
    socket.once('data', () => answers.forEach((answer) => socket.write(answer)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { host: '127.0.0.1', port: address.port, database: 'test' };
}

let stop = (): void => {};
afterEach(() => {
  stop();
  stop = () => {};
});

const message = (letter: string, ...words: number[]): Buffer => {
  const buffer = Buffer.alloc(5 + 4 * words.length);
  buffer.write(letter, 0, 'latin1');
  buffer.writeInt32BE(4 + 4 * words.length, 1);
  words.forEach((word, index) => buffer.writeInt32BE(word, 5 + 4 * index));
  return buffer;
};
const ok = message('R', 0);
const ready = message('Z', 0x49);

test.each([
  { answers: [ok, message('K', 1, 2), ready], lets: true, why: 'trust' },
  { answers: [Buffer.concat([ok, ready])], lets: true, why: 'all in one packet' },
  { answers: [message('R', 10)], lets: false, why: 'asks for a password' },
  { answers: [ok, message('E', 0)], lets: false, why: 'the database does not exist' },
  { answers: [Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n')], lets: false, why: 'not PostgreSQL' },
])('a server that $why lets in: $lets', async ({ answers, lets }) => {
  expect(await letsIn('postgres', await serverSaying(...answers), 300)).toBe(lets);
});

test('nobody there is no database', async () => {
  const place = await serverSaying();
  stop();
  expect(await findPostgres({}, place)).toBeUndefined();
});

test('a silent server is given up on', async () => {
  expect(await letsIn('postgres', await serverSaying(), 50)).toBe(false);
});

test('a set address is taken as it is', async () => {
  expect(await findPostgres({ TEST_DATABASE_URL: 'postgres://elsewhere/db' })).toBe(
    'postgres://elsewhere/db',
  );
});

test('none is no database, although one is there', async () => {
  expect(await findPostgres({ TEST_DATABASE_URL: 'none' }, await serverSaying(ok, ready))).toBeUndefined();
});

test('the local server is named with the user it lets in', async () => {
  const place = await serverSaying(ok, ready);
  expect(await findPostgres({}, place)).toBe(`postgres://postgres@127.0.0.1:${place.port}/test`);
});
