import dns, { type LookupAddress } from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import { createServer, isIP } from 'node:net';

/** A connection as it was asked of the operating system. */
export interface Dial {
  readonly address: string;
  readonly port: number;
}

export interface Wire extends Disposable {
  /** What was dialled since the last look; a look forgets it. */
  dialled(): readonly Dial[];
  /** What the connection that came in from this local port was meant for. */
  meantFor(port: number): Dial | undefined;
}

/** What a TCP handle of node does last before the system call (lib/net.js, internalConnect). */
type Connect = (request: unknown, address: string, port: number) => number;
interface Handle {
  connect: Connect;
  connect6: Connect;
  getsockname(into: { port?: number }): number;
}

/**
 * Taps every TCP connection of this process below net, tls, http, undici and whatever else there is: notes the
 * address that the system would have been asked to dial, and leads it to a port of this machine instead. Nothing
 * leaves, and every address in the world has a listener. Names are resolved by `names`.
 */
export async function tapWire(port: number, names: (host: string) => readonly string[]): Promise<Wire> {
  const handle = await tcpHandle();
  const { connect, connect6 } = handle;
  let dials: Dial[] = [];
  const meant = new Map<number, Dial>();
  const tapped: Connect = function (this: Handle, request, address, asked) {
    const dial = { address, port: asked };
    dials.push(dial);
    const failed = connect.call(this, request, '127.0.0.1', port);
    const local: { port?: number } = {};
    this.getsockname(local);
    if (local.port !== undefined) meant.set(local.port, dial);
    return failed;
  };
  Object.assign(handle, { connect: tapped, connect6: tapped });
  const untap = answerNames(names);
  return {
    dialled() {
      const seen = dials;
      dials = [];
      return seen;
    },
    meantFor: (local) => meant.get(local),
    [Symbol.dispose]() {
      Object.assign(handle, { connect, connect6 });
      untap();
    },
  };
}

/** The prototype of all TCP handles, borrowed from one. */
async function tcpHandle(): Promise<Handle> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- node's own, and checked below
  const { _handle } = server as unknown as { _handle: object };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  const handle = Object.getPrototypeOf(_handle) as Handle;
  await new Promise((resolve) => server.close(resolve));
  for (const method of ['connect', 'connect6', 'getsockname'] as const)
    if (typeof handle[method] !== 'function') throw new Error(`This node has no ${method} to tap.`);
  return handle;
}

/** Answers names in place of the system's resolver, for whoever imported it by name too. */
function answerNames(names: (host: string) => readonly string[]): () => void {
  const { lookup } = dns;
  const instead = (host: string, options: unknown, callback?: unknown) => {
    const all = typeof options === 'object' && options !== null && 'all' in options && options.all === true;
    const done = typeof options === 'function' ? options : callback;
    if (typeof done !== 'function') throw new TypeError('A lookup needs somebody to tell.');
    const found = (isIP(host) ? [host] : names(host)).map(
      (address): LookupAddress => ({ address, family: isIP(address) }),
    );
    const [first] = found;
    process.nextTick(() => {
      if (!first) done(Object.assign(new Error(`no such name: ${host}`), { code: 'ENOTFOUND' }));
      else if (all) done(null, found);
      else done(null, first.address, first.family);
    });
  };
  Object.assign(dns, { lookup: instead });
  syncBuiltinESMExports();
  return () => {
    Object.assign(dns, { lookup });
    syncBuiltinESMExports();
  };
}
