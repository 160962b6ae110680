import type { Envelope } from '@portico/plan/event';
import { setInterval } from 'node:timers/promises';
import type { Journal } from '../journal/journal.ts';
import type { Call } from './call.ts';

/** Milliseconds between comments that keep proxies from closing a quiet stream. */
const beat = 15_000;

/** Server-sent events from the journal, numbered, until the reader goes. Never compressed, never cached. */
export async function streamEvents(
  journal: Journal,
  run: string,
  after: number,
  { request, response }: Call,
): Promise<void> {
  const gone = new AbortController();
  response.on('close', () => gone.abort());
  response.writeHead(200, {
    'Content-Type': 'text/event-stream',
    'Cache-Control': 'no-cache, no-transform',
    'X-Accel-Buffering': 'no',
  });
  response.write(': open\n\n');
  const resumed = Number(request.headers['last-event-id']);
  void keepAlive(response, gone.signal);
  for await (const envelopes of journal.follow(run, Math.max(after, resumed || 0), gone.signal)) {
    if (response.write(envelopes.map(asEvent).join(''))) continue;
    await new Promise<void>((resolve) => {
      response.once('drain', resolve);
      gone.signal.addEventListener('abort', () => resolve(), { once: true });
    });
  }
  response.end();
}

const asEvent = (envelope: Envelope) =>
  `id: ${envelope.seq}\nevent: journal\ndata: ${JSON.stringify(envelope)}\n\n`;

async function keepAlive(response: Call['response'], signal: AbortSignal): Promise<void> {
  try {
    for await (const _ of setInterval(beat, undefined, { signal })) response.write(': still here\n\n');
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}
