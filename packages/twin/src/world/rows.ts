export type Row = Record<string, unknown>;

/**
 * Rows that differ in nothing that matters: one of them, and how many there are. So a table of half a million rows
 * stays small. They are counted, filtered and copied like others, but not listed one by one.
 */
export interface Alike {
  /** The same on both sides of dual-write: by it, copied ones are found again. */
  readonly id: string;
  readonly like: Row;
  count: number;
}

/** Rows of one table. */
export interface RowSet {
  readonly rows: Row[];
  readonly alike: Alike[];
}

/** A value as text; what isn't filled in is empty. */
export const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
