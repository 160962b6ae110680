import { sql } from 'kysely';
import type { Store } from '../store/open-store.ts';

/** An unfinished operation that nobody works on, and how that came. */
export interface Stray {
  readonly id: string;
  /** Never started: its process died before it could. Orphaned: its executor died. Ended: without saying so. */
  readonly is: 'never-started' | 'orphaned' | 'ended';
}

/** The clock of the database is the only one that all executors share. */
const now = sql<Date>`clock_timestamp()`;
const ago = (seconds: number) => sql<Date>`clock_timestamp() - make_interval(secs => ${seconds})`;

export async function beat({ db }: Store, executor: string): Promise<void> {
  await db
    .insertInto('executors')
    .values({ id: executor, started_at: now, beat_at: now })
    .onConflict((on) => on.column('id').doUpdateSet({ beat_at: now }))
    .execute();
}

/** A good-bye: others needn't wait for the lease. */
export async function leave({ db }: Store, executor: string): Promise<void> {
  await db.deleteFrom('executors').where('id', '=', executor).execute();
}

/**
 * Operations that nobody living works on: `silent` seconds without a beat mean dead. Reads DBOS's table
 * `workflow_status` (documented: https://docs.dbos.dev/explanations/system-tables).
 */
export async function findStrays({ db }: Store, silent: number): Promise<Stray[]> {
  const { rows } = await sql<Stray>`
    select o.id, case
        when w.status is null then 'never-started'
        when w.status = 'PENDING' then 'orphaned'
        else 'ended' end as "is"
    from operations o left join dbos.workflow_status w on w.workflow_uuid = o.id
    where o.finished_at is null and (
      (w.status is null and o.started_at < ${ago(silent)})
      or w.status in ('SUCCESS', 'ERROR', 'CANCELLED', 'MAX_RECOVERY_ATTEMPTS_EXCEEDED')
      or (w.status = 'PENDING' and not exists (
        select from executors e where e.id = w.executor_id and e.beat_at > ${ago(silent)})))`.execute(db);
  return rows;
}

/** Runs `work` unless another process is at it right now. */
export async function alone({ db }: Store, work: () => Promise<void>): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const lock = sql<{ got: boolean }>`select pg_try_advisory_xact_lock(hashtext('portico strays')) as got`;
    const { rows } = await lock.execute(tx);
    if (rows[0]?.got) await work();
  });
}
