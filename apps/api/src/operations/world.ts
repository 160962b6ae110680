import { setTimeout as timer } from 'node:timers/promises';

/** Where operations get time and chance from. */
export interface World {
  now(): Date;
  /** Milliseconds. Ends early, without an error, when `signal` aborts. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
  /** At least 0, below 1. */
  random(): number;
}

export const systemWorld: World = {
  now: () => new Date(),
  random: () => Math.random(),
  sleep: async (milliseconds, signal) => {
    try {
      await timer(milliseconds, undefined, { signal, ref: false });
    } catch {
      // The only error a timer has is that it was aborted.
    }
  },
};
