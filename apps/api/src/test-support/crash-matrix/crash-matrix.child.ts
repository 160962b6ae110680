/**
 * The process that dies in crash-matrix.ts. It wraps what the operations are given (perform, verbs, journal,
 * world) and kills itself with SIGKILL at the point it is told; the code under test knows nothing of it.
 */
import type { Person } from '@portico/plan/event';
import { createJournal, type Journal } from '../../journal/journal.ts';
import { openStore } from '../../store/open-store.ts';
import { createRuns } from '../../store/runs.ts';
import type { ChildOrder, ChildSays, SubjectModule } from './crash-orders.ts';
import { createOperations } from '../../operations/operations.ts';
import type { Perform } from '../../operations/run-operation.ts';
import { systemWorld, type World } from '../../operations/world.ts';

const by: Person = { id: 'ada', tenant: 't1', name: 'Ada' };
const tell = (said: ChildSays) => process.send?.(said);

async function live({
  config,
  subject,
  executor,
  lease,
  awaited,
  asksAgain,
  begin,
}: ChildOrder): Promise<void> {
  const points: string[] = [];
  const point = (operation: string, name: string) => {
    if (operation !== begin?.operation) return;
    points.push(name);
    if (points.length - 1 !== begin.dieAt) return;
    process.kill(process.pid, 'SIGKILL');
    // The signal may take a moment; nothing may happen in it.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  };
  await using store = await openStore(config);
  const journal = createJournal(store, systemWorld);
  let waiting: { operation: string; key: string; since: Date } | undefined;
  const module: SubjectModule = await import(subject.module);
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
    perform: dying(module.perform(subject.settings), point, (operation, key) => {
      waiting = { operation, key, since: systemWorld.now() };
    }),
  });
  tell({ says: 'launched' });
  const runs = createRuns(store, systemWorld);
  const runOf = (key: string) => runs.ensure({ title: key, key, by });
  const start = async (operation: string) => {
    const { action, driver, pace } = subject;
    const { id: run } = await runOf(operation);
    await operations.start({ operation, run, action, key: operation, driver, by, changes: [], pace });
    return run;
  };
  for (const operation of awaited) {
    const { id: run } = await runOf(operation);
    // Died before anything was written: then whoever asked got no answer, and asks again.
    if (asksAgain && (await journal.read(run, 0)).length === 0) await start(operation);
    await finished(journal, run, operation);
  }
  if (begin) {
    await finished(journal, await start(begin.operation), begin.operation);
    tell({ says: 'points', points });
  }
}

async function finished(journal: Journal, run: string, operation: string): Promise<void> {
  const stop = new AbortController();
  for await (const envelopes of journal.follow(run, 0, stop.signal)) {
    for (const { event } of envelopes) {
      if (event.type !== 'operation-finished') continue;
      tell({ says: 'finished', operation, outcome: event.problem?.code ?? event.outcome });
      stop.abort();
    }
  }
}

const killing = (journal: Journal, point: (operation: string, name: string) => void): Journal => ({
  ...journal,
  async append(run, who, events, key, also) {
    const [event] = events;
    const operation = event && 'operation' in event ? event.operation : '';
    // What comes before the other events is a point of the verbs.
    if (event?.type === 'operation-started') point(operation, 'before operation-started is written');
    const written = await journal.append(run, who, events, key, also);
    point(operation, `after ${event?.type} was written`);
    return written;
  },
});

const dying =
  (
    perform: Perform,
    point: (operation: string, name: string) => void,
    waits: (operation: string, key: string) => void,
  ): Perform =>
  async (operation, verbs) => {
    const at = (name: string) => point(operation.id, name);
    at('before the action');
    await perform(operation, {
      ...verbs,
      async once(key, act) {
        const answer = await verbs.once(key, async (unanswered) => {
          at(`before the call of ${key}`);
          try {
            const value = await act(unanswered);
            at(`after the effect of ${key}`);
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
          at(`after a look at ${key}`);
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
