import type { RunEvent } from '@portico/plan/event';
import { endHandOffs } from '../store/hand-offs.ts';
import type { Engine } from './engine.ts';
import { alone, beat, findStrays, leave } from './executors.ts';
import { finishedKey, type Report } from './run-operation.ts';
import type { Surroundings } from './running.ts';

interface Watch {
  readonly around: Surroundings;
  readonly executor: string;
  /** Seconds within which a dead executor's operations go on elsewhere. */
  readonly lease: number;
  readonly report: Report;
}

/**
 * Says that this executor lives, and looks after what dead ones left. Within one lease: half of it must pass
 * in silence, a sixth until somebody looks, the rest is for the engine to begin.
 */
export function watchStrays({ around, executor, lease, report }: Watch) {
  const { store, journal, world, closing } = around;
  const silent = lease / 2;
  let loop: Promise<void> = Promise.resolve();

  async function look(engine: Engine, after: number): Promise<void> {
    for (const { id, is } of await findStrays(store, after)) {
      if (is === 'orphaned') await engine.resume([id]);
      else if (is === 'never-started') await engine.start(id);
      else await giveUp(id);
    }
  }

  /** The engine has an end for it and the journal hasn't: it could not be written. It must not hang for ever. */
  async function giveUp(id: string): Promise<void> {
    report('An operation ended without an outcome', { operation: id });
    const query = store.db.selectFrom('operations').select('run').where('id', '=', id);
    const { run } = await query.executeTakeFirstOrThrow();
    const event: RunEvent = {
      type: 'operation-finished',
      operation: id,
      outcome: 'failed',
      problem: { code: 'bug' },
    };
    const now = world.now();
    const ended = { done: false, now };
    await journal.append(
      run,
      null,
      async (tx) => [...(await endHandOffs(tx, id, ended)), event],
      finishedKey(id),
    );
    await store.db.updateTable('operations').set({ finished_at: now }).where('id', '=', id).execute();
  }

  async function keep(engine: Engine): Promise<void> {
    while (!closing.aborted) {
      await world.sleep((lease / 6) * 1000, closing);
      if (closing.aborted) return;
      try {
        await beat(store, executor);
        await alone(store, () => look(engine, silent));
      } catch (error) {
        // The next beat is the repair; meanwhile others may take over, and the fence keeps us off.
        report('The database did not take this process’s beat', { executor, error });
      }
    }
  }

  return {
    /** Before the engine: nobody may see our operations without seeing us. */
    announce: () => beat(store, executor),
    async watch(engine: Engine): Promise<void> {
      // Embedded, there is nobody else: whatever lies there is ours, and nobody needs to be watched.
      if (store.kind === 'embedded') return look(engine, 0);
      await alone(store, () => look(engine, silent));
      loop = keep(engine);
    },
    async leave(): Promise<void> {
      await loop;
      await leave(store, executor).catch((error: unknown) => report('No good-bye could be said', { error }));
    },
  };
}
