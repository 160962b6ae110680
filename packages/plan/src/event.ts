import type { Change, Driver, Guide } from './action.ts';
import type { Evidence, Finding, ProblemRecord } from './finding.ts';
import type { Text } from './text.ts';

export type Person = { readonly id: string; readonly tenant: string; readonly name: string };
type Begun = { action: string; key: string; driver: Driver; changes: readonly Change[]; guide?: Guide };
/** `next`: ISO 8601, the next look. `usually`: seconds. */
type Waits = { for: 'person' | 'upstream' | 'sign-in'; says: Text; problem?: ProblemRecord } & Due;
type Due = { next?: string; usually?: number };
/** A soft check that may be passed for a while. `until`: ISO 8601. */
type Given = { reason: string; until: string };
type HandOffState = 'given' | 'opened' | 'used' | 'revoked' | 'expired';
type Ended = { outcome: 'done' | 'failed' | 'cancelled'; problem?: ProblemRecord; left?: Text };

/** A fact of a run. Facts are only ever added. */
export type RunEvent =
  | { type: 'run-created'; title: string; plan: string; cloud: string }
  | { type: 'answered'; step: string; answers: unknown }
  /** One decision of many within a step; without `choice` it was withdrawn. */
  | { type: 'chosen'; step: string; key: string; choice?: unknown }
  | { type: 'check-started'; check: string }
  | { type: 'check-finished'; check: string; finding: Finding; evidence: readonly Evidence[]; took: number }
  /** Without `given` it was withdrawn. */
  | { type: 'override'; check: string; given?: Given }
  | ({ type: 'operation-started'; operation: string } & Begun)
  | { type: 'operation-said'; operation: string; says: Text }
  | ({ type: 'operation-waiting'; operation: string } & Waits)
  /** `unsure`: it ended before anybody knew whether this arrived. */
  | { type: 'operation-wrote'; operation: string; key: string; evidence: readonly Evidence[]; unsure?: true }
  /** From here on it runs on behalf of the author of this event. */
  | { type: 'operation-taken-over'; operation: string }
  | { type: 'operation-cancelling'; operation: string }
  | { type: 'hand-off'; operation: string; handOff: string; to: string; until: string; state: HandOffState }
  | ({ type: 'operation-finished'; operation: string } & Ended);

/** An event with its place in the run's journal: number, time, author and the hash over all before it. */
export interface Envelope {
  readonly run: string;
  readonly seq: number;
  readonly at: string;
  readonly by: Person | null;
  readonly event: RunEvent;
  readonly hash: string;
}
