import { NoAnswer } from './no-answer.ts';
import type { Call, Policy } from './policy.ts';

/** Milliseconds for one attempt, body included. Never divided by a cloud's pace: the wire is as slow there. */
const limitOf = ({ exchange: { endpoint } }: Call): number => {
  if (endpoint.path.endsWith('/$batch')) return 300_000;
  return endpoint.effect === 'safe' ? 10_000 : 120_000;
};

/** Ends an attempt that takes too long, or that its caller gave up. */
export const deadline: Policy = async (call, next) => {
  const { world, signal } = call.exchange.session;
  signal?.throwIfAborted();
  const late = new AbortController();
  const done = new AbortController();
  const left = call.latest === undefined ? Infinity : call.latest - world.now().getTime();
  void world.sleep(Math.max(1, Math.min(limitOf(call), left)), done.signal).then(
    () => late.abort(),
    // Only our own abort ends the sleep early: the attempt was over before.
    () => undefined,
  );
  call.abortSignal = signal ? AbortSignal.any([late.signal, signal]) : late.signal;
  try {
    return await next(call);
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    throw late.signal.aborted ? new NoAnswer('timeout', error) : error;
  } finally {
    done.abort();
  }
};
