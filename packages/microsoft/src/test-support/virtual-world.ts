import type { World } from '../session.ts';

/** A world whose time passes only when nothing else is left to do. */
export interface VirtualWorld extends World {
  /** Waits for a promise, and jumps to the next timer whenever nothing is under way outside this world. */
  run<T>(promise: Promise<T>): Promise<T>;
  /** Moves time forward and fires what falls due. */
  advance(milliseconds: number): Promise<void>;
  /** Things of the real world that are under way: while there are any, time stands. */
  busy: number;
}

interface Timer {
  readonly at: number;
  readonly fire: () => void;
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

/**
 * @param random where chance comes from; by default it is always the middle.
 * @param turns of the loop without a timer until nothing is left to do; one, where nothing of the real world is asked.
 */
export function virtualWorld(random: () => number = () => 0.5, turns = 3): VirtualWorld {
  let now = Date.UTC(2024, 4, 1, 10);
  let ids = 0;
  const timers = new Set<Timer>();
  const fireUntil = async (time: number) => {
    for (;;) {
      const next = [...timers].sort((a, b) => a.at - b.at).find(({ at }) => at <= time);
      if (!next) break;
      now = Math.max(now, next.at);
      timers.delete(next);
      next.fire();
      await turn();
    }
    now = Math.max(now, time);
  };
  const world: VirtualWorld = {
    busy: 0,
    now: () => new Date(now),
    random,
    id: () => `id-${(ids += 1)}`,
    sleep: (milliseconds, signal) =>
      new Promise((resolve, reject) => {
        const stop = () => {
          timers.delete(timer);
          reject(new Error('aborted', { cause: signal?.reason }));
        };
        const timer = {
          at: now + milliseconds,
          fire: () => {
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        if (signal?.aborted) stop();
        else timers.add(timer);
        signal?.addEventListener('abort', stop, { once: true });
      }),
    advance: async (milliseconds) => {
      await turn();
      await fireUntil(now + milliseconds);
      await turn();
    },
    async run(promise) {
      const state = { settled: false };
      const end = () => void (state.settled = true);
      promise.then(end, end);
      for (;;) {
        for (let taken = 0; taken < turns; taken += 1) await turn();
        if (state.settled) return promise;
        const due = Math.min(...[...timers].map(({ at }) => at));
        if (world.busy === 0 && due < Infinity) await fireUntil(due);
      }
    },
  };
  return world;
}
