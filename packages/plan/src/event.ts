import type { Change, Driver, Guide } from './action.ts';
import type { Evidence, Finding, ProblemRecord } from './finding.ts';
import type { Text } from './text.ts';

export interface Person {
  readonly id: string;
  readonly tenant: string;
  readonly name: string;
}

/** A fact of a run. Facts are only ever added. */
export type RunEvent =
  | { type: 'run-created'; title: string; plan: string; cloud: string }
  | { type: 'answered'; step: string; answers: unknown }
  | { type: 'check-started'; check: string }
  | { type: 'check-finished'; check: string; finding: Finding; evidence: readonly Evidence[]; took: number }
  | {
      type: 'operation-started';
      operation: string;
      action: string;
      driver: Driver;
      changes: readonly Change[];
      guide?: Guide;
    }
  | { type: 'operation-said'; operation: string; says: Text }
  | {
      type: 'operation-waiting';
      operation: string;
      for: 'person' | 'upstream' | 'sign-in';
      says: Text;
      /** ISO 8601: the next look. */
      next?: string;
      /** Seconds it usually takes. */
      usually?: number;
      problem?: ProblemRecord;
    }
  | { type: 'operation-wrote'; operation: string; key: string; evidence: readonly Evidence[] }
  | { type: 'operation-cancelling'; operation: string }
  | {
      type: 'operation-finished';
      operation: string;
      outcome: 'done' | 'failed' | 'cancelled';
      problem?: ProblemRecord;
      left?: Text;
    };

/** An event with its place in the run's journal: number, time, author and the hash over all before it. */
export interface Envelope {
  readonly run: string;
  readonly seq: number;
  readonly at: string;
  readonly by: Person | null;
  readonly event: RunEvent;
  readonly hash: string;
}
