import type { ActionId } from '@portico/contract/plan';
import { actions } from '../actions/index.ts';
import type { Journal } from '../journal/journal.ts';
import type { Perform } from '../operations/run-operation.ts';
import { stateOf } from './load-run.ts';
import { perform } from './perform.ts';
import type { Wizard } from './wizard.ts';

/** Ties durable operations to the plan's actions: on behalf of who started them, with the answers of their run. */
export function performOn({ wizard, journal }: { wizard: Wizard; journal: Journal }): Perform {
  return (operation, verbs) =>
    perform(
      {
        actions,
        targets: async () => {
          const { answers } = await stateOf(journal, operation.run);
          return wizard.targets({
            get person() {
              return operation.by;
            },
            // Parsed by their schemas before they were journalled.
            answers,
            patience: 'durable',
            evidence: (seen) => verbs.saw(seen),
            signal: verbs.signal,
          });
        },
        prove: (checks) => wizard.look(operation.run, operation.by, { checks }),
      },
      // The row was written by startAction, which knows only actions of the plan.
      { action: operation.action as ActionId, driver: operation.driver },
      verbs,
    );
}
