import type { RunEvent } from '@portico/plan/event';
import type { Transaction } from 'kysely';
import type { Database } from '../store/database.ts';

/**
 * What was added to a run after a number, for `append`'s `also`: there nobody else adds to the run, so what was
 * decided on a state can be held against what happened since. The events being added are among them.
 */
export async function eventsSince(
  tx: Transaction<Database>,
  run: string,
  after: number,
): Promise<readonly RunEvent[]> {
  const query = tx.selectFrom('events').select('event').where('run', '=', run).where('seq', '>', after);
  return (await query.orderBy('seq').execute()).map(({ event }) => event);
}
