import { type ActionId, mendedBy } from '@portico/contract/plan';
import { actions } from '../actions/index.ts';
import type { Journal } from '../journal/journal.ts';
import type { Operation, Perform } from '../operations/run-operation.ts';
import type { OperationVerbs } from '../operations/verbs.ts';
import type { HandOffs } from './hand-over.ts';
import { stateOf } from './load-run.ts';
import { mend } from './mend.ts';
import { perform } from './perform.ts';
import type { Wizard } from './wizard.ts';
import { withUnmet } from './with-unmet.ts';

interface Means {
  readonly wizard: Wizard;
  readonly journal: Journal;
  readonly handOffs: Pick<HandOffs, 'expire'>;
  readonly now: () => Date;
}

/** Ties durable operations to the plan's actions: on behalf of who started them, with the answers of their run. */
export function performOn({ wizard, journal, handOffs, now }: Means): Perform {
  return (operation, given) => {
    const { id, run } = operation;
    const verbs = keepingTime(handOffs, operation, given);
    const { signal } = verbs;
    const check = mendedBy(operation.action);
    if (check)
      return mend(
        {
          now,
          events: () => journal.read(run, 0),
          peek: (checks) => wizard.look(run, operation.by, { checks, quietly: true, signal }),
          prove: (checks) => wizard.look(run, operation.by, { checks, signal }),
        },
        { id, check },
        verbs,
      );
    return perform(
      {
        actions,
        targets: async () => {
          const { answers, choices, operations } = await stateOf(journal, run);
          return wizard.targets({
            run,
            choices,
            operations,
            // Somebody may have taken it over meanwhile.
            get person() {
              return operation.by;
            },
            // Parsed by their schemas before they were journalled.
            answers,
            patience: 'durable',
            evidence: (seen) => verbs.saw(seen),
            signal,
          });
        },
        prove: async (ids) => {
          const state = await stateOf(journal, run);
          return wizard.look(run, operation.by, { checks: withUnmet(ids, state), signal });
        },
      },
      // The row was written by startAction, which knows only actions of the plan.
      { action: operation.action as ActionId, driver: operation.driver },
      verbs,
    );
  };
}

/** While it waits for a person, an operation sees to it that links which are over say so. No timer is needed. */
const keepingTime = (
  handOffs: Means['handOffs'],
  { id: operation, run }: Operation,
  verbs: OperationVerbs,
): OperationVerbs => ({
  ...verbs,
  until: (key, wait, poll) =>
    verbs.until(key, wait, async () => {
      if (wait.for === 'person') await handOffs.expire({ run, operation });
      return poll();
    }),
});
