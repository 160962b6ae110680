import { Problem } from '@portico/contract/problems';
import type { Change, Driver, Guide } from '@portico/plan/action';
import type { Person, RunEvent } from '@portico/plan/event';
import type { Text } from '@portico/plan/text';
import { randomUUID } from 'node:crypto';
import { eventsSince } from '../journal/events-since.ts';
import type { Journal } from '../journal/journal.ts';
import type { Store } from '../store/open-store.ts';
import { openEngine } from './engine.ts';
import { type Perform, type Report, runOperation } from './run-operation.ts';
import { topicOf, uncut } from './running.ts';
import { watchStrays } from './watch-strays.ts';
import type { World } from './world.ts';

export interface Start {
  /** Chosen by the caller; the same id is the same operation, however often it is started. */
  readonly operation: string;
  readonly run: string;
  readonly action: string;
  /** What the browser sent to ask once. */
  readonly key: string;
  readonly driver: Driver;
  readonly by: Person;
  readonly changes: readonly Change[];
  readonly guide?: Guide;
  /** What stays behind when it is cancelled or fails: the action's `left`. */
  readonly left?: Text;
  /** Divides all waits; from the list of clouds, 1 for the real ones. */
  readonly pace?: number;
  /** The last event that whoever decided to start it knew of. */
  readonly decidedAt?: number;
}

/** Somebody was quicker: what was decided on isn't so any more. For a start, an answer or another start. */
export class Overtaken extends Error {}

export interface Operations extends AsyncDisposable {
  /**
   * Journals `operation-started` and begins. Throws `not-found` for a run that isn't of `by`'s tenant, and
   * {@link Overtaken}.
   */
  start(start: Start): Promise<void>;
  /**
   * Look now. A pause that a service asked for is kept. With `by`, only in that person's tenant; throws
   * `needs-step-up` when it waits for something that this person must prove at a sign-in.
   */
  nudge(operation: string, by?: Person): Promise<void>;
  /** Stop after the current call; once finished, it does nothing. With `by`, only in that person's tenant. */
  cancel(operation: string, by?: Person): Promise<void>;
  /** A person signed in: what waited for that goes on. Answers how many. */
  wakeWaiting(filter: { readonly tenant: string; readonly person: string }): Promise<number>;
  /** Goes on on behalf of `by`, when it waits for somebody else's sign-in; does nothing otherwise. */
  takeOver(operation: string, by: Person): Promise<void>;
  /** Ends this process's work; what is under way goes on elsewhere, or here after the next start. */
  close(): Promise<void>;
}

export interface OperationsConfig {
  readonly store: Store;
  readonly journal: Journal;
  readonly perform: Perform;
  readonly world: World;
  /**
   * Names this process among those on the same database, and must be its own. A process that comes back under
   * the name goes on at once; else another takes over within the lease. Default: random, `embedded` embedded.
   */
  readonly executor?: string;
  /** Seconds within which a dead executor's operations go on elsewhere. */
  readonly lease?: number;
  /** Hears of bugs and of trouble with the database. */
  readonly report?: Report;
}

/** Another answer describes another world; another operation may change it. */
const overtakes = (event: RunEvent, operation: string): boolean =>
  event.type === 'answered' || (event.type === 'operation-started' && event.operation !== operation);

/** Seconds that `close` gives the calls under way to come to their end. */
const grace = 5;

/** Throws when this process already has one. */
export async function createOperations(config: OperationsConfig): Promise<Operations> {
  const { store, journal, perform, world, lease = 15, report = () => undefined } = config;
  const executor = config.executor ?? (store.kind === 'embedded' ? 'embedded' : randomUUID());
  const closing = new AbortController();
  const around = { store, journal, world, closing: closing.signal, uncut: new Set<Promise<void>>() };
  const strays = watchStrays({ around, executor, lease, report });
  await strays.announce();
  const engine = await openEngine({
    store,
    world,
    executor,
    report,
    run: (operation) => runOperation(around, operation, perform, report),
  });
  await strays.watch(engine);

  const stir = (operations: readonly string[]) => {
    for (const operation of operations) store.signals.tell(topicOf(operation));
  };
  const find = async (operation: string, by?: Person) => {
    const query = store.db.selectFrom('operations').select(['run', 'tenant', 'person', 'finished_at']);
    const found = await query.where('id', '=', operation).executeTakeFirst();
    if (!found || (by && by.tenant !== found.tenant)) throw new Problem('not-found', { detail: operation });
    return found;
  };

  /** What is stored is begun: where this process closes meanwhile, the next one takes it in as a stray. */
  const begin = async (operation: string) => {
    if (closing.signal.aborted) return;
    try {
      await engine.start(operation);
    } catch (error) {
      if (!closing.signal.aborted) throw error;
    }
  };

  return {
    async start(start) {
      const { operation, run, action, key, driver, by, changes, guide, left, pace = 1, decidedAt } = start;
      const begun = { type: 'operation-started', operation, action, key, driver, changes } as const;
      const row = {
        id: operation,
        run,
        tenant: by.tenant,
        person: by.id,
        action,
        driver,
        by: JSON.stringify(by),
        left: left ? JSON.stringify(left) : null,
        pace,
        started_at: world.now(),
      };
      const release = uncut(around);
      try {
        // Event and row are one: once they are there, somebody sees to it that it runs, whatever happens here.
        await journal.append(
          run,
          by,
          [guide ? { ...begun, guide } : begun],
          `${operation}:started`,
          async (tx) => {
            const since = decidedAt === undefined ? [] : await eventsSince(tx, run, decidedAt);
            if (since.some((event) => overtakes(event, operation))) throw new Overtaken();
            await tx.insertInto('operations').values(row).execute();
          },
        );
        await begin(operation);
      } finally {
        release();
      }
    },
    async nudge(operation, by) {
      const { person } = await find(operation, by);
      const waiting = await store.db
        .selectFrom('waits')
        .select('challenge')
        .where('operation', '=', operation)
        .where('challenge', 'is not', null)
        .executeTakeFirst();
      await store.db
        .updateTable('waits')
        .set({ next_at: new Date(0) })
        .where('operation', '=', operation)
        .where('kind', '!=', 'throttle')
        .execute();
      stir([operation]);
      if (waiting?.challenge && by?.id === person)
        throw new Problem('needs-step-up', { challenge: waiting.challenge });
    },
    async takeOver(operation, by) {
      const { run } = await find(operation, by);
      const event = { type: 'operation-taken-over', operation } as const;
      try {
        await journal.append(run, by, [event], undefined, async (tx) => {
          const taken = await tx
            .updateTable('operations')
            .set({ person: by.id, by: JSON.stringify(by) })
            .where('id', '=', operation)
            .where('person', '!=', by.id)
            .where('finished_at', 'is', null)
            .where((is) =>
              is.exists(
                is
                  .selectFrom('waits')
                  .select('key')
                  .where('waits.operation', '=', operation)
                  .where('waits.kind', '=', 'sign-in'),
              ),
            )
            .returning('id')
            .executeTakeFirst();
          if (!taken) throw new Overtaken();
          // Should it wait again, it is for somebody else: that is news.
          await tx
            .updateTable('waits')
            .set({ next_at: new Date(0), tries: 0, telling: '', challenge: null })
            .where('operation', '=', operation)
            .where('kind', '=', 'sign-in')
            .execute();
        });
      } catch (error) {
        if (error instanceof Overtaken) return;
        throw error;
      }
      stir([operation]);
    },
    async cancel(operation, by) {
      const { run, finished_at } = await find(operation, by);
      if (finished_at) return;
      await journal.append(
        run,
        by ?? null,
        [{ type: 'operation-cancelling', operation }],
        `${operation}:cancelling`,
      );
      await store.db
        .updateTable('operations')
        .set({ cancelling: true })
        .where('id', '=', operation)
        .execute();
      stir([operation]);
    },
    async wakeWaiting({ tenant, person }) {
      const woken = await store.db
        .updateTable('waits')
        .from('operations')
        .set({ next_at: new Date(0) })
        .whereRef('operations.id', '=', 'waits.operation')
        .where('operations.tenant', '=', tenant)
        .where('operations.person', '=', person)
        .where('operations.finished_at', 'is', null)
        .where('waits.kind', '=', 'sign-in')
        .returning('waits.operation')
        .execute();
      const ids = [...new Set(woken.map(({ operation }) => operation))];
      stir(ids);
      return ids.length;
    },
    close,
    [Symbol.asyncDispose]: close,
  };

  async function close(): Promise<void> {
    if (closing.signal.aborted) return;
    closing.abort();
    const enough = new AbortController();
    await Promise.race([Promise.all(around.uncut), world.sleep(grace * 1000, enough.signal)]);
    enough.abort();
    await strays.leave();
    await engine[Symbol.asyncDispose]();
  }
}
