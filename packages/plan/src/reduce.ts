import type { Change, Driver, Guide } from './action.ts';
import type { Envelope, Person, RunEvent } from './event.ts';
import type { Evidence, Finding, ProblemRecord } from './finding.ts';
import { checksOf, type Plan } from './plan.ts';
import type { Text } from './text.ts';

export interface CheckState {
  readonly running: boolean;
  readonly finding?: Finding;
  readonly evidence?: readonly Evidence[];
  /** ISO 8601: when the world looked like this. */
  readonly at?: string;
}

type Waiting = Omit<Extract<RunEvent, { type: 'operation-waiting' }>, 'type' | 'operation'>;

export interface OperationState {
  readonly id: string;
  readonly action: string;
  readonly driver: Driver;
  readonly by: Person | null;
  readonly startedAt: string;
  readonly changes: readonly Change[];
  readonly guide?: Guide;
  readonly said: readonly { readonly at: string; readonly says: Text }[];
  readonly waiting?: Waiting & { readonly since: string };
  readonly wrote: number;
  readonly cancelling: boolean;
  readonly finished?: {
    at: string;
    outcome: 'done' | 'failed' | 'cancelled';
    problem?: ProblemRecord;
    left?: Text;
  };
}

export interface RunState {
  readonly seq: number;
  readonly title: string;
  readonly cloud: string;
  readonly createdAt?: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly checks: Readonly<Record<string, CheckState>>;
  readonly operations: Readonly<Record<string, OperationState>>;
}

export const emptyRun: RunState = { seq: 0, title: '', cloud: '', answers: {}, checks: {}, operations: {} };

/** Folds one event into the state; numbers already seen change nothing, so streams may overlap. */
export function reduce(plan: Plan, state: RunState, { seq, at, by, event }: Envelope): RunState {
  if (seq <= state.seq) return state;
  const next = { ...state, seq };
  switch (event.type) {
    case 'run-created':
      return { ...next, title: event.title, cloud: event.cloud, createdAt: at };
    case 'answered': {
      const answers = { ...state.answers, [event.step]: event.answers };
      const from = plan.steps.findIndex((step) => step.id === event.step);
      // What was found under other answers is no longer known: it is looked at again.
      const void_ = new Set(plan.steps.slice(from < 0 ? plan.steps.length : from).flatMap(checksOf));
      const checks = Object.entries(state.checks).filter(([id]) => !void_.has(id));
      return { ...next, answers, checks: Object.fromEntries(checks) };
    }
    case 'check-started':
      return {
        ...next,
        checks: { ...state.checks, [event.check]: { ...state.checks[event.check], running: true } },
      };
    case 'check-finished': {
      const { finding, evidence } = event;
      return {
        ...next,
        checks: { ...state.checks, [event.check]: { running: false, finding, evidence, at } },
      };
    }
    case 'operation-started': {
      const { type: _, operation: id, ...rest } = event;
      const begun = { ...rest, id, by, startedAt: at, said: [], wrote: 0, cancelling: false };
      return { ...next, operations: { ...state.operations, [id]: begun } };
    }
    default: {
      const before = state.operations[event.operation];
      if (!before) return next;
      return { ...next, operations: { ...state.operations, [event.operation]: follow(before, at, event) } };
    }
  }
}

type OperationEvent = Extract<RunEvent, { operation: string }>;

function follow(before: OperationState, at: string, event: OperationEvent): OperationState {
  const { waiting: _, ...going } = before;
  switch (event.type) {
    case 'operation-said':
      return { ...going, said: [...before.said, { at, says: event.says }] };
    case 'operation-waiting': {
      const { type: _type, operation: _operation, ...waiting } = event;
      const same = before.waiting?.says.id === waiting.says.id && before.waiting.for === waiting.for;
      return { ...before, waiting: { ...waiting, since: same ? before.waiting.since : at } };
    }
    case 'operation-wrote':
      return { ...before, wrote: before.wrote + 1 };
    case 'operation-cancelling':
      return { ...before, cancelling: true };
    case 'operation-finished': {
      const { type: _type, operation: _operation, ...finished } = event;
      return { ...going, finished: { ...finished, at } };
    }
    case 'operation-started':
      return before;
  }
}
