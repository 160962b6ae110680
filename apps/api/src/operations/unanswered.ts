import { Problem } from '@portico/contract/problems';
import type { Attempt } from '@portico/plan/action';
import { sql } from 'kysely';
import type { Running } from './running.ts';

/** After a write without an answer we look so many times before we dare to send another. */
const looks = 5;

/** How often one step has sent without an answer, and looked since; kept where a crash doesn't reach. */
export interface Tries {
  unanswered(): Promise<number>;
  /** One more; answers how many then. */
  raise(): Promise<number>;
  lower(): Promise<unknown>;
}

/**
 * Hands a step its way to write, and tells whether it has written. A write is noted before it is sent, and the note
 * is taken back when the outcome is known to be "nothing happened": so a crash in the middle counts, and so does a
 * lost answer. What such a step finds there later is its own write, as far as anybody can tell.
 */
export async function withWrite<T>(
  tries: Tries,
  act: (attempt: Attempt) => Promise<T>,
): Promise<{ readonly value: T; readonly wrote: boolean }> {
  const unanswered = await tries.unanswered();
  let wrote = unanswered > 0;
  const value = await act({
    unanswered,
    async write(send) {
      const before = (await tries.raise()) - 1;
      if (before % looks !== 0) throw new Problem('outcome-unknown');
      try {
        const sent = await send();
        wrote = true;
        return sent;
      } catch (error) {
        if (!(error instanceof Problem) || error.code !== 'outcome-unknown') await tries.lower();
        throw error;
      }
    },
  });
  return { value, wrote };
}

/** The tries of a step as the store has them. */
export const triesOf = (running: Running, key: string): Tries => ({
  unanswered: () =>
    running.ask(async () => {
      const query = running.around.store.db.selectFrom('tries').select('unanswered');
      const row = await query.where('operation', '=', running.id).where('key', '=', key).executeTakeFirst();
      return row?.unanswered ?? 0;
    }),
  raise: () =>
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
    }),
  lower: () =>
    running.ask(() =>
      running.around.store.db
        .updateTable('tries')
        .set({ unanswered: sql<number>`tries.unanswered - 1` })
        .where('operation', '=', running.id)
        .where('key', '=', key)
        .execute(),
    ),
});
