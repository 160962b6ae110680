import { mending } from '@portico/plan/plan';
import type { HandOff, OperationState, RunState } from '@portico/plan/reduce';

/** The newest operation that waits, or waited, until somebody makes this check pass. */
export const mendOf = (state: RunState, check: string): OperationState | undefined =>
  Object.values(state.operations).findLast(({ action }) => action === mending(check));

/** The newest link onto an operation: the ones before it have ended. */
export const lastHandOff = (operation: OperationState | undefined): HandOff | undefined =>
  Object.values(operation?.handOffs ?? {}).at(-1);

/** Whether it still leads somebody here. Its end may not have been told yet. */
export function isWaiting(operation: OperationState | undefined, now: number): boolean {
  const last = lastHandOff(operation);
  if (!operation || operation.finished || !last) return false;
  return /^(given|opened)$/.test(last.state) && Date.parse(last.until) > now;
}
