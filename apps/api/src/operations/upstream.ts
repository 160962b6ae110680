/** Test support: a tiny real HTTP service that models "find first, then create" and counts what it was made to do. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Upstream extends AsyncDisposable {
  readonly url: string;
  /** Things made for an operation, with how often. */
  readonly effects: (operation: string) => Promise<Record<string, number>>;
}

/**
 * `/<operation>/<thing>`: GET finds (200 or 404), POST makes, every time it is asked. The first POST of a `door`
 * is throttled. `/<operation>/looks` is ready at the third look.
 */
export async function startUpstream(): Promise<Upstream> {
  const made = new Map<string, number>();
  const asked = new Map<string, number>();
  const count = (counts: Map<string, number>, what: string) => {
    const times = (counts.get(what) ?? 0) + 1;
    counts.set(what, times);
    return times;
  };
  const server = createServer(({ method, url = '' }, answer) => {
    if (url.endsWith('/looks')) answer.end(count(asked, url) >= 3 ? 'ready' : 'not yet');
    else if (method === 'GET') answer.writeHead(made.has(url) ? 200 : 404).end();
    else if (url.endsWith('/door') && count(asked, url) === 1)
      answer.writeHead(429, { 'retry-after': '2' }).end();
    else answer.writeHead(201).end(String(count(made, url)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a TCP server has a port
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async effects(operation) {
      const mine = [...made].filter(([path]) => path.startsWith(`/${operation}/`));
      return Object.fromEntries(mine.map(([path, times]) => [path.split('/')[2] ?? '', times] as const));
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
