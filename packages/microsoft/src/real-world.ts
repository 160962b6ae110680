import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { World } from './session.ts';

/** The one adapter through which time, chance and ids of the machine come in. */
export const realWorld: World = {
  now: () => new Date(),
  sleep: async (milliseconds, signal) => {
    await wait(milliseconds, undefined, signal ? { signal } : {});
  },
  random: () => Math.random(),
  id: () => randomUUID(),
};
