import type { RunEvent } from '@portico/plan/event';
import type { Evidence } from '@portico/plan/finding';
import { type Outcome, settle } from '../../operations/attempt.ts';
import { isDue, type Tries, withWrite } from '../../operations/unanswered.ts';
import type { OperationVerbs } from '../../operations/verbs.ts';
import { append, type OperationRow, rowKey } from './disk.ts';
import type { Machine } from './machine.ts';
import { tryDurably } from './try-durably.ts';

/** The verbs of one execution: steps are known by the order in which they begin, and answer what they once answered. */
export function durableVerbs(machine: Machine, row: OperationRow): OperationVerbs {
  const { disk, life, world } = machine;
  const { id } = row;
  const begun = new Map<string, Promise<Outcome<unknown>>>();
  const stored = disk.steps.get(id) ?? [];
  disk.steps.set(id, stored);
  const seen: Evidence[] = [];
  let count = 0;

  function step<T>(name: string, body: () => Promise<Outcome<T>>): Promise<T> {
    const known = begun.get(name) ?? begin(name, count++, body);
    begun.set(name, known);
    // The key stands for the answer's type, as in the real engine.
    return (known as Promise<Outcome<T>>).then(settle);
  }

  async function begin<T>(name: string, place: number, body: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const there = stored[place];
    if (there && there.name !== name) throw new Error(`Step ${place} was ${there.name}, and is ${name} now.`);
    // As it was stored: what an answer can't keep on disk is lost here as it is there.
    if (there) return structuredClone(there.outcome) as Outcome<T>;
    const outcome = await body();
    await life.point(`${name}: answered`);
    stored[place] = { name, outcome: structuredClone(outcome) };
    await life.point(`${name}: stored`);
    return outcome;
  }

  const tell = async (event: RunEvent, key: string) => {
    await life.point(`before ${key} is told`);
    append(disk, world.now().getTime(), null, event, `${id}:${key}`);
    await life.point(`after ${key} was told`);
  };

  return {
    signal: new AbortController().signal,
    saw: (evidence) => void seen.push(evidence),
    once: (key, act) =>
      step(`once ${key}`, () => {
        seen.splice(0);
        return tryDurably(machine, row, key, async () => {
          const { value, wrote } = await withWrite(triesOf(machine, row, key), act);
          const evidence = seen.splice(0);
          if (wrote) await tell({ type: 'operation-wrote', operation: id, key, evidence }, `wrote:${key}`);
          return { value };
        });
      }),
    say: (key, says) => tell({ type: 'operation-said', operation: id, says }, `said:${key}`),
    until: (key, wait, poll) =>
      step(`until ${key}`, () =>
        tryDurably(
          machine,
          row,
          key,
          async () => {
            const value = await poll();
            return value === undefined ? undefined : { value };
          },
          wait,
        ),
      ),
  };
}

function triesOf({ disk: { tries }, life, world }: Machine, { id, pace }: OperationRow, key: string): Tries {
  const at = rowKey(id, key);
  const now = () => world.now().getTime();
  const kept = () => tries.get(at) ?? { count: 0, sentAt: -Infinity };
  const change = async (by: number) => {
    await life.point(`${key}: before its note`);
    const { count, sentAt } = kept();
    tries.set(at, { count: count + by, sentAt: by > 0 && isDue(count) ? now() : sentAt });
    await life.point(`${key}: after its note`);
    return count + by;
  };
  return {
    unanswered: async () => ({ count: kept().count, seconds: ((now() - kept().sentAt) / 1000) * pace }),
    raise: () => change(1),
    lower: () => change(-1),
  };
}
