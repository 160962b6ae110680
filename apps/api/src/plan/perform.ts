import { type ActionId, type CheckId, provenBy, shownBy } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { Driver, Verbs } from '@portico/plan/action';
import { passes } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import type { AnyAction } from '../actions/define-action.ts';
import type { Targets } from '../targets/targets.ts';
import type { Looked } from './run-checks.ts';

interface Environment {
  readonly actions: Readonly<Record<ActionId, AnyAction>>;
  /** What the operation may reach, on behalf of who started it. */
  targets(): Promise<Targets>;
  /** Looks at the checks that prove the action, and what of theirs doesn't hold, and journals what they find. */
  prove(checks: readonly CheckId[]): Promise<ReadonlyMap<CheckId, Looked>>;
}

const proving = msg({ id: 'operation.proving', defaultMessage: 'Reading the result back from Microsoft.' });

/** Runs an action's driver, and then believes nothing but its checks: it is done when they all say so. */
export async function perform(
  environment: Environment,
  operation: { readonly action: ActionId; readonly driver: Driver },
  verbs: Verbs,
): Promise<void> {
  const { drivers, holds = passes } = environment.actions[operation.action];
  const driver = operation.driver === 'guided' ? drivers.guided : drivers.automatic;
  if (!driver) throw new Problem('token-refused', { detail: `${operation.action} has no automatic driver` });
  await driver.run(await environment.targets(), verbs);
  const ids = provenBy[operation.action];
  await verbs.until('proof', { says: text(proving), for: 'upstream', every: 15, usually: 60 }, async () => {
    const looked = await environment.prove(ids);
    return ids.every((id) => holds(looked.get(id)?.finding)) ? true : undefined;
  });
  const shown = shownBy[operation.action];
  if (shown)
    await verbs.once('shown', async () => {
      await environment.prove(shown);
      return null;
    });
}
