import { routes } from '@portico/contract/routes';
import { fillPath } from '@portico/http/path';
import { ApiProblem, offline } from './api-problem.ts';
import type { AuthClient } from './auth.ts';
import { bodyOf, problemOf, sendAsPerson } from './transport.ts';

/** The API sends a comment every 15 s; three missed ones mean that the line is dead, whatever TCP thinks. */
const silence = 45_000;

/** Opens the event stream with the person's token, which the browser's own EventSource can't send. */
export async function openEvents(
  auth: AuthClient,
  run: string,
  after: number,
  signal: AbortSignal,
): Promise<ReadableStream<Uint8Array>> {
  const watchdog = new AbortController();
  const target = `${fillPath(routes.followRun.path, { run })}?after=${after}`;
  const response = await sendAsPerson(window.fetch.bind(window), auth, target, {
    headers: { Accept: 'text/event-stream' },
    cache: 'no-store',
    signal: AbortSignal.any([signal, watchdog.signal]),
  });
  if (!response.ok) {
    throw problemOf(response.status, await bodyOf(response), response.headers.get('www-authenticate'));
  }
  const isStream = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!response.body || !isStream) throw new ApiProblem(0, { code: 'offline', detail: 'not a stream' });
  let timer = setTimeout(() => watchdog.abort(offline()), silence);
  const alive = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      clearTimeout(timer);
      timer = setTimeout(() => watchdog.abort(offline()), silence);
      controller.enqueue(chunk);
    },
    flush: () => clearTimeout(timer),
  });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
  return response.body.pipeThrough(alive);
}
