import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds between two looks: the longer it takes, the fewer, for the API counts what an address asks. */
const again = (waited: number) => Math.min(250, 25 + waited / 20);

/**
 * Waits for a condition: asks until the answer is neither undefined nor false. Never longer than `deadline`
 * milliseconds, after which it throws with the words of what it waited for.
 */
export async function patiently<T>(
  what: string,
  look: () => T | Promise<T>,
  deadline = 20_000,
): Promise<Exclude<T, undefined | false>> {
  const began = performance.now();
  for (;;) {
    const seen = await look();
    // Excluded one line above; the compiler doesn't narrow a type parameter.
    if (seen !== undefined && seen !== false) return seen as Exclude<T, undefined | false>;
    const waited = performance.now() - began;
    if (waited > deadline) throw new Error(`Waited ${deadline} ms in vain until ${what}`);
    await wait(again(waited));
  }
}
