import type { Kysely } from 'kysely';
import type { Database } from '../store/database.ts';
import { genesis, hashAfter } from './chain.ts';

const page = 500;

/** Walks the chain from its first event. The head in `runs` gives away a tail that was cut off. */
export async function verifyRun(db: Kysely<Database>, run: string): Promise<number | undefined> {
  const head = await db.selectFrom('runs').select(['seq', 'hash']).where('id', '=', run).executeTakeFirst();
  if (!head) return undefined;
  let seq = 0;
  let hash: Buffer = genesis;
  for (;;) {
    const rows = await db
      .selectFrom('events')
      .selectAll()
      .where('run', '=', run)
      .where('seq', '>', seq)
      // What is added while we walk is not part of this look.
      .where('seq', '<=', head.seq)
      .orderBy('seq')
      .limit(page)
      .execute();
    for (const row of rows) {
      const { by, event } = row;
      const next = hashAfter(hash, { run, seq: seq + 1, at: row.at.toISOString(), by, event });
      if (row.seq !== seq + 1 || !row.prev.equals(hash) || !row.hash.equals(next)) return seq + 1;
      seq += 1;
      hash = next;
    }
    if (rows.length < page) break;
  }
  return seq === head.seq && hash.equals(head.hash) ? undefined : Math.min(seq + 1, head.seq);
}
