import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../store/database.ts';
import type { Running } from './running.ts';

export type WaitRow = Omit<Selectable<Database['waits']>, 'operation' | 'key'>;

export const noWait: Omit<WaitRow, 'next_at' | 'kind'> = {
  tries: 0,
  faults: 0,
  told: 0,
  telling: '',
  challenge: null,
};

/** What is stored of a wait, so that a restarted process neither asks too early nor counts anew. */
export const loadWait = (running: Running, key: string): Promise<WaitRow | undefined> =>
  running.ask(() =>
    running.around.store.db
      .selectFrom('waits')
      .select(['kind', 'tries', 'faults', 'next_at', 'told', 'telling', 'challenge'])
      .where('operation', '=', running.id)
      .where('key', '=', key)
      .executeTakeFirst(),
  );

export const saveWait = (running: Running, key: string, wait: WaitRow): Promise<void> =>
  running.ask(() => storeWait(running.around.store.db, running.id, key, wait));

export async function storeWait(
  db: Kysely<Database>,
  operation: string,
  key: string,
  wait: WaitRow,
): Promise<void> {
  await db
    .insertInto('waits')
    .values({ operation, key, ...wait })
    .onConflict((on) => on.columns(['operation', 'key']).doUpdateSet(wait))
    .execute();
}

export const dropWait = (running: Running, key: string): Promise<unknown> =>
  running.ask(() =>
    running.around.store.db
      .deleteFrom('waits')
      .where('operation', '=', running.id)
      .where('key', '=', key)
      .execute(),
  );

/** Longest single sleep; timers overflow at 2^31 ms. */
const longest = 3_600_000;

/**
 * Returns when the stored time has come: it may be moved forward from any process (nudge, sign-in). Answers the
 * wait as it is then; undefined when the operation was cancelled meanwhile.
 */
export async function waitOut(running: Running, key: string): Promise<WaitRow | undefined> {
  const { world, closing } = running.around;
  for (;;) {
    const stirred = running.stirred();
    if (await running.cancelled()) return undefined;
    const wait = await loadWait(running, key);
    const left = wait ? wait.next_at.getTime() - world.now().getTime() : 0;
    if (left <= 0) return wait;
    const asleep = new AbortController();
    await Promise.race([
      world.sleep(Math.min(left, longest), AbortSignal.any([asleep.signal, closing])),
      stirred,
    ]);
    asleep.abort();
  }
}
