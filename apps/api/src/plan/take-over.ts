import type { ActionId } from '@portico/contract/plan';
import type { Person } from '@portico/plan/event';
import type { RunState } from '@portico/plan/reduce';
import type { Operations } from '../operations/operations.ts';
import type { Wizard } from './wizard.ts';

/** Somebody is here; what waits in this run for another person's sign-in goes on in their name if they fit. */
export type TakeOver = (run: string, state: RunState, by: Person) => Promise<void>;

/** One look at a person for an operation at a time, however often they load the page meanwhile. */
export function createTakeOver({
  wizard,
  operations,
}: {
  readonly wizard: Pick<Wizard, 'fits'>;
  readonly operations: Pick<Operations, 'takeOver'>;
}): TakeOver {
  const underway = new Map<string, Promise<void>>();
  return async (run, state, by) => {
    const waiting = Object.values(state.operations).filter(
      (operation) =>
        !operation.finished && operation.waiting?.for === 'sign-in' && operation.by?.id !== by.id,
    );
    await Promise.all(
      waiting.map(({ id, action, driver }) => {
        const key = `${id} ${by.id}`;
        const known = underway.get(key);
        if (known) return known;
        const tried = (async () => {
          // Written by startAction, which knows only actions of the plan.
          if (await wizard.fits(run, by, { action: action as ActionId, driver }))
            await operations.takeOver(id, by);
        })().finally(() => underway.delete(key));
        underway.set(key, tried);
        return tried;
      }),
    );
  };
}
