import type { ProblemBody } from '@portico/contract/routes';
import type { Incoming, Outgoing, Transport } from '@portico/http/client';
import { ApiProblem, offline } from './api-problem.ts';
import type { AuthClient } from './auth.ts';
import { claimsOf } from './challenge.ts';

type Fetch = (input: string, init: RequestInit) => Promise<Response>;

/** Sends with the person's token. A plain 401 is tried once more with a fresh one; a challenge never is. */
export async function sendAsPerson(
  fetch: Fetch,
  auth: AuthClient,
  target: string,
  init: RequestInit,
): Promise<Response> {
  const attempt = async (fresh: boolean): Promise<Response> => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${await auth.token({ fresh })}`);
    try {
      return await fetch(target, { ...init, headers });
    } catch (error) {
      if (init.signal?.aborted) throw error;
      throw offline();
    }
  };
  const first = await attempt(false);
  if (first.status !== 401 || claimsOf(first.headers.get('www-authenticate'))) return first;
  return attempt(true);
}

export function createTransport(fetch: Fetch, auth: AuthClient): Transport {
  return {
    async send({ endpoint, target, headers, body, signal }: Outgoing): Promise<Incoming> {
      const response = await sendAsPerson(fetch, auth, target, {
        method: endpoint.method,
        headers: { Accept: 'application/json', ...jsonHeader(body), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal ? { signal } : {}),
      });
      const read = await bodyOf(response);
      return {
        status: response.status,
        header: (name) => response.headers.get(name) ?? undefined,
        body: read,
      };
    },
    explain: ({ name }, answer, shape) =>
      shape
        ? new ApiProblem(answer.status, { code: 'bug', detail: `${name}: ${shape}` })
        : problemOf(answer.status, answer.body, answer.header('www-authenticate')),
  };
}

/** Reads what the API said; an answer that isn't a problem document (a proxy's page) is still a problem. */
export function problemOf(status: number, body: unknown, challenge: string | null | undefined): ApiProblem {
  const said = typeof body === 'object' && body !== null ? (body as Partial<ProblemBody>) : {};
  const code = said.code ?? codeFor(status);
  return new ApiProblem(status, { ...said, code, status }, claimsOf(challenge));
}

function codeFor(status: number): string {
  if (status === 401) return 'needs-sign-in';
  if (status === 404) return 'not-found';
  if (status === 429) return 'too-many-requests';
  return status === 502 || status === 503 || status === 504 ? 'offline' : 'bug';
}

const jsonHeader = (body: unknown): Record<string, string> =>
  body === undefined ? {} : { 'Content-Type': 'application/json' };

export async function bodyOf(response: Response): Promise<unknown> {
  const raw = await response.text();
  if (raw === '') return undefined;
  if (!response.headers.get('content-type')?.includes('json')) return raw;
  try {
    return JSON.parse(raw);
  } catch {
    // Cut off on the way: handed on as text, so that the shape check names it.
    return raw;
  }
}
