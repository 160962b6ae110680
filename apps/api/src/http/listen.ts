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

/** Waits for work that goes on behind closed connections, so that the store isn't taken away from it. */
export const settling = (idle: () => Promise<void>): AsyncDisposable => ({
  [Symbol.asyncDispose]: () => Promise.race([idle(), setTimeout(patience, undefined, { ref: false })]),
});
