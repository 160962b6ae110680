import type { Express } from 'express';
import { createServer } from 'node:http';

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
