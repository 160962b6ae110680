/** Test support: operations on a fresh store, with actions given as functions and a clock that stands still. */
import type { Envelope, RunEvent } from '@portico/plan/event';
import { setImmediate as turn } from 'node:timers/promises';
import { createJournal, type Journal } from '../journal/journal.ts';
import { openStore, type Store, type StoreConfig } from '../store/open-store.ts';
import { createRuns } from '../store/runs.ts';
import { createOperations, type Operations, type Start } from './operations.ts';
import type { Operation } from './run-operation.ts';
import type { OperationVerbs } from './verbs.ts';
import { type VirtualWorld, virtualWorld } from './virtual-world.ts';

export const ada = { id: 'ada', tenant: 't1', name: 'Ada' };

export type Act = (verbs: OperationVerbs, operation: Operation) => Promise<void>;

export interface Stage extends AsyncDisposable {
  readonly store: Store;
  readonly journal: Journal;
  readonly world: VirtualWorld;
  readonly run: string;
  readonly reported: unknown[];
  operations: Operations;
  start(operation: string, more?: Partial<Start>): Promise<void>;
  /** Waits until the run has `count` events of the type, and answers the last of them. */
  event<T extends RunEvent['type']>(type: T, count?: number): Promise<Extract<RunEvent, { type: T }>>;
  events(): Promise<readonly string[]>;
  read(): Promise<readonly Envelope[]>;
  advance(milliseconds: number): Promise<void>;
  /** Lets time pass, a second at a time, until there is an answer. */
  passing<T>(wait: () => Promise<T>): Promise<T>;
  /** Waits until so many executions have had the operation in their hands. */
  taken(times: number): Promise<void>;
  /** As if the process were restarted: the operations are closed and opened again. */
  restart(): Promise<void>;
}

export async function openStage(config: StoreConfig, act: Act): Promise<Stage> {
  const store = await openStore(config);
  const world = virtualWorld();
  const journal = createJournal(store, world);
  const { id: run } = await createRuns(store, world).ensure({ title: 'Contoso', key: 'k', by: ada });
  const reported: unknown[] = [];
  const open = () =>
    createOperations({
      store,
      journal,
      world,
      executor: 'one',
      report: (message, fields) => void reported.push(message, fields),
      perform: (operation, verbs) => act(verbs, operation),
    });
  const stage: Stage = {
    store,
    journal,
    world,
    run,
    reported,
    operations: await open(),
    start: (operation, more) =>
      stage.operations.start({
        operation,
        run,
        action: 'a',
        key: operation,
        driver: 'automatic',
        by: ada,
        changes: [],
        ...more,
      }),
    async event(type, count = 1) {
      const stop = new AbortController();
      let left = count;
      for await (const envelopes of journal.follow(run, 0, stop.signal)) {
        for (const { event } of envelopes) {
          if (!isOf(event, type)) continue;
          left -= 1;
          if (left === 0) return event;
        }
      }
      throw new Error('The journal ended');
    },
    events: async () => (await stage.read()).map(named),
    read: () => journal.read(run, 0),
    advance: async (milliseconds) => world.advance(milliseconds),
    async passing(wait) {
      const clock = setInterval(() => world.advance(1000), 1);
      try {
        return await wait();
      } finally {
        clearInterval(clock);
      }
    },
    async taken(times) {
      for (;;) {
        const { fence } = await store.db.selectFrom('operations').select('fence').executeTakeFirstOrThrow();
        if (fence >= times) return;
        await turn();
      }
    },
    async restart() {
      await stage.operations.close();
      stage.operations = await open();
    },
    async [Symbol.asyncDispose]() {
      await stage.operations.close();
      await store[Symbol.asyncDispose]();
    },
  };
  return stage;
}

export const isOf = <T extends RunEvent['type']>(
  event: RunEvent,
  type: T,
): event is Extract<RunEvent, { type: T }> => event.type === type;

/** `operation-wrote a` is easier to compare than an event with times in it. */
export const named = ({ event }: Pick<Envelope, 'event'>): string => {
  const problem = 'problem' in event && event.problem ? ` ${event.problem.code}` : '';
  if (event.type === 'operation-wrote') return `wrote ${event.key}`;
  if (event.type === 'operation-waiting') return `waiting ${event.for}${problem}`;
  if (event.type === 'operation-finished') return `finished ${event.outcome}${problem}`;
  return event.type.replace('operation-', '');
};
