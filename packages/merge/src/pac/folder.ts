import type { Scalar } from '../record.ts';

/** A file of a folder, by its path from wherever somebody chose it. */
export interface FolderFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What only an organization's metadata says of a table, and a folder doesn't. */
export interface TableFacts {
  /** Lookups, choices and yes-or-no columns, by logical name. */
  readonly lookups: ReadonlySet<string>;
  readonly choices: ReadonlySet<string>;
  readonly flags: ReadonlySet<string>;
  /** What choices and flags are when nobody chose. */
  readonly defaults: Readonly<Record<string, Scalar>>;
  /** Many-to-many relationships whose sets this table's records hold. */
  readonly relationships: readonly { readonly name: string; readonly to: string }[];
}

/** Why a folder can't be read. `file`, `other`: paths; `missing`: what should be there. */
export class FolderFault extends Error {
  readonly kind: 'unreadable' | 'incomplete' | 'ambiguous';
  readonly values: Readonly<Record<string, string>>;
  constructor(kind: FolderFault['kind'], values: Readonly<Record<string, string>>) {
    super(`${kind} ${JSON.stringify(values)}`);
    this.kind = kind;
    this.values = values;
  }
}
