import type { ActionId, CheckId } from '@portico/contract/plan';
import { emptyRun } from '@portico/plan/reduce';
import type { actions } from '../../actions/index.ts';
import type { checks } from '../../checks/index.ts';
import type { Perform } from '../../operations/run-operation.ts';
import { perform } from '../../plan/perform.ts';
import { runChecks } from '../../plan/run-checks.ts';
import type { Targets } from '../../targets/targets.ts';
import type { SmallReach } from './session.ts';

type Actions = typeof actions;
type Checks = typeof checks;

interface Played<A extends ActionId> {
  readonly actions: Pick<Actions, A>;
  /** Those that prove it. */
  readonly checks: Partial<Checks>;
  /** What they build on, and what holds here without being looked at. */
  readonly holds: readonly CheckId[];
  readonly reach: (reach: SmallReach) => Targets;
  readonly now: () => Date;
  readonly broken: (words: string) => void;
}

/** As `performOn` ties operations to actions, for the one action that is played. */
export const performing =
  <A extends ActionId>({ reach, now, broken, holds, ...played }: Played<A>): Perform =>
  (operation, verbs) => {
    const person = {
      tenant: operation.by.tenant,
      get id() {
        return operation.by.id;
      },
    };
    const held = { running: false, finding: { state: 'ok', says: { id: 'held' } } } as const;
    const state = { ...emptyRun, checks: Object.fromEntries(holds.map((id) => [id, held])) };
    // Of both registries only what is asked for.
    const [known, looked] = [played.actions as Actions, played.checks as Checks];
    return perform(
      {
        actions: known,
        targets: async () => reach({ person, patience: 'durable', evidence: (seen) => verbs.saw(seen) }),
        prove: (ids) =>
          runChecks(
            {
              checks: looked,
              journal: { append: async () => [] },
              now,
              bug: (error) => broken(`a check met a bug: ${String(error)}`),
            },
            {
              run: 'run',
              state,
              by: operation.by,
              // What is shown of it beyond its proof may be another area's.
              ids: ids.filter((id) => Object.hasOwn(looked, id)),
              targets: (evidence) => reach({ person, patience: 'interactive', evidence, memo: {} }),
            },
          ),
      },
      // Which of them it is, the operation says.
      { action: operation.action as A, driver: operation.driver },
      verbs,
    );
  };
