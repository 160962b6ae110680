import { type ActionId, mendedBy } from '@portico/contract/plan';
import type { Person } from '@portico/plan/event';
import type { OperationState, RunState } from '@portico/plan/reduce';
import type { Operations } from '../operations/operations.ts';
import type { Wizard } from './wizard.ts';

/** What becomes of work that waits for somebody else's sign-in, now that another person is here. */
export interface TakeOver {
  /**
   * Somebody opens a run: work that has already changed something goes on in their name, if they fit. What hasn't
   * is left alone: to open a link must not begin anything in the name of who opens it.
   */
  opened(run: string, state: RunState, by: Person): Promise<void>;
  /** Somebody says so: answers false when it waits for another's sign-in and they don't fit. */
  asked(run: string, state: RunState, operation: string, by: Person): Promise<boolean>;
}

const waitsForAnother = ({ finished, waiting, by }: OperationState, { id }: Person): boolean =>
  !finished && waiting?.for === 'sign-in' && by?.id !== id;

/** One look at a person for an operation at a time, however often they load the page meanwhile. */
export function createTakeOver({
  wizard,
  operations,
}: {
  readonly wizard: Pick<Wizard, 'fits'>;
  readonly operations: Pick<Operations, 'takeOver'>;
}): TakeOver {
  const underway = new Map<string, Promise<boolean>>();

  const attempt = (run: string, { id, action, driver }: OperationState, by: Person): Promise<boolean> => {
    const key = `${id} ${by.id}`;
    const known = underway.get(key);
    if (known) return known;
    const tried = (async () => {
      // A check may speak of the person who looks: seen by another, it would say another thing.
      if (mendedBy(action)) return false;
      // Written by startAction, which knows only actions of the plan.
      if (!(await wizard.fits(run, by, { action: action as ActionId, driver }))) return false;
      await operations.takeOver(id, by);
      return true;
    })().finally(() => underway.delete(key));
    underway.set(key, tried);
    return tried;
  };

  return {
    async opened(run, state, by) {
      const begun = Object.values(state.operations).filter(
        (operation) => operation.wrote > 0 && waitsForAnother(operation, by),
      );
      await Promise.all(begun.map((operation) => attempt(run, operation, by)));
    },
    async asked(run, state, operation, by) {
      const wanted = state.operations[operation];
      return !wanted || !waitsForAnother(wanted, by) || attempt(run, wanted, by);
    },
  };
}
