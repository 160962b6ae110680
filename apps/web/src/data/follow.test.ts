import type { Envelope } from '@portico/plan/event';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { type Connection, type Following, follow } from './follow.ts';

const envelope = (seq: number): Envelope => ({
  run: 'r',
  seq,
  at: '2026-11-23T14:02:00Z',
  by: null,
  event: { type: 'check-started', check: `c${seq}` },
  hash: '',
});
const block = (seq: number) => `id: ${seq}\nevent: journal\ndata: ${JSON.stringify(envelope(seq))}\n\n`;

/** A stream that says these pieces and ends. */
function streamOf(...pieces: readonly string[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
}

type Turn = ReadableStream<Uint8Array> | Error;

/** A world where each opened stream is the next of `turns`, waits take no time, and the last turn ends the test. */
function world(turns: readonly Turn[], polled: readonly (readonly Envelope[] | Error)[] = []) {
  const stop = new AbortController();
  const left = [...turns];
  const polls = [...polled];
  const seen = {
    taken: [] as number[],
    after: [] as number[],
    told: [] as Connection[],
    waits: [] as number[],
  };
  const source: Following = {
    open: async (after) => {
      seen.after.push(after);
      const turn = left.shift();
      if (left.length === 0 && polls.length === 0) queueMicrotask(() => stop.abort());
      if (!turn || turn instanceof Error) throw turn ?? new ApiProblem(0, { code: 'offline' });
      return turn;
    },
    poll: async () => {
      const answer = polls.shift();
      if (polls.length === 0) queueMicrotask(() => stop.abort());
      if (answer instanceof Error) throw answer;
      return answer ?? [];
    },
    wait: async (ms) => void seen.waits.push(ms),
    last: () => seen.taken.at(-1) ?? 0,
    take: (envelopes) => void seen.taken.push(...envelopes.map(({ seq }) => seq)),
    tell: (connection) => void seen.told.push(connection),
  };
  return { seen, run: () => follow(source, stop.signal) };
}

const cut = () => new ApiProblem(0, { code: 'offline' });

describe('follow', () => {
  it('resumes after the last number and drops what it has', async () => {
    const { seen, run } = world([
      streamOf(': open\n\n', block(1), block(2)),
      streamOf(': open\n\n', block(2), block(3)),
      streamOf(': open\n\n'),
    ]);
    await run();
    expect(seen.taken).toEqual([1, 2, 3]);
    expect(seen.after).toEqual([0, 2, 3]);
  });

  it('reads an event that arrives in pieces', async () => {
    const whole = block(1);
    const { seen, run } = world([streamOf(whole.slice(0, 20), whole.slice(20, 25), whole.slice(25)), cut()]);
    await run();
    expect(seen.taken).toEqual([1]);
  });

  it('polls after two failed streams, and tries the stream again later', async () => {
    const rounds = Array.from({ length: 15 }, (_, index) => (index === 0 ? [envelope(1), envelope(2)] : []));
    const { seen, run } = world([cut(), cut(), streamOf(': open\n\n', block(2), block(3))], rounds);
    await run();
    expect(seen.taken).toEqual([1, 2]);
    expect(seen.told).toContain('polling');
    expect(seen.told).toContain('offline');
  });

  it('takes a line that closes right after its greeting for a failed one', async () => {
    const { seen, run } = world([streamOf(': open\n\n'), streamOf(': open\n\n')], [[envelope(1)]]);
    await run();
    expect(seen.told.at(-1)).toBe('polling');
    expect(seen.taken).toEqual([1]);
  });

  it('waits longer after each failure, up to half a minute', async () => {
    const { seen, run } = world([cut(), cut()], [cut(), cut(), cut(), cut(), cut(), cut()]);
    await run();
    expect(seen.waits.slice(0, 6)).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000]);
  });

  it('gives up on what waiting does not mend', async () => {
    const { run } = world([new ApiProblem(403, { code: 'wrong-tenant' }), cut()]);
    await expect(run()).rejects.toMatchObject({ code: 'wrong-tenant' });
  });
});
