/** The dual-write gateway: links, maps, requests, initial syncs. */
export interface DualWrite {
  readonly links: Link[];
}

export interface Link {
  /** `cid` and `cname` at the wire. */
  readonly id: string;
  readonly name: string;
  readonly financeHost: string;
  readonly organization: string;
  /** The environment id of the Power Platform side. */
  readonly environment: string;
  readonly tenant: string;
  /** Who linked. */
  readonly owner: string;
  readonly companies: { readonly id: string; readonly name: string }[];
  readonly maps: DualWriteMap[];
  readonly requests: MapRequest[];
  readonly executions: Execution[];
  /** Reads of the map list that still answer empty, as the real one does now and then. */
  emptyReads: number;
}

export interface DualWriteMap {
  readonly templateId: string;
  /** `accounts - Customers V3` */
  readonly name: string;
  readonly finance: { readonly name: string; readonly displayName: string };
  readonly dataverse: { readonly name: string; readonly displayName: string };
  readonly description: string;
  readonly templates: {
    readonly id: string;
    readonly version: string;
    readonly author: string;
    readonly readOnly: boolean;
  }[];
  active: string;
  /** Null until initialised by action 8. */
  pid: string | null;
  /** Set by stop; running and syncing follow from requests and the clock. */
  state: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  /** When an initial sync ends, ISO 8601. */
  syncEndsAt?: string;
  /** Template ids that must run before this one. */
  readonly needs: readonly string[];
  /** Rows per company, and how fast they go: about 100 a minute (training material). */
  readonly rows: number;
  /** Errors that the next initial sync will end with; empty: it ends well. */
  errors: {
    readonly company: string;
    readonly record: string;
    readonly field: string;
    readonly message: string;
  }[];
}

export interface MapRequest {
  readonly id: string;
  readonly templateId: string;
  readonly action: number;
  readonly createdAt: string;
  /** When it is completed. */
  readonly endsAt: string;
  readonly error?: string;
}

export interface Execution {
  readonly id: string;
  readonly pid: string;
  readonly request: string;
  readonly company: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly rows: number;
  readonly errors: { readonly record: string; readonly field: string; readonly message: string }[];
}
