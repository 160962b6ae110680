import type { Envelope, Person, RunEvent } from './event.ts';
import type { Evidence, Finding } from './finding.ts';
import { checksOf, type Plan } from './plan.ts';
import type { Text } from './text.ts';

/** `at`: when the world looked like this; `since`: when the latest look began. ISO 8601. */
export interface CheckState {
  readonly running: boolean;
  readonly finding?: Finding;
  readonly evidence?: readonly Evidence[];
  readonly at?: string;
  readonly since?: string;
}
type Of<T extends RunEvent['type']> = Omit<Extract<RunEvent, { type: T }>, 'type' | 'operation'>;
type OperationEvent = Exclude<Extract<RunEvent, { operation: string }>, { type: 'operation-started' }>;
export interface OperationState extends Readonly<Of<'operation-started'>> {
  readonly id: string;
  readonly by: Person | null;
  readonly startedAt: string;
  readonly said: readonly { readonly at: string; readonly says: Text }[];
  readonly wrote: number;
  readonly cancelling: boolean;
  readonly waiting?: Of<'operation-waiting'> & { readonly since: string };
  readonly finished?: Of<'operation-finished'> & { readonly at: string };
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
  if (event.type === 'run-created') return { ...next, title: event.title, cloud: event.cloud, createdAt: at };
  if (event.type === 'answered') {
    const from = plan.steps.findIndex(({ id }) => id === event.step);
    // What was found under other answers is no longer known: it is looked at again.
    const unknown = new Set(from < 0 ? [] : plan.steps.slice(from).flatMap(checksOf));
    const checks = Object.fromEntries(Object.entries(state.checks).filter(([id]) => !unknown.has(id)));
    return { ...next, answers: { ...state.answers, [event.step]: event.answers }, checks };
  }
  if (event.type === 'check-started' || event.type === 'check-finished') {
    const { finding, evidence } = event.type === 'check-finished' ? event : { ...state.checks[event.check] };
    const before = event.type === 'check-finished' ? { at } : { ...state.checks[event.check] };
    const running = event.type === 'check-started';
    const since = running ? at : state.checks[event.check]?.since;
    const seen = {
      ...before,
      running,
      ...(since && { since }),
      ...(finding && { finding }),
      ...(evidence && { evidence }),
    };
    return { ...next, checks: { ...state.checks, [event.check]: seen } };
  }
  const { operation: id } = event;
  if (event.type === 'operation-started') {
    const { type: _, operation: __, ...begun } = event;
    const fresh = { ...begun, id, by, startedAt: at, said: [], wrote: 0, cancelling: false };
    return { ...next, operations: { ...state.operations, [id]: fresh } };
  }
  const before = state.operations[id];
  return before ? { ...next, operations: { ...state.operations, [id]: follow(before, at, event) } } : next;
}

function follow(
  before: OperationState,
  at: string,
  { operation: _, ...event }: OperationEvent,
): OperationState {
  const { waiting, ...going } = before;
  switch (event.type) {
    case 'operation-said':
      return { ...going, said: [...before.said, { at, says: event.says }] };
    case 'operation-waiting': {
      const same = waiting?.for === event.for && JSON.stringify(waiting.says) === JSON.stringify(event.says);
      return { ...before, waiting: { ...event, since: same ? waiting.since : at } };
    }
    case 'operation-wrote':
      return { ...going, wrote: before.wrote + 1 };
    case 'operation-cancelling':
      return { ...before, cancelling: true };
    case 'operation-finished':
    default:
      return { ...going, finished: { ...event, at } };
  }
}
