import { createHttpHeaders, type HttpClient, type PipelineRequest } from '@azure/core-rest-pipeline';
import type { VirtualWorld } from './virtual-world.ts';

/** How one attempt ends: an answer, a broken connection by its code, or silence. */
export type Ending =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: unknown }
  | { readonly breaks: string }
  | 'hangs';

export interface Attempt {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Milliseconds of the virtual clock. */
  readonly began: number;
  ended: number;
  readonly ending: Ending;
}

export interface ScriptedClient extends HttpClient {
  readonly attempts: Attempt[];
  /** How many are under way, and how many were at most. */
  readonly load: { now: number; most: number };
}

/** A client without a network: each attempt takes 100 ms of the virtual clock and ends as `next` says. */
export function scriptedClient(
  world: VirtualWorld,
  next: (request: PipelineRequest, index: number) => Ending,
): ScriptedClient {
  const attempts: Attempt[] = [];
  const load = { now: 0, most: 0 };
  return {
    attempts,
    load,
    async sendRequest(request) {
      const ending = next(request, attempts.length);
      const began = world.now().getTime();
      const headers = request.headers.toJSON();
      const attempt: Attempt = {
        url: request.url,
        method: request.method,
        headers,
        began,
        ended: began,
        ending,
      };
      attempts.push(attempt);
      load.now += 1;
      load.most = Math.max(load.most, load.now);
      try {
        const signal = request.abortSignal instanceof AbortSignal ? request.abortSignal : undefined;
        await world.sleep(ending === 'hangs' ? 1e9 : 100, signal);
      } finally {
        load.now -= 1;
        attempt.ended = world.now().getTime();
      }
      if (ending === 'hangs') throw new Error('woken from silence');
      if ('breaks' in ending) throw Object.assign(new Error(ending.breaks), { code: ending.breaks });
      return {
        request,
        status: ending.status,
        headers: createHttpHeaders({ 'content-type': 'application/json', ...ending.headers }),
        bodyAsText: ending.body === undefined ? '' : JSON.stringify(ending.body),
      };
    },
  };
}
