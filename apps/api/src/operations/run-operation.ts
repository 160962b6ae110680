import { DBOSWorkflowConflictError } from '@dbos-inc/dbos-sdk';
import type { Driver } from '@portico/plan/action';
import type { Person, RunEvent } from '@portico/plan/event';
import type { Transaction } from 'kysely';
import type { Database } from '../store/database.ts';
import { endHandOffs } from '../store/hand-offs.ts';
import { attempt, type Outcome } from './attempt.ts';
import { Cancelled, never } from './ending.ts';
import { type Running, type Surroundings, takeOperation } from './running.ts';
import { type OperationVerbs, verbsOf } from './verbs.ts';

export interface Operation {
  readonly id: string;
  readonly run: string;
  readonly action: string;
  readonly driver: Driver;
  /** Asked anew for each call: a colleague may have taken over. */
  readonly by: Person;
}

/** Looks up the action and calls its driver. Called again from its beginning after a crash or a sign-in. */
export type Perform = (operation: Operation, verbs: OperationVerbs) => Promise<void>;

export type Report = (message: string, fields: Readonly<Record<string, unknown>>) => void;

/** One execution of an operation, from wherever the last one got to. */
export async function runOperation(
  around: Surroundings,
  id: string,
  perform: Perform,
  report: Report,
): Promise<void> {
  const running = await takeOperation(around, id);
  if (!running) return;
  const { run, action, driver } = running;
  const operation: Operation = {
    id,
    run,
    action,
    driver,
    get by() {
      return running.by;
    },
  };
  const verbs = verbsOf(running);
  // What an action throws outside its verbs (no token to begin with, say) waits just the same.
  const outcome = await attempt(running, '', async () => {
    try {
      await perform(operation, verbs);
      return { value: 'done' } as const;
    } catch (error) {
      if (error instanceof Cancelled) return { value: 'cancelled' } as const;
      if (error instanceof DBOSWorkflowConflictError) return never();
      throw error;
    }
  });
  await finish(running, outcome, report);
  running[Symbol.dispose]();
}

async function finish(
  running: Running,
  outcome: Outcome<'done' | 'cancelled'>,
  report: Report,
): Promise<void> {
  const { id, run, action, left, around } = running;
  if (outcome.is === 'bug')
    report('An action failed in a way nobody foresaw', { operation: id, action, error: outcome.message });
  const event: RunEvent = { type: 'operation-finished', operation: id, ...endOf(outcome) };
  const said = event.outcome === 'done' || !left ? event : { ...event, left };
  const how = { done: event.outcome === 'done', now: around.world.now() };
  // In one transaction: whoever reads the end finds nothing left open.
  await running.ask(() =>
    around.journal.append(
      run,
      null,
      async (tx) => [...(await endHandOffs(tx, id, how)), ...(await unsureWrites(tx, run, id)), said],
      finishedKey(id),
      (tx) => close(tx, id, how.now),
    ),
  );
}

/** Writes whose outcome nobody knows: who ends in the middle of one says that it may have happened. */
async function unsureWrites(
  tx: Transaction<Database>,
  run: string,
  id: string,
): Promise<readonly RunEvent[]> {
  const sent = await tx
    .selectFrom('tries')
    .select('key')
    .where('operation', '=', id)
    .where('unanswered', '>', 0)
    .orderBy('key')
    .execute();
  const told = await tx
    .selectFrom('events')
    .select('key')
    .where('run', '=', run)
    .where('key', 'in', ['', ...sent.map(({ key }) => wroteKey(id, key))])
    .execute();
  const known = new Set(told.map(({ key }) => key));
  return sent
    .filter(({ key }) => !known.has(wroteKey(id, key)))
    .map(({ key }) => ({ type: 'operation-wrote', operation: id, key, evidence: [], unsure: true }));
}

async function close(tx: Transaction<Database>, id: string, now: Date): Promise<void> {
  await tx.deleteFrom('waits').where('operation', '=', id).execute();
  await tx.deleteFrom('tries').where('operation', '=', id).execute();
  await tx.updateTable('operations').set({ finished_at: now }).where('id', '=', id).execute();
}

/** Under this the journal keeps that a step has written. */
export const wroteKey = (operation: string, key: string): string => `${operation}:wrote:${key}`;

/** Under this the journal keeps the end of an operation. */
export const finishedKey = (operation: string): string => `${operation}:finished`;

function endOf(
  outcome: Outcome<'done' | 'cancelled'>,
): Omit<Extract<RunEvent, { type: 'operation-finished' }>, 'type' | 'operation'> {
  if (outcome.is === 'answer') return { outcome: outcome.value };
  if (outcome.is === 'cancelled') return { outcome: 'cancelled' };
  return { outcome: 'failed', problem: outcome.is === 'problem' ? outcome.problem : { code: 'bug' } };
}
