import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { virtualClock } from './clock.ts';
import { type DefectId, setDefect } from './defects/index.ts';
import { settleDualWrite } from './dual-write/settle.ts';
import { settle } from './platform/settle.ts';
import { type ScenarioId, scenarios } from './scenarios/index.ts';
import { sites } from './services/index.ts';
import { createKeys } from './tokens.ts';
import { createWorld, type State, type World } from './world.ts';

export interface TwinOptions {
  readonly scenario?: ScenarioId;
  /** What is wrong with it besides. */
  readonly defects?: readonly DefectId[];
  /** A saved state instead of a fresh scenario. */
  readonly state?: State;
  /** 0: any free port. */
  readonly port?: number;
  /** Twin seconds per second. */
  readonly speed?: number;
  /** The twin's time at its start; real time when not given. */
  readonly now?: Date;
  readonly takes?: World['takes'];
}

export interface Twin extends AsyncDisposable {
  readonly world: World;
  readonly port: number;
}

/** Starts the imitation on loopback, and nowhere else. */
export async function startTwin({
  scenario = 'contoso-fresh',
  defects = [],
  state,
  port = 0,
  speed = 60,
  now,
  takes,
}: TwinOptions = {}): Promise<Twin> {
  const clock = virtualClock(
    speed,
    now?.getTime() ?? (state?.resumeAt ? Date.parse(state.resumeAt) : undefined),
  );
  const world = createWorld(state ?? { ...scenarios[scenario](clock.now()), asked: scenario }, clock);
  if (takes) world.takes = takes;
  for (const id of defects) setDefect(world.state, id, true);
  const answering = sites(world, await createKeys());
  const server = createServer((request, response) => {
    const host = (request.headers.host ?? '').replace(/:\d+$/, '').toLowerCase();
    settle(world);
    settleDualWrite(world);
    const candidates = answering.filter((site) => site.host.test(host)).values();
    // Several services share a host: what one doesn't know it passes on to the next.
    const pass = () => {
      const { value: site } = candidates.next();
      if (site) site.handler(request, response, pass);
      else
        response
          .writeHead(421, { 'Content-Type': 'text/plain' })
          .end(`Nothing in the twin is called ${host}${request.url}.\n`);
    };
    pass();
  });
  await listen(server, port);
  world.port = portOf(server.address());
  return {
    world,
    port: world.port,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (typeof address === 'object' && address !== null) return address.port;
  throw new Error('A listening server has a port.');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve());
  });
}
