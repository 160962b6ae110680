import { Problem } from '@portico/contract/problems';
import type { Attempt } from '@portico/plan/action';
import { sql } from 'kysely';
import type { Running } from './running.ts';

/** After a write without an answer we look so many times before we dare to send another. */
const looks = 5;

/** Seconds between two looks at what still settles, at most: Microsoft is not asked all the time. */
const settling = 60;

/** How often one step has sent without an answer, and looked since; kept where a crash doesn't reach. */
export interface Tries {
  /** And the seconds since it last sent, by the pace of the cloud. */
  unanswered(): Promise<{ readonly count: number; readonly seconds: number }>;
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
  const { count: unanswered, seconds } = await tries.unanswered();
  let wrote = unanswered > 0;
  const value = await act({
    unanswered,
    async write(send, settles = 0) {
      const left = settles - seconds;
      if (isDue(unanswered) && unanswered > 0 && left > 0)
        throw new Problem('outcome-unknown', { retryAfter: Math.min(left, settling) });
      const before = (await tries.raise()) - 1;
      if (!isDue(before)) throw new Problem('outcome-unknown');
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

/** Whether the next one is sent, and not only looked for. */
export const isDue = (before: number): boolean => before % looks === 0;

/** The tries of a step as the store has them. */
export const triesOf = (running: Running, key: string): Tries => ({
  unanswered: () =>
    running.ask(async () => {
      const { store, world } = running.around;
      const query = store.db.selectFrom('tries').select(['unanswered', 'sent_at']);
      const row = await query.where('operation', '=', running.id).where('key', '=', key).executeTakeFirst();
      // Of one that an earlier release sent nobody knows when: long ago, by now.
      const since = row?.sent_at ? world.now().getTime() - row.sent_at.getTime() : Infinity;
      return { count: row?.unanswered ?? 0, seconds: (since / 1000) * running.pace };
    }),
  raise: () =>
    running.ask(async () => {
      const row = await running.around.store.db
        .insertInto('tries')
        .values({ operation: running.id, key, unanswered: 1, sent_at: running.around.world.now() })
        .onConflict((on) =>
          on.columns(['operation', 'key']).doUpdateSet({
            unanswered: sql<number>`tries.unanswered + 1`,
            sent_at: sql<Date>`case when tries.unanswered % ${sql.lit(looks)} = 0 then excluded.sent_at else tries.sent_at end`,
          }),
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
