import type { RunEvent } from '@portico/plan/event';
import type { Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { Database, HandOffState } from './database.ts';
import type { Store } from './open-store.ts';

export type HandOffRow = Selectable<Database['hand_offs']>;

/** States in which a link leads somewhere. */
const live = ['given', 'opened'] as const;

/** A link that works, by its token’s hash: one look, whatever is or isn’t there. */
export const findLive = ({ db }: Store, hash: Buffer, now: Date): Promise<HandOffRow | undefined> =>
  db
    .selectFrom('hand_offs')
    .selectAll()
    .where('hash', '=', hash)
    .where('state', 'in', live)
    .where('expires_at', '>', now)
    .executeTakeFirst();

export async function findState({ db }: Store, id: string): Promise<HandOffState | undefined> {
  const query = db.selectFrom('hand_offs').select('state').where('id', '=', id);
  return (await query.executeTakeFirst())?.state;
}

/** Whether an operation has a link whose time is over and that nobody has been told of yet. */
export async function hasDue({ db }: Store, operation: string, now: Date): Promise<boolean> {
  const query = db.selectFrom('hand_offs').select('id').where('operation', '=', operation);
  const due = query.where('state', 'in', live).where('expires_at', '<=', now);
  return (await due.executeTakeFirst()) !== undefined;
}

export const findByKey = (
  db: Kysely<Database>,
  operation: string,
  key: string,
): Promise<HandOffRow | undefined> =>
  db
    .selectFrom('hand_offs')
    .selectAll()
    .where('operation', '=', operation)
    .where('key', '=', key)
    .executeTakeFirst();

export const isLive = ({ state, expires_at }: HandOffRow, now: Date): boolean =>
  live.some((one) => one === state) && expires_at > now;

/** A fresh token for a link whose first answer got lost: the one before finds nothing any more. */
export async function changeHash(tx: Transaction<Database>, id: string, hash: Buffer): Promise<void> {
  await tx.updateTable('hand_offs').set({ hash }).where('id', '=', id).execute();
}

export async function addHandOff(
  tx: Transaction<Database>,
  row: Insertable<Database['hand_offs']>,
): Promise<RunEvent> {
  return eventOf(await tx.insertInto('hand_offs').values(row).returningAll().executeTakeFirstOrThrow());
}

/**
 * Turns what is live of an operation’s links, and answers what became of them as events, for `append`: there
 * nobody else turns them meanwhile. `turn` answers undefined for one that stays as it is.
 */
export async function turnHandOffs(
  tx: Transaction<Database>,
  operation: string,
  turn: (row: HandOffRow) => HandOffState | undefined,
): Promise<RunEvent[]> {
  const query = tx.selectFrom('hand_offs').selectAll().where('operation', '=', operation);
  const events: RunEvent[] = [];
  for (const row of await query.where('state', 'in', live).execute()) {
    const state = turn(row);
    if (state === undefined) continue;
    await tx.updateTable('hand_offs').set({ state }).where('id', '=', row.id).execute();
    events.push(eventOf({ ...row, state }));
  }
  return events;
}

/** With an operation its links end: who had opened one did what was asked, the others are no longer needed. */
export const endHandOffs = (
  tx: Transaction<Database>,
  operation: string,
  { done, now }: { readonly done: boolean; readonly now: Date },
): Promise<RunEvent[]> =>
  turnHandOffs(tx, operation, ({ state, expires_at }) => {
    if (expires_at <= now) return 'expired';
    return done && state === 'opened' ? 'used' : 'revoked';
  });

const eventOf = ({ id, operation, recipient, expires_at, state }: HandOffRow): RunEvent => ({
  type: 'hand-off',
  operation,
  handOff: id,
  to: recipient,
  until: expires_at.toISOString(),
  state,
});
