import type { Row } from '../../world/dataverse.ts';

/** Where a row's navigation leads. */
export type Navigation =
  /** One row, by a lookup of ours. */
  | { readonly to: string; readonly column: string }
  /** Many rows, by a lookup of theirs. */
  | { readonly to: string; readonly theirs: string; readonly notes?: true }
  /** Many to many, through a table of pairs. */
  | {
      readonly to: string;
      readonly through: string;
      /** Where metadata tells of it. */
      readonly schema?: string;
      readonly ends?: readonly [string, string];
      /** In the table of pairs, where both ends are of one table: this one's and the other's. */
      readonly columns?: readonly [string, string];
    };

export interface Table {
  /** `accounts`, as in addresses. */
  readonly set: string;
  /** `account`, as in metadata. */
  readonly logical: string;
  readonly key: string;
  readonly navigations: Readonly<Record<string, Navigation>>;
  /** Columns that exist although no row may have them; without, what rows have is all there is. */
  readonly columns?: readonly string[];
  /** Lookups whose name in `@odata.bind` isn't their column's; letter case counts there. */
  readonly binds?: Readonly<Record<string, string>>;
  /** Its name column; not given: `name`. */
  readonly name?: string;
  /** Choice columns, and what each is at first; -1: nothing. */
  readonly choices?: Readonly<Record<string, number>>;
  readonly flags?: Readonly<Record<string, boolean>>;
  /** File columns: what they hold is read apart. */
  readonly files?: readonly string[];
  /** It shows what lies in another table. */
  readonly virtual?: true;
  /** What a row answers for columns that it doesn't have. */
  readonly blank?: Row;
}
