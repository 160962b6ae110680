import { Problem } from '@portico/contract/problems';
import type { Wait } from '@portico/plan/action';
import type { RunEvent } from '@portico/plan/event';
import type { Outcome } from '../../operations/attempt.ts';
import { patienceFor } from '../../operations/patience.ts';
import { noWait, type WaitRow } from '../../operations/waits.ts';
import { append, type OperationRow, rowKey } from './disk.ts';
import type { Machine } from './machine.ts';

/** Tries until there is an answer, as `operations/attempt.ts` does: its waits are on the disk. */
export async function tryDurably<T>(
  ...[machine, row, key, look, wait]: Parameters<typeof tryOn<T>>
): Promise<Outcome<T>> {
  try {
    return await tryOn(machine, row, key, look, wait);
  } catch (error) {
    return { is: 'bug', message: describe(error) };
  }
}

async function tryOn<T>(
  machine: Machine,
  row: OperationRow,
  key: string,
  look: () => Promise<{ readonly value: T } | undefined>,
  wait?: Wait,
): Promise<Outcome<T>> {
  const { disk, life, world } = machine;
  const at = rowKey(row.id, key);
  await life.point(`${key}: begins`);
  let before = disk.waits.get(at);
  for (;;) {
    if (before) before = (await waitOut(machine, row, at)) ?? before;
    if (row.cancelling) return { is: 'cancelled' };
    try {
      const found = await look();
      if (found) {
        if (before?.kind === 'sign-in') disk.waits.delete(at);
        return { is: 'answer', value: found.value };
      }
      if (!wait) throw new Error(`"${key}" has nothing to wait for`);
      before = await pause(machine, row, key, { ...polling, before, seconds: wait.every, told: wait });
    } catch (error) {
      const patience = patienceFor(error, before ?? noWait, () => world.random());
      if (patience.kind === 'fail') return { is: 'problem', problem: patience.problem };
      if (patience.kind === 'bug') return { is: 'bug', message: describe(patience.error) };
      const { kind, seconds, problem, tries, faults } = patience;
      const challenge = (kind === 'sign-in' && error instanceof Problem && error.challenge) || null;
      const told = { says: { id: kind }, for: kind === 'sign-in' ? kind : ('upstream' as const), problem };
      before = await pause(machine, row, key, { kind, tries, faults, challenge, before, seconds, told });
    }
  }
}

const polling = { kind: 'poll', tries: 0, faults: 0, challenge: null } as const;

type Waiting = Extract<RunEvent, { type: 'operation-waiting' }>;

interface Pause extends Pick<WaitRow, 'kind' | 'tries' | 'faults' | 'challenge'> {
  readonly before: WaitRow | undefined;
  readonly seconds: number;
  readonly told: Pick<Waiting, 'says' | 'for' | 'usually' | 'problem'>;
}

async function pause(
  { disk, life, world }: Machine,
  row: OperationRow,
  key: string,
  { before, seconds, told: { says, for: whom, usually, problem }, ...counted }: Pause,
): Promise<WaitRow> {
  await life.point(`${key}: before its wait is stored`);
  const now = world.now().getTime();
  const next_at = new Date(now + (seconds / row.pace) * 1000);
  const telling = `${counted.kind} ${JSON.stringify(says)} ${problem?.code ?? ''}`;
  const countdown = (counted.kind === 'throttle' || counted.kind === 'fault') && seconds >= 10;
  const news = before?.telling !== telling || countdown;
  const wait = { ...counted, next_at, telling, told: (before?.told ?? 0) + (news ? 1 : 0) };
  disk.waits.set(rowKey(row.id, key), wait);
  if (news) {
    const event: Waiting = {
      type: 'operation-waiting',
      operation: row.id,
      for: whom,
      says,
      next: next_at.toISOString(),
      ...(usually === undefined ? {} : { usually }),
      ...(problem === undefined ? {} : { problem }),
    };
    append(disk, now, null, event, `${row.id}:waiting:${key}:${wait.told}:${counted.kind}`);
  }
  await life.point(`${key}: waiting`);
  return wait;
}

/** Returns when the stored time has come, which others may move; undefined when it was cancelled meanwhile. */
async function waitOut(
  { disk, life, world, stirred }: Machine,
  row: OperationRow,
  at: string,
): Promise<WaitRow | undefined> {
  for (;;) {
    const moved = stirred(row.id);
    if (row.cancelling) return undefined;
    const wait = disk.waits.get(at);
    const left = wait ? wait.next_at.getTime() - world.now().getTime() : 0;
    if (left <= 0) return wait;
    // Whoever was stirred leaves a timer behind: in a clock that only tells what is due, it costs nothing.
    await Promise.race([world.sleep(left), moved]);
    await life.point('awake');
  }
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
