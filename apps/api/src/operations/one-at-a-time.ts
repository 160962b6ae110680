import { sql } from 'kysely';
import type { Store } from '../store/open-store.ts';
import type { World } from './world.ts';

/** Milliseconds between two tries. */
const again = 100;

/**
 * One process on this database does the work, the others wait their turn. They ask again and again instead of
 * queueing for the lock: a statement that waits holds a snapshot, for which CREATE INDEX CONCURRENTLY (DBOS
 * migrates with it) would wait in turn, for ever.
 */
export async function oneAtATime(
  { kind, db }: Store,
  world: World,
  name: string,
  work: () => Promise<void>,
): Promise<void> {
  // Embedded there is nobody else, and only one connection.
  if (kind === 'embedded') return work();
  await db.connection().execute(async (held) => {
    const lock = sql<{ got: boolean }>`select pg_try_advisory_lock(hashtext(${name})) as got`;
    while (!(await lock.execute(held)).rows[0]?.got) await world.sleep(again, new AbortController().signal);
    try {
      await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${name}))`.execute(held);
    }
  });
}
