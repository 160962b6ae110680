import { saveWorld } from './save-world.ts';
import type { World } from './world.ts';

/** Saves a world every few seconds, and a last time when disposed of. One save at a time. */
export function keepSaving(file: string, world: World, everyMilliseconds = 5000): AsyncDisposable {
  let saving = Promise.resolve();
  const save = () => {
    saving = saving.then(() => saveWorld(file, world));
    return saving;
  };
  const timer = setInterval(() => {
    save().catch((error: unknown) => {
      console.error(`The rehearsal could not be saved: ${String(error)}`);
      saving = Promise.resolve();
    });
  }, everyMilliseconds);
  timer.unref();
  return {
    [Symbol.asyncDispose]: async () => {
      clearInterval(timer);
      await save();
    },
  };
}
