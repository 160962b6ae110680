import type { Envelope, Person, RunEvent } from './event.ts';
import { type Evidence, type Finding, gist } from './finding.ts';
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
type Stamp = Pick<Envelope, 'at' | 'by'>;
type OperationEvent = Exclude<Extract<RunEvent, { operation: string }>, { type: 'operation-started' }>;
/** What an operation waits for, given by a link to somebody who needs no account: `by` whom, `since` when. */
export type HandOff = Of<'hand-off'> & Stamp & { readonly since: string };
export interface OperationState extends Readonly<Of<'operation-started'>> {
  readonly id: string;
  /** On whose behalf it runs now. */
  readonly by: Person | null;
  readonly startedAt: string;
  readonly said: readonly { readonly at: string; readonly says: Text }[];
  readonly wrote: number;
  readonly cancelling: boolean;
  readonly handOffs: Readonly<Record<string, HandOff>>;
  readonly waiting?: Of<'operation-waiting'> & { readonly since: string };
  readonly finished?: Of<'operation-finished'> & { readonly at: string };
}
/** Somebody's word that a step may go on although a soft check doesn't pass. */
export type Override = NonNullable<Of<'override'>['given']> & Stamp;
/** What was decided within a step, by its key; `seq`: when, as the journal counts. */
export type Chosen = Omit<Of<'chosen'>, 'key'> & Stamp & { readonly seq: number };
export interface RunState {
  readonly seq: number;
  readonly title: string;
  readonly cloud: string;
  readonly createdAt?: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly choices: Readonly<Record<string, Chosen>>;
  readonly checks: Readonly<Record<string, CheckState>>;
  readonly overrides: Readonly<Record<string, Override>>;
  readonly operations: Readonly<Record<string, OperationState>>;
}
const [answers, choices, checks, overrides, operations] = [{}, {}, {}, {}, {}];
const decided = { answers, choices, overrides };
export const emptyRun: RunState = { seq: 0, title: '', cloud: '', ...decided, checks, operations };

/** Folds one event into the state; numbers already seen change nothing, so streams may overlap. */
export function reduce(plan: Plan, state: RunState, { seq, at, by, event }: Envelope): RunState {
  if (seq <= state.seq) return state;
  const next = { ...state, seq };
  switch (event.type) {
    case 'run-created':
      return { ...next, title: event.title, cloud: event.cloud, createdAt: at };
    case 'answered': {
      // What was found under other answers is no longer known: it is looked at again. What a step holds that
      // doesn't build on this one stays known.
      const on = new Set([event.step]);
      for (const { id, after } of plan.steps) if (after.some((other) => on.has(other))) on.add(id);
      const known = plan.steps.filter(({ id }) => !on.has(id)).flatMap(checksOf);
      const unknown = plan.steps.flatMap(checksOf).filter((id) => !known.includes(id));
      const [checks, overrides] = [without(state.checks, unknown), without(state.overrides, unknown)];
      return { ...next, answers: { ...state.answers, [event.step]: event.answers }, checks, overrides };
    }
    case 'chosen': {
      const { type: _, key, ...chosen } = event;
      return { ...next, choices: { ...state.choices, [key]: { ...chosen, seq, at, by } } };
    }
    case 'check-started': {
      const seen = { ...state.checks[event.check], running: true, since: at };
      return { ...next, checks: { ...state.checks, [event.check]: seen } };
    }
    case 'check-finished': {
      const { type: _, took: __, check, ...found } = event;
      const before = state.checks[check];
      const checks = { ...state.checks, [check]: { ...before, ...found, at, running: false } };
      // An override holds for what was seen when it was given.
      const same = before?.finding && gist(before.finding) === gist(found.finding);
      return { ...next, checks, overrides: without(state.overrides, same ? [] : [check]) };
    }
    case 'override': {
      const given = event.given && { [event.check]: { ...event.given, by, at } };
      return { ...next, overrides: { ...without(state.overrides, [event.check]), ...given } };
    }
    case 'operation-started': {
      const { type: _, operation: id, ...begun } = event;
      const fresh = { ...begun, id, by, startedAt: at, said: [], wrote: 0, cancelling: false, handOffs: {} };
      return { ...next, operations: { ...state.operations, [id]: fresh } };
    }
    default: {
      const before = state.operations[event.operation];
      const after = before && { [event.operation]: follow(before, { at, by }, event) };
      return { ...next, operations: { ...state.operations, ...after } };
    }
  }
}

const without = <T>(all: Readonly<Record<string, T>>, gone: readonly string[]): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([id]) => !gone.includes(id)));

function follow(before: OperationState, { at, by }: Stamp, told: OperationEvent): OperationState {
  const { operation: _, ...event } = told;
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
    case 'operation-taken-over':
      return { ...going, by };
    case 'operation-cancelling':
      return { ...before, cancelling: true };
    case 'hand-off': {
      const { by: giver = by, since = at } = before.handOffs[event.handOff] ?? {};
      const one = { ...event, at, by: giver, since };
      return { ...before, handOffs: { ...before.handOffs, [event.handOff]: one } };
    }
    case 'operation-finished':
    default:
      return { ...going, finished: { ...event, at } };
  }
}
