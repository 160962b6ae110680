import { mendedBy } from '@portico/contract/plan';
import { type Copying, copyingOf } from '@portico/contract/copying';
import type { Change, Driver } from '@portico/plan/action';
import type { Envelope } from '@portico/plan/event';
import type { OperationState, RunState } from '@portico/plan/reduce';
import type { Text } from '@portico/plan/text';
import { actionTitle } from './names.ts';

type Outcome = 'done' | 'failed' | 'cancelled' | 'under-way';

/** One durable run of an action. */
export interface PerformedOperation {
  readonly title: Text;
  readonly driver: Driver;
  readonly by?: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
  readonly outcome: Outcome;
  readonly problem?: Text;
  /** What stays behind. */
  readonly left?: Text;
  readonly writes: readonly Write[];
  /** Of the start of the maps: the first copying of rows, beside what was expected of it. */
  readonly copying?: Copying;
}

/** A change that was sent to Microsoft, and is never sent again. */
interface Write {
  readonly at: string;
}

/** The planned changes of one system, each with how far it got. */
export interface ChangedSystem {
  readonly system: string;
  readonly changes: readonly {
    readonly says: Text;
    readonly undo: Change['undo'];
    readonly outcome: Outcome;
  }[];
}

export const outcomeOf = ({ finished }: OperationState): Outcome => finished?.outcome ?? 'under-way';

export function performedOperations(
  state: RunState,
  events: readonly Envelope[],
): readonly PerformedOperation[] {
  // What only waited for somebody else changed nothing; it is listed with the hand-offs.
  const own = Object.values(state.operations).filter(({ action }) => !mendedBy(action));
  return own.map((operation) => {
    const { id, action, driver, startedAt, finished } = operation;
    // Who began it, and who took it over, in that order.
    const names = events.flatMap(({ by, event }) =>
      /^operation-(started|taken-over)$/.test(event.type) &&
      'operation' in event &&
      event.operation === id &&
      by
        ? [by.name]
        : [],
    );
    const problem = finished?.problem;
    const copying = copyingOf(operation);
    return {
      title: actionTitle(action),
      driver,
      startedAt,
      outcome: outcomeOf(operation),
      writes: events.flatMap(({ at, event }) =>
        event.type === 'operation-wrote' && event.operation === id ? [{ at }] : [],
      ),
      ...(names.length > 0 ? { by: names.join(', ') } : {}),
      ...(finished ? { finishedAt: finished.at } : {}),
      ...(problem
        ? {
            problem: { id: `problem.${problem.code}`, ...(problem.values ? { values: problem.values } : {}) },
          }
        : {}),
      ...(finished?.left ? { left: finished.left } : {}),
      ...(copying ? { copying } : {}),
    };
  });
}

/** Everything that was to be written, by system. A change tried twice is listed once, as the last try left it. */
export function changedSystems(state: RunState): readonly ChangedSystem[] {
  const systems = new Map<string, Map<string, ChangedSystem['changes'][number]>>();
  for (const operation of Object.values(state.operations))
    for (const { system, says, undo } of operation.changes) {
      const changes = systems.get(system) ?? new Map<string, ChangedSystem['changes'][number]>();
      systems.set(system, changes.set(JSON.stringify(says), { says, undo, outcome: outcomeOf(operation) }));
    }
  return [...systems].map(([system, changes]) => ({ system, changes: [...changes.values()] }));
}
