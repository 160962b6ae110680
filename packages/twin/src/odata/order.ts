import { BadQuery } from './refusals.ts';

const instant = /^\d{4}-\d{2}-\d{2}(T.*(Z|[+-]\d{2}:\d{2}))?$/;

/** Below, equal or above, as a database does it that ignores letter case; NaN when they can't be compared. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if (typeof left !== 'string' || typeof right !== 'string') return Number.NaN;
  if (instant.test(left) && instant.test(right)) return Date.parse(left) - Date.parse(right);
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

export interface Ordering {
  readonly column: string;
  readonly descending: boolean;
}

/** Reads `name desc,createdon`. */
export const parseOrder = (text: string | undefined): readonly Ordering[] =>
  (text ?? '')
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, column, direction] = /^\s*(\w+)(?:\s+(asc|desc))?\s*$/.exec(part) ?? [];
      if (!column) throw new BadQuery(`Syntax error in the ordering '${part.trim()}'.`);
      return { column, descending: direction === 'desc' };
    });

/** A new list in that order; rows without a value come first, and equal rows stay as they were. */
export function sortRows<Row extends Readonly<Record<string, unknown>>>(
  rows: readonly Row[],
  orderings: readonly Ordering[],
): readonly Row[] {
  return rows.toSorted((one, other) => {
    for (const { column, descending } of orderings) {
      const [a, b] = [one[column] ?? null, other[column] ?? null];
      const order = a === null || b === null ? Number(a !== null) - Number(b !== null) : compareValues(a, b);
      if (order) return descending ? -order : order;
    }
    return 0;
  });
}
