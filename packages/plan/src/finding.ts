import type { Text } from './text.ts';

/** Who can do something about it. */
export type Owner =
  | 'you'
  | 'environment-admin'
  | 'tenant-admin'
  | 'licence-admin'
  | 'finance-operations-admin'
  | 'microsoft'
  | 'portico';

export interface Remedy {
  readonly owner: Owner;
  /** What to do, one numbered click or sentence each. */
  readonly steps: readonly Text[];
  /** Where to do it, in Microsoft's own pages. */
  readonly link?: string;
}

/** One line of proof under a finding: what was looked for and how sure we are of it. */
export interface Detail {
  readonly state: 'proved' | 'probable' | 'not-found' | 'not-checked';
  readonly says: Text;
}

/** What a check says about the world. `unknown` is an answer that couldn't be had; it is never a yes. */
export type Finding = {
  readonly says: Text;
  readonly details?: readonly Detail[];
  /** Facts a screen draws; shaped per check in the contract's findings.ts. */
  readonly facts?: unknown;
} & (
  | { readonly state: 'ok' | 'skipped' }
  | { readonly state: 'warn' | 'blocked'; readonly cause?: Text; readonly remedy: Remedy }
  | { readonly state: 'unknown'; readonly problem: ProblemRecord }
);

/** Passable: the person may go on. A warning is said and passed; not knowing is not. */
export const passes = (finding: Finding | undefined): boolean =>
  finding?.state === 'ok' || finding?.state === 'warn' || finding?.state === 'skipped';

/** One call to a Microsoft service, as the pipeline saw it. Never holds a token, body or query secret. */
export interface Evidence {
  readonly service: string;
  readonly endpoint: string;
  readonly standing: 'documented' | 'observed' | 'inferred';
  readonly method: string;
  readonly url: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly at: string;
  /** Milliseconds. */
  readonly took: number;
  readonly correlation?: string;
}

/** A problem as events keep it: its permanent code, its values, and what upstream said word for word. */
export interface ProblemRecord {
  readonly code: string;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly upstream?: {
    readonly status: number;
    readonly code?: string;
    readonly message?: string;
    readonly correlation?: string;
  };
}
