import type { Alike, Row } from './rows.ts';

export type { Row } from './rows.ts';

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
  /** What these tables have beyond those rows, by entity set name. */
  readonly alike: Record<string, Alike[]>;
  /** What the totals of tables were when somebody asked last, by logical name: Dataverse keeps them for a day. */
  readonly totals: Record<string, { readonly at: string; readonly count: number }>;
  /** Grows with each write; a row's ETag is its last value. */
  version: number;
  /** Provisioned languages, LCIDs. */
  readonly languages: number[];
  /** What Dataverse says about finance and operations; undefined: error 0x80048d0b. */
  finance?: { readonly id: string; readonly url: string; readonly tenant: string };
}
