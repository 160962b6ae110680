import type { Value } from '../canonical/content.ts';
import type { MergedRecord } from '../merge-record.ts';

/** What a record shall be. */
export interface Decided {
  readonly record: MergedRecord;
  /** By column or relationship; undefined when it shall not be there. Lists of order are under `order`. */
  readonly says: ReadonlyMap<string, Value | undefined> | undefined;
}
