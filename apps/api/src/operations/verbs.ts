import { DBOS } from '@dbos-inc/dbos-sdk';
import type { Verbs } from '@portico/plan/action';
import type { RunEvent } from '@portico/plan/event';
import type { Evidence } from '@portico/plan/finding';
import { attempt, type Outcome, settle } from './attempt.ts';
import { never } from './ending.ts';
import { type Running, uncut } from './running.ts';
import { triesOf, withWrite } from './unanswered.ts';

export interface OperationVerbs extends Verbs {
  /**
   * Aborts when the operation is cancelled or the process closes, never in the middle of an `act`'s call
   * because of a cancellation: what is under way comes to its end.
   */
  readonly signal: AbortSignal;
  /** Takes in a call to a Microsoft service; it becomes evidence of the write of the step that is under way. */
  saw(evidence: Evidence): void;
}

/** The verbs of one execution. What an action's step answered is a DBOS step's stored answer. */
export function verbsOf(running: Running): OperationVerbs {
  const { id, run, around } = running;
  const steps = new Map<string, Promise<Outcome<unknown>>>();

  // The step begins in the same turn as the call: DBOS numbers steps by the order of calls.
  function step<T>(name: string, body: () => Promise<Outcome<T>>): Promise<T> {
    const begun = steps.get(name) ?? begin(name, body);
    steps.set(name, begun);
    // The key stands for the answer's type: who uses one key twice gets the first answer.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    return (begun as Promise<Outcome<T>>).then(settle);
  }

  /** A step that DBOS takes in while it shuts down fails before its body, and DBOS stores that as its answer. */
  function begin<T>(name: string, body: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
    if (around.closing.aborted) return never();
    const entered = uncut(around);
    const begun = DBOS.runStep(
      async () => {
        entered();
        return body();
      },
      { name },
    );
    void begun.then(entered, entered);
    return begun;
  }

  const append = (event: RunEvent, key: string) =>
    running.ask(() => around.journal.append(run, null, [event], `${id}:${key}`));

  return {
    signal: running.signal,
    saw: (evidence) => void running.seen.push(evidence),
    once: (key, act) =>
      step(`once ${key}`, () => {
        // What was read while waiting for something else is no evidence of this.
        running.seen.splice(0);
        return attempt(running, key, () =>
          running.undisturbed(
            async () => {
              const { value, wrote } = await withWrite(triesOf(running, key), act);
              const evidence = running.seen.splice(0);
              if (wrote)
                await append({ type: 'operation-wrote', operation: id, key, evidence }, `wrote:${key}`);
              return { value };
            },
            () => steps.get(`once ${key}`),
          ),
        );
      }),
    say: async (key, says) => {
      await append({ type: 'operation-said', operation: id, says }, `said:${key}`);
    },
    until: (key, wait, poll) =>
      step(`until ${key}`, () =>
        attempt(
          running,
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
