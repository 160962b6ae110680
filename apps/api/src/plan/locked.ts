import { growing } from '@portico/contract/answers';
import { type ActionId, type CheckId, plan, provenBy } from '@portico/contract/plan';
import type { OperationState, RunState } from '@portico/plan/reduce';
import { actions } from '../actions/index.ts';
import type { AnyAction } from '../actions/define-action.ts';
import type { Looked } from './run-checks.ts';
import { withUnmet } from './with-unmet.ts';

type Look = (checks: readonly CheckId[]) => Promise<ReadonlyMap<CheckId, Looked>>;

const from = (step: string) => plan.steps.slice(plan.steps.findIndex(({ id }) => id === step));

/** What is done by a step's decision: its own actions, and those of the steps after it. */
export const actionsFrom = (step: string): ReadonlySet<string> =>
  new Set(from(step).flatMap((each): readonly string[] => each.actions));

/**
 * Whether a step can't be decided anew: work on it is under way, or something was written, so that another decision would
 * describe a world that isn't there. What Microsoft says has failed, and left nothing, was as good as not written.
 */
export async function isLocked(step: string, state: RunState, look: Look): Promise<boolean> {
  const touched = actionsFrom(step);
  const operations = Object.values(state.operations).filter(({ action }) => touched.has(action));
  if (operations.some(({ finished }) => !finished)) return true;
  const [own] = from(step);
  if (!own?.asks || growing.has(step)) return false;
  const wrote = operations.filter((operation) => operation.wrote > 0);
  if (wrote.length === 0) return false;
  const failed = wrote.map((operation) => attemptOf(operation, own.actions));
  if (failed.includes(undefined)) return true;
  const checks = failed.flatMap((attempt) => attempt?.check ?? []);
  const looked = await look(withUnmet([...new Set(checks)], state));
  return !failed.every((attempt) => attempt?.undone(looked.get(attempt.check)?.finding));
}

/** A failed try of a step's own action that may have left nothing, and the check that tells. */
function attemptOf({ action, finished }: OperationState, own: readonly string[]) {
  // Only what Microsoft itself calls failed: of everything else somebody may hear later.
  if (!own.includes(action) || finished?.problem?.code !== 'action-failed') return undefined;
  // A step's own action is one of the plan's.
  const id = action as ActionId;
  const { undone }: AnyAction = actions[id];
  return undone && { check: provenBy[id][0], undone };
}
