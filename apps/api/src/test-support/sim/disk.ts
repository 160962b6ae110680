import type { Driver } from '@portico/plan/action';
import type { Person, RunEvent } from '@portico/plan/event';
import { emptyRun, reduce, type RunState } from '@portico/plan/reduce';
import type { Text } from '@portico/plan/text';
import type { Outcome } from '../../operations/attempt.ts';
import type { WaitRow } from '../../operations/waits.ts';

/** An operation's row, as `operations` has it. */
export interface OperationRow {
  readonly id: string;
  readonly action: string;
  readonly driver: Driver;
  readonly left?: Text;
  readonly pace: number;
  by: Person;
  cancelling: boolean;
  finished: boolean;
  /** How many executions have taken it. */
  fence: number;
}

export interface Entry {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: Person | null;
  readonly event: RunEvent;
}

/** All that survives the death of a process: what the real engine has in its tables. */
export interface Disk {
  readonly operations: Map<string, OperationRow>;
  readonly journal: Entry[];
  readonly keys: Set<string>;
  /** Whoever follows the journal. */
  readonly heard: Set<(entry: Entry) => void>;
  /** Stored answers of steps by operation, in the order in which the steps began: that is how DBOS knows them. */
  readonly steps: Map<string, ({ readonly name: string; readonly outcome: Outcome<unknown> } | undefined)[]>;
  /** By operation and key. */
  readonly tries: Map<string, { readonly count: number; readonly sentAt: number }>;
  readonly waits: Map<string, WaitRow>;
}

export const emptyDisk = (): Disk => ({
  operations: new Map(),
  journal: [],
  keys: new Set(),
  heard: new Set(),
  steps: new Map(),
  tries: new Map(),
  waits: new Map(),
});

/** Appends once: what has the key is there already. */
export function append(disk: Disk, at: number, by: Person | null, event: RunEvent, key: string): boolean {
  if (disk.keys.has(key)) return false;
  disk.keys.add(key);
  const entry = { at, by, event };
  disk.journal.push(entry);
  for (const hear of disk.heard) hear(entry);
  return true;
}

export const rowKey = (operation: string, key: string): string => `${operation} ${key}`;

const noSteps = { version: '', groups: [], steps: [] };

/** What was done and is being done, as the run's state has it. */
export const operationsOf = ({ journal }: Disk): RunState['operations'] =>
  journal.reduce(
    (state, { at, by, event }, index) =>
      reduce(noSteps, state, {
        run: '',
        hash: '',
        seq: index + 1,
        at: new Date(at).toISOString(),
        by,
        event,
      }),
    emptyRun,
  ).operations;
