/**
 * The process that dies in crash-matrix.ts. It wraps what the operations are given (perform, verbs, journal,
 * world) and kills itself with SIGKILL at the point it is told; the code under test knows nothing of it.
 */
import type { Person } from '@portico/plan/event';
import { createJournal, type Journal } from '../../journal/journal.ts';
import { createOperations } from '../../operations/operations.ts';
import type { Perform } from '../../operations/run-operation.ts';
import { systemWorld, type World } from '../../operations/world.ts';
import { openStore } from '../../store/open-store.ts';
import { createRuns } from '../../store/runs.ts';
import type { ChildOrder, ChildSays, Opened, Part, SubjectModule } from './crash-orders.ts';

const ada: Person = { id: 'ada', tenant: 't1', name: 'Ada' };
const tell = (said: ChildSays) => process.send?.(said);

async function live({ config, executor, lease, asksAgain, awaited, begins }: ChildOrder): Promise<void> {
  const passed = new Map(begins.map(({ operation }) => [operation, new Set<string>()]));
  const dieAt = new Map(begins.map((part) => [part.operation, part.dieAt]));
  const point: Point = (operation, name) => {
    passed.get(operation)?.add(name);
    if (dieAt.get(operation) !== name) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal may take a moment; nothing may happen in it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
  await using store = await openStore(config);
  const journal = createJournal(store, systemWorld);
  let waiting: { operation: string; key: string; since: Date } | undefined;
  const opened = new Map<string, Opened>();
  for (const { operation, subject, settings } of [...awaited, ...begins]) {
    const module: SubjectModule = await import(subject.module);
    opened.set(operation, await module.open(settings, { store, journal }));
  }
  const openedOf = (operation: string): Opened => {
    const found = opened.get(operation);
    if (!found) throw new Error(`Nobody spoke of the operation ${operation}.`);
    return found;
  };
  await using operations = await createOperations({
    store,
    executor,
    lease,
    journal: killing(journal, point),
    world: {
      ...systemWorld,
      // Stands still from the wish to wait until the wait: else a loaded machine may be past its end by then.
      now: () => waiting?.since ?? systemWorld.now(),
      sleep(milliseconds, signal) {
        if (waiting) point(waiting.operation, `during the wait of ${waiting.key}`);
        waiting = undefined;
        return systemWorld.sleep(milliseconds, signal);
      },
    } satisfies World,
    report: (message, fields) => tell({ says: 'failed', error: `${message} ${JSON.stringify(fields)}` }),
    perform: dying(
      (operation, verbs) => openedOf(operation.id).perform(operation, verbs),
      point,
      (operation, key) => {
        waiting = { operation, key, since: systemWorld.now() };
      },
    ),
  });
  tell({ says: 'launched' });
  const runs = createRuns(store, systemWorld);
  const runOf = ({ operation }: Part) =>
    runs.ensure({ title: operation, key: operation, by: openedOf(operation).by ?? ada });
  const start = async (part: Part) => {
    const { operation, subject } = part;
    const { action, driver, pace } = subject;
    const { id: run } = await runOf(part);
    const { by = ada, prepare } = openedOf(operation);
    await prepare?.(run);
    await operations.start({ operation, run, action, key: operation, driver, by, changes: [], pace });
    return run;
  };
  for (const part of awaited) {
    const { id: run } = await runOf(part);
    // Died before anything was started: then whoever asked got no answer, and asks again.
    const begun = (await journal.read(run, 0)).some(({ event }) => event.type === 'operation-started');
    if (asksAgain && !begun) await start(part);
    await finished(journal, run, part);
  }
  for (const part of begins) {
    await finished(journal, await start(part), part);
    tell({ says: 'points', operation: part.operation, points: [...(passed.get(part.operation) ?? [])] });
  }
}

/** Hears what a process goes through, by operation. A name stands for its first time: looks are many. */
type Point = (operation: string, name: string) => void;

async function finished(journal: Journal, run: string, { operation }: Part): Promise<void> {
  const stop = new AbortController();
  for await (const envelopes of journal.follow(run, 0, stop.signal)) {
    for (const { event } of envelopes) {
      if (event.type !== 'operation-finished') continue;
      tell({ says: 'finished', operation, outcome: event.problem?.code ?? event.outcome });
      stop.abort();
    }
  }
}

const killing = (journal: Journal, point: Point): Journal => ({
  ...journal,
  async append(run, who, events, key, also) {
    const known = typeof events === 'function' ? undefined : events[0];
    // What comes before the other events is a point of the verbs.
    if (known?.type === 'operation-started') point(known.operation, 'before the start is written');
    const written = await journal.append(run, who, events, key, also);
    // What is decided in the journal itself ends an operation, and its end comes last.
    const event = known ?? written.at(-1)?.event;
    const operation = event && 'operation' in event ? event.operation : '';
    point(operation, `after ${key?.replace(`${operation}:`, '')} was written`);
    return written;
  },
});

const dying =
  (perform: Perform, point: Point, waits: (operation: string, key: string) => void): Perform =>
  async (operation, verbs) => {
    const at = (name: string) => point(operation.id, name);
    at('before the action');
    await perform(operation, {
      ...verbs,
      async once(key, act) {
        const answer = await verbs.once(key, async ({ unanswered, write }) => {
          at(`before ${key}`);
          try {
            const value = await act({
              unanswered,
              write: (send) =>
                write(async () => {
                  at(`before the call of ${key}`);
                  const sent = await send();
                  at(`after the effect of ${key}`);
                  return sent;
                }),
            });
            at(`after ${key}`);
            return value;
          } catch (error) {
            waits(operation.id, key);
            throw error;
          }
        });
        at(`after ${key} was stored`);
        return answer;
      },
      async until(key, wait, poll) {
        const answer = await verbs.until(key, wait, async () => {
          at(`before a look at ${key}`);
          const value = await poll();
          at(value === undefined ? `after a look in vain at ${key}` : `after the last look at ${key}`);
          if (value === undefined) waits(operation.id, key);
          return value;
        });
        at(`after ${key} was stored`);
        return answer;
      },
    });
    at('after the action');
  };

process.once('message', (order: ChildOrder) => {
  void live(order).then(
    () => process.disconnect(),
    (error: unknown) => {
      tell({ says: 'failed', error: error instanceof Error ? String(error.stack) : String(error) });
      process.disconnect();
    },
  );
});
