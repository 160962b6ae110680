import { createDefaultHttpClient, type HttpClient } from '@azure/core-rest-pipeline';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { finished } from 'node:stream';
import type { VirtualWorld } from './virtual-world.ts';

export interface LocalServer extends AsyncDisposable {
  readonly port: number;
  readonly received: IncomingMessage[];
}

/** A real server on loopback. */
export async function localServer(answer: RequestListener): Promise<LocalServer> {
  const received: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    received.push(request);
    return answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    received,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Azure's own client; until an answer is read to its end, virtual time stands. */
export function realClient(world: VirtualWorld): HttpClient {
  const client = createDefaultHttpClient();
  return {
    async sendRequest(request) {
      world.busy += 1;
      const over = () => void (world.busy -= 1);
      try {
        const response = await client.sendRequest(request);
        if (response.readableStreamBody) finished(response.readableStreamBody, over);
        else over();
        return response;
      } catch (error) {
        over();
        throw error;
      }
    },
  };
}
