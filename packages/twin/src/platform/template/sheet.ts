import type { Row } from '../../world/dataverse.ts';

/** Which of two templates: the second is what a newer release brings. */
export type Generation = 1 | 2;

/** A row of the template before it has ids. */
export interface Sheet {
  /** Logical name. */
  readonly table: string;
  /** Its name among the rows of its table. */
  readonly key: string;
  readonly columns?: Row;
  /** Lookups by column, or both ends of a pair: `adx_webpage/home`; undefined: none. */
  readonly refs?: Readonly<Record<string, string | undefined>>;
}

/** Makes sheets of one table. */
export const of =
  (table: string) =>
  (key: string, columns: Row, refs: Sheet['refs'] = {}): Sheet => ({ table, key, columns, refs });

/** One thing in the first template, and another in the second. */
export const either = <Value>(generation: Generation, first: Value, second: Value): Value =>
  generation === 1 ? first : second;
