import { Problem } from '@portico/contract/problems';
import type { Wait } from '@portico/plan/action';
import type { RunEvent } from '@portico/plan/event';
import type { ProblemRecord } from '@portico/plan/finding';
import { msg, type Text, text } from '@portico/plan/text';
import { Cancelled, finalProblem, never } from './ending.ts';
import { patienceFor } from './patience.ts';
import type { Running } from './running.ts';
import { dropWait, loadWait, noWait, saveWait, storeWait, type WaitRow, waitOut } from './waits.ts';

/** How a step ended; stored by DBOS, so it is plain data and never thrown. */
export type Outcome<T> =
  | { readonly is: 'answer'; readonly value: T }
  | { readonly is: 'cancelled' }
  | { readonly is: 'problem'; readonly problem: ProblemRecord }
  | { readonly is: 'bug'; readonly message: string };

const says = {
  throttle: text(
    msg({
      id: 'operation.throttled',
      defaultMessage: 'Microsoft asks us to slow down. We go on by ourselves.',
    }),
  ),
  fault: text(
    msg({ id: 'operation.faulted', defaultMessage: 'Microsoft does not answer as it should. We try again.' }),
  ),
  'sign-in': text(
    msg({
      id: 'operation.needs-sign-in',
      defaultMessage: 'Waiting for a sign-in. Nothing is lost meanwhile.',
    }),
  ),
};

/**
 * Tries until there is an answer, with waits in between that are on disk. `look` answers undefined for
 * "not yet", which only a `wait` allows.
 */
export async function attempt<T>(
  ...[running, key, look, wait]: Parameters<typeof tryOn<T>>
): Promise<Outcome<T>> {
  try {
    return await tryOn(running, key, look, wait);
  } catch (error) {
    // A step that throws is stored as one that threw; this is one that met a bug of ours.
    return running.around.closing.aborted ? never() : { is: 'bug', message: describe(error) };
  }
}

async function tryOn<T>(
  running: Running,
  key: string,
  look: () => Promise<{ readonly value: T } | undefined>,
  wait?: Wait,
): Promise<Outcome<T>> {
  let before = await loadWait(running, key);
  for (;;) {
    if (before) before = (await waitOut(running, key)) ?? before;
    if (await running.cancelled()) return { is: 'cancelled' };
    try {
      const found = await look();
      if (found) {
        // Others look for operations that wait for a sign-in, and this one doesn't any more.
        if (before?.kind === 'sign-in') await dropWait(running, key);
        return { is: 'answer', value: found.value };
      }
      if (!wait) throw new Error(`"${key}" has nothing to wait for`);
      before = await pause(running, key, before, wait.every, polling, wait);
    } catch (error) {
      // What fails because the process closes has not failed.
      if (running.around.closing.aborted) return never();
      if (running.signal.aborted) return { is: 'cancelled' };
      const patience = patienceFor(error, before ?? noWait, () => running.around.world.random());
      if (patience.kind === 'fail') return { is: 'problem', problem: patience.problem };
      if (patience.kind === 'bug') return { is: 'bug', message: describe(patience.error) };
      const { kind, seconds, problem, tries, faults } = patience;
      const challenge = (kind === 'sign-in' && error instanceof Problem && error.challenge) || null;
      before = await pause(
        running,
        key,
        before,
        seconds,
        { kind, tries, faults, challenge },
        {
          says: says[kind],
          for: forWhom(kind),
          problem,
        },
      );
    }
  }
}

/** The answer, or the error an action sees: the same one on every replay. */
export function settle<T>(outcome: Outcome<T>): T {
  if (outcome.is === 'answer') return outcome.value;
  if (outcome.is === 'cancelled') throw new Cancelled();
  if (outcome.is === 'problem') throw finalProblem(outcome.problem);
  throw new Error(outcome.message);
}

type Told = Pick<Extract<RunEvent, { type: 'operation-waiting' }>, 'for' | 'problem' | 'usually'> & {
  says: Text;
};

async function pause(
  running: Running,
  key: string,
  before: WaitRow | undefined,
  seconds: number,
  counted: Pick<WaitRow, 'kind' | 'tries' | 'faults' | 'challenge'>,
  { says, for: whom, usually, problem }: Told,
): Promise<WaitRow> {
  const { journal, world } = running.around;
  const next_at = new Date(world.now().getTime() + (seconds / running.pace) * 1000);
  const telling = `${counted.kind} ${JSON.stringify(says)} ${problem?.code ?? ''}`;
  let { told } = before ?? noWait;
  // Once for the same words, not per look; a long pause the service asked for is told each time, with its end.
  const countdown = (counted.kind === 'throttle' || counted.kind === 'fault') && seconds >= 10;
  if (before?.telling !== telling || countdown) {
    told += 1;
    const row = { ...counted, next_at, told, telling };
    const event: RunEvent = {
      type: 'operation-waiting',
      operation: running.id,
      for: whom,
      says,
      next: next_at.toISOString(),
      ...(usually === undefined ? {} : { usually }),
      ...(problem === undefined ? {} : { problem }),
    };
    let saved = false;
    const eventKey = `${running.id}:waiting:${key}:${told}:${counted.kind}`;
    // In one transaction: who reads of the wait may end it at once, and must find it there.
    await running.ask(() =>
      journal.append(running.run, null, [event], eventKey, async (tx) => {
        await storeWait(tx, running.id, key, row);
        saved = true;
      }),
    );
    if (saved) return row;
  }
  const row = { ...counted, next_at, told, telling };
  await saveWait(running, key, row);
  return row;
}

const polling = { kind: 'poll', tries: 0, faults: 0, challenge: null } as const;

const forWhom = (kind: 'throttle' | 'fault' | 'sign-in') => (kind === 'sign-in' ? kind : 'upstream');

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
