import { passes } from '@portico/plan/finding';
import type { CheckState, OperationState, RunState } from '@portico/plan/reduce';
import { mendOf } from './last-hand-off.ts';

export interface CheckRow {
  readonly id: string;
  readonly check: CheckState | undefined;
  /** What waits until somebody makes it pass; or waited, the last time. */
  readonly mend?: OperationState | undefined;
}

const order = ['blocked', 'unknown', 'warn', 'running', 'none', 'skipped', 'ok'] as const;

/** What a row is about: its finding, or that there is none yet. */
export function rowState({ check }: CheckRow): (typeof order)[number] {
  if (check?.finding) return check.finding.state;
  return check?.running ? 'running' : 'none';
}

/** Worst first; what passes apart, because it is folded away. A warning passes but is worth reading. */
export function sortRows(ids: readonly string[], state: RunState) {
  const rows: CheckRow[] = ids.map((id) => ({ id, check: state.checks[id], mend: mendOf(state, id) }));
  const folds = (row: CheckRow) => passes(row.check?.finding) && rowState(row) !== 'warn';
  return {
    open: rows
      .filter((row) => !folds(row))
      .sort((a, b) => order.indexOf(rowState(a)) - order.indexOf(rowState(b))),
    passed: rows.filter(folds),
  };
}
