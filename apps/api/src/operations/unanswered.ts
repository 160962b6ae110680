import { Problem } from '@portico/contract/problems';
import { sql } from 'kysely';
import type { Running } from './running.ts';

/**
 * Tells a step how many of its tries ended without anybody knowing how: written down before the try, taken back
 * when the outcome is known to be "nothing happened". So a crash in the middle counts, and so does a lost answer.
 */
export async function withUnanswered<T>(
  running: Running,
  key: string,
  act: (unanswered: number) => Promise<T>,
): Promise<T> {
  const before = (await raise(running, key)) - 1;
  try {
    return await act(before);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'outcome-unknown') await lower(running, key);
    throw error;
  }
}

const raise = (running: Running, key: string): Promise<number> =>
  running.ask(async () => {
    const row = await running.around.store.db
      .insertInto('tries')
      .values({ operation: running.id, key, unanswered: 1 })
      .onConflict((on) =>
        on.columns(['operation', 'key']).doUpdateSet({ unanswered: sql<number>`tries.unanswered + 1` }),
      )
      .returning('unanswered')
      .executeTakeFirstOrThrow();
    return row.unanswered;
  });

const lower = (running: Running, key: string): Promise<unknown> =>
  running.ask(() =>
    running.around.store.db
      .updateTable('tries')
      .set({ unanswered: sql<number>`tries.unanswered - 1` })
      .where('operation', '=', running.id)
      .where('key', '=', key)
      .execute(),
  );
