/** Dataverse: one organization per environment that has one, each with its tables. */
export interface Dataverse {
  readonly organizations: Organization[];
}

export interface Organization {
  readonly id: string;
  readonly environment: string;
  readonly tenant: string;
  readonly rootBusinessUnit: string;
  /** Rows by entity set name, in Dataverse's own shape: lookups as `_name_value`. */
  readonly tables: Record<string, Row[]>;
  /** Grows with each write; a row's ETag is its last value. */
  version: number;
  /** Provisioned languages, LCIDs. */
  readonly languages: number[];
  /** What Dataverse says about finance and operations; undefined: error 0x80048d0b. */
  finance?: { readonly id: string; readonly url: string; readonly tenant: string };
}

export type Row = Record<string, unknown>;
