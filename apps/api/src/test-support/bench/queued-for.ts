import { existsSync, readFileSync } from 'node:fs';

/** Of the thread that asks: nanoseconds on a processor, waiting for one, and turns (Linux, sched-stats). */
const file = '/proc/thread-self/schedstat';

/**
 * Milliseconds that this thread was ready to work and had no processor, because others on this machine had them. 0 where
 * the system doesn't tell.
 */
export function queuedFor(): number {
  const [, waiting = '0'] = existsSync(file) ? readFileSync(file, 'utf8').trim().split(' ') : [];
  return Number(waiting) / 1e6;
}
