/** Finance and operations: environments with the few entities that checks read. */
export interface FinanceOperations {
  readonly environments: FinanceEnvironment[];
}

export interface FinanceEnvironment {
  readonly id: string;
  /** Without scheme and port: `contoso.operations.twin.localhost`. */
  readonly host: string;
  readonly tenant: string;
  readonly companies: { readonly id: string; readonly name: string }[];
  /** Object ids of people who are System administrator here. */
  readonly administrators: string[];
  /** Object ids of people who may read users and roles here, and no more. */
  readonly securityOfficers: string[];
}
