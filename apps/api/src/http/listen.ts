import { Problem } from '@portico/contract/problems';
import type { Express } from 'express';
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';

/** Listens, or throws node's own error (EADDRINUSE, EACCES). Disposing ends open streams too. */
export async function listen(app: Express, where: { port: number; host: string }): Promise<AsyncDisposable> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, resolve);
  });
  return {
    [Symbol.asyncDispose]: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Milliseconds. Who stops the service waits no longer for what nobody will read any more. */
const patience = 5_000;

/** Has work behind closed connections end, and waits for it, so that the store isn't taken away from it. */
export const settling = (stopping: AbortController, over: () => Promise<void>): AsyncDisposable => ({
  async [Symbol.asyncDispose]() {
    stopping.abort(new Problem('stopping'));
    await Promise.race([over(), setTimeout(patience, undefined, { ref: false })]);
  },
});
