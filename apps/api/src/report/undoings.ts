import { undoings as ways } from '@portico/contract/undoing';
import type { RunState } from '@portico/plan/reduce';
import { type Text, text } from '@portico/plan/text';
import { actionTitle } from './names.ts';

/** How to take back what an action did, and what stays all the same. */
export interface Undoing {
  readonly title: Text;
  readonly steps: readonly Text[];
}

/** For each action that was begun in this run, once. */
export function undoings({ operations }: RunState): readonly Undoing[] {
  const begun = new Set(Object.values(operations).map(({ action }) => action));
  return Object.entries(ways)
    .filter(([action]) => begun.has(action))
    .map(([action, { says }]) => ({ title: actionTitle(action), steps: says.map((each) => text(each)) }));
}
