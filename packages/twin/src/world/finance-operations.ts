import type { RowSet } from './rows.ts';

/** Finance and operations: environments with the entities that checks read and dual-write copies. */
export interface FinanceOperations {
  readonly environments: FinanceEnvironment[];
}

export interface FinanceEnvironment {
  readonly id: string;
  /** Without scheme and port: `contoso.operations.twin.localhost`. */
  readonly host: string;
  readonly tenant: string;
  /** The first is everybody's default company. */
  readonly companies: { readonly id: string; readonly name: string }[];
  /** Object ids of people who are System administrator here. */
  readonly administrators: string[];
  /** Object ids of people who may read users and roles here, and no more. */
  readonly securityOfficers: string[];
  readonly products: ReleasedProduct[];
  readonly sequences: NumberSequence[];
  /** Rows of the other entities, by the name that a map has for them: `CustCustomerV3Entity`. */
  readonly tables: Record<string, RowSet>;
}

/** A product as one company has released it, with what order lines take from it. Empty: not filled in. */
export interface ReleasedProduct {
  readonly company: string;
  readonly number: string;
  readonly name: string;
  readonly currency: string;
  salesUnit: string;
  /** Of its default order settings for sales. */
  site: string;
  warehouse: string;
}

export interface NumberSequence {
  readonly company: string;
  readonly code: string;
  /** The data type whose numbers come from it: `SalesId`. */
  readonly numbers: string;
  /** `SO-######` */
  format: string;
}
