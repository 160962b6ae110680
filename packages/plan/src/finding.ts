import type { Text, Values } from './text.ts';

/** Who can do something about it. */
// biome-ignore format: one line
export type Owner = 'you' | 'environment-admin' | 'tenant-admin' | 'licence-admin' | 'finance-operations-admin' | 'microsoft' | 'portico';

/** What to do, a numbered click or sentence each, and where in Microsoft's own pages. */
export type Remedy = { readonly owner: Owner; readonly steps: readonly Text[]; readonly link?: string };

/** One line of proof under a finding: what was looked for and how sure we are of it. */
export type Detail = Readonly<{ state: 'proved' | 'probable' | 'not-found' | 'not-checked'; says: Text }>;

/**
 * What a check says about the world. `unknown` is an answer that couldn't be had; it is never a yes, and its remedy
 * says how a person can look.
 */
export type Finding = {
  readonly says: Text;
  readonly details?: readonly Detail[];
  /** Facts a screen draws; shaped per check in the contract's findings.ts. */
  readonly facts?: unknown;
} & (
  | { readonly state: 'ok' }
  /** Not looked at, because what it builds on doesn't hold. */
  | { readonly state: 'skipped'; readonly because: string }
  /** `todo`: nothing is broken. It is what its step asks somebody to do, and nobody has yet. */
  | Readonly<{ state: 'warn' | 'blocked'; cause?: Text; remedy: Remedy; todo?: true }>
  | { readonly state: 'unknown'; readonly problem: ProblemRecord; readonly remedy?: Remedy }
);

/** Passable: the person may go on. A warning is said and passed; not knowing or not having looked is not. */
export const passes = (finding: Finding | undefined): boolean => /^(ok|warn)$/.test(finding?.state ?? '');

/** The facts of a finding, to tell whether they changed: without the words of a failed call, which always differ. */
export const gist = (finding: Finding): string =>
  JSON.stringify({ ...finding, ...('problem' in finding && { problem: finding.problem.code }) });

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
export type ProblemRecord = { readonly code: string; readonly values?: Values; readonly upstream?: Upstream };
type Upstream = Readonly<{ status: number; code?: string; message?: string; correlation?: string }>;
