import { Kysely, PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openEmbedded } from './open-embedded.ts';
import { openPostgres } from './open-postgres.ts';
import { openSignals, type Signals } from './signals.ts';

export interface StoreConfig {
  /** A PostgreSQL 14 or later; absent: a database inside this process, in `folder`. */
  readonly databaseUrl?: string;
  readonly folder: string;
  /** Hears of broken connections that were mended. */
  readonly warn?: (message: string) => void;
}

export interface Store extends AsyncDisposable {
  readonly kind: 'postgres' | 'embedded';
  readonly db: Kysely<Database>;
  /** The same connections for DBOS; embedded, there is one, exclusive while a client is held. */
  readonly pool: Pool;
  readonly signals: Signals;
}

/**
 * Opens the store and brings its tables up to date. Throws `StoreError` (`folder-locked`, `not-durable`,
 * `database-unreachable`, `database-too-old`).
 */
export async function openStore(config: StoreConfig): Promise<Store> {
  const { databaseUrl, folder, warn = () => undefined } = config;
  await using stack = new AsyncDisposableStack();
  const pool =
    databaseUrl === undefined
      ? stack.use(await openEmbedded(folder)).pool
      : stack.adopt(await openPostgres(databaseUrl, warn), (opened) => opened.end());
  // Not destroyed by itself: that would only end the pool, which is done above.
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) });
  await migrate(db);
  const signals = stack.use(await openSignals({ pool, databaseUrl, warn }));
  const opened = stack.move();
  return {
    kind: databaseUrl === undefined ? 'embedded' : 'postgres',
    db,
    pool,
    signals,
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  };
}
