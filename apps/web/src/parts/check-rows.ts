import { passes } from '@portico/plan/finding';
import type { CheckState, OperationState, RunState } from '@portico/plan/reduce';
import { mendOf } from './last-hand-off.ts';
import { isTodo } from './todos.ts';

export interface CheckRow {
  readonly id: string;
  readonly check: CheckState | undefined;
  /** What waits until somebody makes it pass; or waited, the last time. */
  readonly mend?: OperationState | undefined;
}

const order = ['blocked', 'todo', 'unknown', 'warn', 'running', 'none', 'skipped', 'ok'] as const;

/** What a row is about: its finding, or that there is none yet. */
export function rowState({ check }: CheckRow): (typeof order)[number] {
  if (check?.finding) return isTodo(check.finding) ? 'todo' : check.finding.state;
  return check?.running ? 'running' : 'none';
}

export const ownerOf = ({ check }: CheckRow) =>
  check?.finding && 'remedy' in check.finding ? check.finding.remedy?.owner : undefined;

/**
 * Worst first; what passes apart, because it is folded away. A warning passes but is worth reading. What couldn't be
 * looked at for want of another check stands apart too, as long as there is something else to read.
 */
export function sortRows(ids: readonly string[], state: RunState) {
  const rows: CheckRow[] = ids.map((id) => ({ id, check: state.checks[id], mend: mendOf(state, id) }));
  const folds = (row: CheckRow) => passes(row.check?.finding) && rowState(row) !== 'warn';
  const open = rows
    .filter((row) => !folds(row))
    .sort((a, b) => order.indexOf(rowState(a)) - order.indexOf(rowState(b)));
  const skipped = open.filter((row) => rowState(row) === 'skipped');
  const apart = skipped.length < open.length ? skipped : [];
  return {
    open: open.filter((row) => !apart.includes(row)),
    skipped: apart,
    passed: rows.filter(folds),
  };
}
