import type { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { setImmediate as turn } from 'node:timers/promises';
import { Client, type ClientBase, type ClientConfig, Pool, type PoolConfig } from 'pg';

const endsQuery = new Set(['S', 'Q'].map((letter) => letter.charCodeAt(0)));

/**
 * A real `Pool` of pg whose one connection is PGlite in this process. Who holds the client holds the database:
 * transactions are exclusive until release.
 */
export function embeddedPool(db: PGlite): Pool {
  const door = {
    waitReady: db.waitReady,
    // PGlite computes in the microtask queue; without a turn of the loop per query, timers and sockets starve.
    execProtocolStream: async (...[message, options]: Parameters<PGlite['execProtocolStream']>) => {
      if (endsQuery.has(message[0] ?? 0)) await turn();
      return db.execProtocolStream(message, options);
    },
  };
  class EmbeddedClient extends Client {
    constructor(config?: ClientConfig) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only the two members that `door` has are used
      const { connection } = createPgConfig(door as unknown as PGlite);
      super(Object.assign({ ...config }, { connection }));
    }
  }
  const options: PoolConfig & { onConnect(client: ClientBase): Promise<void> } = {
    Client: EmbeddedClient,
    max: 1,
    idleTimeoutMillis: 0,
    // All clients share one session: what a broken one left open ends here.
    onConnect: async (client) => {
      await client.query('rollback');
      await client.query('deallocate all');
    },
  };
  return new Pool(options);
}
