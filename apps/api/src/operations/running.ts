import type { Driver } from '@portico/plan/action';
import type { Evidence } from '@portico/plan/finding';
import type { Person } from '@portico/plan/event';
import type { Text } from '@portico/plan/text';
import type { Journal } from '../journal/journal.ts';
import type { Store } from '../store/open-store.ts';
import { never } from './ending.ts';
import { insist } from './insist.ts';
import type { World } from './world.ts';

export interface Surroundings {
  readonly store: Store;
  readonly journal: Journal;
  readonly world: World;
  /** Aborts when this process stops working on operations: nothing new is begun. */
  readonly closing: AbortSignal;
  /** What closing waits for: steps on their way into the engine, and writes until their answer is stored. */
  readonly uncut: Set<Promise<void>>;
}

/** An operation while this process works on it. */
export interface Running extends Disposable {
  readonly around: Surroundings;
  readonly id: string;
  readonly run: string;
  readonly action: string;
  readonly driver: Driver;
  /** On whose behalf, as of the last look at `cancelled`: a colleague may take over while it waits. */
  readonly by: Person;
  readonly left: Text | null;
  readonly pace: number;
  /** Aborts when the operation is cancelled or the process closes, but not during a write. */
  readonly signal: AbortSignal;
  /** Calls seen since the step under way began; they become the evidence of its write. */
  readonly seen: Evidence[];
  /** Answers whether it was cancelled; never answers once it isn't ours any more. */
  cancelled(): Promise<boolean>;
  /** Runs a write to its end, whatever happens meanwhile. `stored` settles when its answer is on disk. */
  undisturbed<T>(write: () => Promise<T>, stored: () => Promise<unknown> | undefined): Promise<T>;
  /** Resolves at the next nudge, sign-in, cancellation or close. */
  stirred(): Promise<void>;
  ask<T>(question: () => Promise<T>): Promise<T>;
}

/** Closing waits until the answered function is called. */
export function uncut(around: Surroundings): () => void {
  const { promise, resolve } = Promise.withResolvers<void>();
  around.uncut.add(promise);
  return () => {
    around.uncut.delete(promise);
    resolve();
  };
}

export const topicOf = (operation: string): string => `operation ${operation}`;

/** Takes an operation over for this execution; undefined when it has finished. */
export async function takeOperation(around: Surroundings, id: string): Promise<Running | undefined> {
  const { store, world, closing } = around;
  const ask = <T>(question: () => Promise<T>) => insist(world, closing, question);
  const row = await ask(() =>
    store.db
      .updateTable('operations')
      .set((is) => ({ fence: is('fence', '+', 1) }))
      .where('id', '=', id)
      .where('finished_at', 'is', null)
      .returning(['run', 'action', 'driver', 'by', 'left', 'pace', 'fence'])
      .executeTakeFirst(),
  );
  if (!row) return undefined;
  const { fence, by: starter, ...taken } = row;
  let by = starter;
  const ended = new AbortController();
  let writing = 0;
  let wake = Promise.withResolvers<void>();

  async function cancelled(): Promise<boolean> {
    const now = await ask(() =>
      store.db
        .selectFrom('operations')
        .select(['fence', 'cancelling', 'by'])
        .where('id', '=', id)
        .executeTakeFirst(),
    );
    if (closing.aborted || now?.fence !== fence) return never();
    by = now.by;
    if (now.cancelling && writing === 0) ended.abort();
    return now.cancelling;
  }
  const stir = () => {
    wake.resolve();
    wake = Promise.withResolvers();
    // Failing to look is no matter: every step looks for itself before it begins.
    if (!closing.aborted) cancelled().catch(() => undefined);
  };
  const close = () => {
    wake.resolve();
    if (writing === 0) ended.abort();
  };
  const heard = store.signals.hear(topicOf(id), stir);
  closing.addEventListener('abort', close, { once: true });

  return {
    ...taken,
    get by() {
      return by;
    },
    around,
    id,
    ask,
    cancelled,
    signal: ended.signal,
    seen: [],
    stirred: () => wake.promise,
    async undisturbed(write, stored) {
      const release = uncut(around);
      writing += 1;
      try {
        const written = await write();
        void Promise.resolve(stored()).then(release, release);
        return written;
      } catch (error) {
        release();
        throw error;
      } finally {
        writing -= 1;
        if (closing.aborted && writing === 0) ended.abort();
      }
    },
    [Symbol.dispose]() {
      heard[Symbol.dispose]();
      closing.removeEventListener('abort', close);
    },
  };
}
