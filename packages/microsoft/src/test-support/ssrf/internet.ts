import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttps } from 'node:https';
import { createServer, type Socket } from 'node:net';
import tls from 'node:tls';
import { certificates } from './certificates.ts';
import { type Dial, tapWire } from './wire.ts';

/** A request as it arrived, wherever it was meant for. */
export interface Arrival {
  readonly dial: Dial;
  /** As the Host header names it, with a port that isn't the scheme's own. */
  readonly host: string;
  readonly path: string;
  readonly authorization: string | undefined;
}

export type Answer = (request: IncomingMessage, response: ServerResponse, host: string) => void;

export interface Internet extends AsyncDisposable {
  /** How all hosts answer. */
  answer: Answer;
  /** What a name resolves to. */
  names: (host: string) => readonly string[];
  /** What was dialled and what arrived since the last look. */
  seen(): { readonly dials: readonly Dial[]; readonly arrivals: readonly Arrival[] };
}

/**
 * The rest of the world in one listener: whatever this process dials ends here, over TLS with a certificate for
 * the name it asked for, or in the clear. It answers for all of them, good and bad, and remembers.
 */
export async function openInternet(): Promise<Internet> {
  const { authority, contextFor } = certificates();
  let arrivals: Arrival[] = [];
  const internet: Pick<Internet, 'answer' | 'names'> = {
    answer: (_request, response) => void response.writeHead(404).end(),
    names: () => [],
  };
  const meant = new WeakMap<object, Dial>();
  const listener = (request: IncomingMessage, response: ServerResponse) => {
    const { host = '', authorization } = request.headers;
    const dial = meant.get(request.socket) ?? nowhere;
    arrivals.push({ dial, host, path: request.url ?? '', authorization });
    internet.answer(request, response, host);
  };
  const plain = createHttp({ keepAliveTimeout: 60_000 }, listener);
  const secure = createHttps(
    {
      SNICallback: (host, done) => done(null, contextFor(host)),
      keepAliveTimeout: 60_000,
    },
    listener,
  );
  secure.on('tlsClientError', () => undefined);
  secure.on('secureConnection', (socket: tls.TLSSocket) => {
    const dial = wire.meantFor(socket.remotePort ?? 0);
    if (dial) meant.set(socket, dial);
  });
  const front = createServer((socket: Socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (first: Buffer) => {
      const dial = wire.meantFor(socket.remotePort ?? 0);
      if (dial) meant.set(socket, dial);
      socket.pause();
      socket.unshift(first);
      // 22: a TLS handshake.
      (first[0] === 22 ? secure : plain).emit('connection', socket);
      process.nextTick(() => socket.resume());
    });
  });
  const open = new Set<Socket>();
  front.on('connection', (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
  const address = front.address();
  const trusted = tls.getCACertificates('default');
  tls.setDefaultCACertificates([authority]);
  const wire = await tapWire(typeof address === 'object' && address ? address.port : 0, (host) =>
    internet.names(host),
  );
  return Object.assign(internet, {
    seen() {
      const all = arrivals;
      arrivals = [];
      return { dials: wire.dialled(), arrivals: all };
    },
    async [Symbol.asyncDispose]() {
      wire[Symbol.dispose]();
      tls.setDefaultCACertificates(trusted);
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => front.close(resolve));
    },
  });
}

const nowhere: Dial = { address: '?', port: 0 };
