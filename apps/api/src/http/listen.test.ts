import express from 'express';
import { once } from 'node:events';
import { request } from 'node:http';
import { expect, test } from 'vitest';
import { freePort } from '../test-support/free-port.ts';
import { listen, settling } from './listen.ts';

test('closing ends connections at once, and waits for the work behind them', async () => {
  const story: string[] = [];
  const { promise: begun, resolve: begin } = Promise.withResolvers<void>();
  const { promise: finished, resolve: finish } = Promise.withResolvers<void>();
  let answering: Promise<void> = Promise.resolve();
  const app = express();
  app.get('/', () => {
    answering = finished.then(() => void story.push('work done'));
    begin();
  });
  const where = { port: await freePort(), host: '127.0.0.1' };
  const stack = new AsyncDisposableStack();
  stack.defer(() => void story.push('store closed'));
  const stopping = new AbortController();
  stopping.signal.addEventListener('abort', () => story.push('work told'));
  stack.use(settling(stopping, () => answering));
  stack.use(await listen(app, where));
  const asked = request(where).end();
  const cut = once(asked, 'error');
  await begun;
  const closed = stack.disposeAsync();
  await cut;
  story.push('connection cut');
  finish();
  await closed;
  expect(story).toEqual(['work told', 'connection cut', 'work done', 'store closed']);
});
