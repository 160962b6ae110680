import { errorCode } from '../store/error-code.ts';
import { never } from './ending.ts';
import type { World } from './world.ts';

/** Connection exceptions, server shutting down or full; https://www.postgresql.org/docs/current/errcodes-appendix.html */
const away = /^(08|57P0|53)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN)$/;

const isAway = (error: unknown): boolean =>
  away.test(errorCode(error) ?? '') ||
  (error instanceof Error && /^(Connection terminated|timeout exceeded when)/.test(error.message)) ||
  (error instanceof AggregateError && error.errors.every(isAway));

/** Asks the database until it answers: that it is away for a while is no reason for an operation to fail. */
export async function insist<T>(world: World, closing: AbortSignal, ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      // What fails because the process closes has not failed.
      if (closing.aborted) return never();
      if (!isAway(error)) throw error;
      await world.sleep(Math.min(10_000, 250 * 2 ** tries) * (0.5 + world.random() / 2), closing);
    }
  }
}
