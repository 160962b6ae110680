/** Test support: a clock that stands still until it is told to go on. */
import type { World } from './world.ts';

export interface VirtualWorld extends World {
  /** Milliseconds. Whoever sleeps until then wakes. */
  advance(milliseconds: number): void;
}

export function virtualWorld(random = 0.5): VirtualWorld {
  let now = Date.parse('2026-05-04T03:02:01.000Z');
  const sleepers = new Set<{ until: number; wake: () => void }>();
  return {
    now: () => new Date(now),
    random: () => random,
    sleep: (milliseconds, signal) =>
      new Promise((resolve) => {
        const wake = () => {
          sleepers.delete(sleeper);
          signal.removeEventListener('abort', wake);
          resolve();
        };
        const sleeper = { until: now + milliseconds, wake };
        sleepers.add(sleeper);
        signal.addEventListener('abort', wake);
        if (signal.aborted) wake();
      }),
    advance(milliseconds) {
      now += milliseconds;
      for (const { until, wake } of sleepers) if (until <= now) wake();
    },
  };
}
