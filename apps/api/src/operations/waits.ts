import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../store/database.ts';
import type { Running } from './running.ts';

export type WaitRow = Omit<Selectable<Database['waits']>, 'operation' | 'key'>;

export const noWait: Omit<WaitRow, 'next_at' | 'kind'> = { tries: 0, faults: 0, told: 0, telling: '' };

/** What is stored of a wait, so that a restarted process neither asks too early nor counts anew. */
export const loadWait = (running: Running, key: string): Promise<WaitRow | undefined> =>
  running.ask(() =>
    running.around.store.db
      .selectFrom('waits')
      .select(['kind', 'tries', 'faults', 'next_at', 'told', 'telling'])
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

/** Longest single sleep; timers overflow at 2^31 ms. */
const longest = 3_600_000;

/** Returns when the stored time has come: it may be moved forward from any process (nudge, sign-in). */
export async function waitOut(running: Running, key: string): Promise<void> {
  const { world, closing } = running.around;
  for (;;) {
    const stirred = running.stirred();
    if (await running.cancelled()) return;
    const wait = await loadWait(running, key);
    const left = wait ? wait.next_at.getTime() - world.now().getTime() : 0;
    if (left <= 0) return;
    const asleep = new AbortController();
    await Promise.race([
      world.sleep(Math.min(left, longest), AbortSignal.any([asleep.signal, closing])),
      stirred,
    ]);
    asleep.abort();
  }
}
