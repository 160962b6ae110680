import { Problem } from '@portico/contract/problems';
import type { Envelope, Person, RunEvent } from '@portico/plan/event';
import type { Selectable, Transaction } from 'kysely';
import type { Database } from '../store/database.ts';
import type { Store } from '../store/open-store.ts';
import { canonical } from './canonical.ts';
import { hashAfter } from './chain.ts';
import { createFollow } from './follow.ts';
import { verifyRun } from './verify.ts';

export interface Journal {
  /**
   * Adds events to a run and answers once they are on disk. With a `key` the run already has, nothing is
   * written and the stored events come back. Throws `not-found` for an unknown run, or one of another tenant
   * than `by`. Events given as a function are decided where nobody else adds to the run; what it writes is in
   * the same transaction, and so is what `also` writes, if the events are new. Not to be called inside a
   * transaction of the store: embedded, there is one connection.
   */
  append(
    run: string,
    by: Person | null,
    events: readonly RunEvent[] | ((tx: Transaction<Database>) => Promise<readonly RunEvent[]>),
    key?: string,
    also?: (tx: Transaction<Database>) => Promise<unknown>,
  ): Promise<Envelope[]>;
  /** Events with a higher number than `after`, in order. */
  read(run: string, after: number): Promise<Envelope[]>;
  /** All events of all runs of a tenant, in order, by run: a list of runs is one question, however long it is. */
  readAll(tenant: string): Promise<ReadonlyMap<string, Envelope[]>>;
  /** As `read`, then whatever is added, from any process, until `signal` aborts. */
  follow(run: string, after: number, signal: AbortSignal): AsyncIterable<Envelope[]>;
  /** The clock that events are stamped by. */
  now(): Date;
  /** The first number at which the stored chain doesn't hold; undefined when it does. */
  verify(run: string): Promise<number | undefined>;
}

export function createJournal(store: Store, world: { now(): Date }): Journal {
  const follow = createFollow(store.signals, read);

  async function read(run: string, after: number): Promise<Envelope[]> {
    const query = store.db.selectFrom('events').selectAll().where('run', '=', run).where('seq', '>', after);
    return (await query.orderBy('seq').execute()).map(envelopeOf);
  }

  return {
    now: () => world.now(),
    read,
    async readAll(tenant) {
      const runs = store.db.selectFrom('runs').select('id').where('tenant', '=', tenant);
      const query = store.db.selectFrom('events').selectAll().where('run', 'in', runs);
      const rows = await query.orderBy('run').orderBy('seq').execute();
      return Map.groupBy(rows.map(envelopeOf), ({ run }) => run);
    },
    follow: follow.follow,
    verify: (run) => verifyRun(store.db, run),
    async append(run, by, events, key, also) {
      if (typeof events !== 'function' && events.length === 0) return [];
      const answer = await store.db.transaction().execute(async (tx) => {
        // The lock on the head makes numbers gapless: who comes second waits and sees what the first wrote.
        const head = await tx
          .selectFrom('runs')
          .select(['tenant', 'seq', 'hash'])
          .where('id', '=', run)
          .forUpdate()
          .executeTakeFirst();
        if (!head || (by && by.tenant !== head.tenant)) throw new Problem('not-found', { detail: run });
        const stored = key === undefined ? [] : await storedUnder(tx, run, key);
        if (stored.length > 0) return { envelopes: stored, written: false };
        const decided = typeof events === 'function' ? await events(tx) : events;
        if (decided.length === 0) return { envelopes: [], written: false };
        const envelopes = await write(tx, run, head, by, decided, key);
        await also?.(tx);
        return { envelopes, written: true };
      });
      if (answer.written) {
        follow.added(answer.envelopes);
        store.signals.tell(`run ${run}`, String(answer.envelopes.at(-1)?.seq));
      }
      return answer.envelopes;
    },
  };

  async function write(
    tx: Transaction<Database>,
    run: string,
    head: { seq: number; hash: Buffer },
    by: Person | null,
    events: readonly RunEvent[],
    key: string | undefined,
  ): Promise<Envelope[]> {
    const at = world.now();
    let { seq, hash } = head;
    const rows = events.map((event, index) => {
      const prev = hash;
      seq += 1;
      hash = hashAfter(prev, { run, seq, at: at.toISOString(), by, event });
      const place = { run, seq, at, prev, hash, key: key === undefined ? null : keyOf(key, index) };
      return { ...place, by: by && canonical(by), event: canonical(event) };
    });
    // Read back, so that everybody, now and later, sees the very same values.
    const stored = await tx.insertInto('events').values(rows).returningAll().execute();
    await tx.updateTable('runs').set({ seq, hash }).where('id', '=', run).execute();
    return stored.map(envelopeOf).sort((a, b) => a.seq - b.seq);
  }
}

const keyOf = (key: string, index: number): string => (index === 0 ? key : `${key}#${index}`);

async function storedUnder(tx: Transaction<Database>, run: string, key: string): Promise<Envelope[]> {
  const ofKey = tx.selectFrom('events').selectAll().where('run', '=', run);
  const first = await ofKey.where('key', '=', key).executeTakeFirst();
  if (!first) return [];
  const rest = await ofKey
    .where('seq', '>', first.seq)
    .where((is) => is.fn<boolean>('starts_with', ['key', is.val(`${key}#`)]))
    .orderBy('seq')
    .execute();
  return [first, ...rest].map(envelopeOf);
}

const envelopeOf = (row: Selectable<Database['events']>): Envelope => ({
  run: row.run,
  seq: row.seq,
  at: row.at.toISOString(),
  by: row.by,
  event: row.event,
  hash: row.hash.toString('hex'),
});
