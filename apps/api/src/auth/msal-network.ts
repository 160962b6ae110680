import type { INetworkModule } from '@azure/msal-node';
import { plainDescription, signInErrorOf } from '@portico/contract/sign-in-errors';
import { z } from 'zod';

/** What Entra refused with. Only these fields are read from its answer, so no token can be among them. */
export interface Refusal {
  readonly status: number;
  readonly error: string;
  /** AADSTS numbers. */
  readonly codes: readonly number[];
  readonly message: string;
  /** JSON of a claims challenge, to be proven at a sign-in. */
  readonly claims?: string;
  readonly correlation?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

const refusalBody = z.object({
  error: z.string().catch('unknown'),
  error_description: z.string().catch(''),
  error_codes: z.array(z.number()).catch([]),
  claims: z.string().optional().catch(undefined),
  correlation_id: z.string().optional().catch(undefined),
});

export interface Network {
  readonly module: INetworkModule;
  /** The last answer that wasn't a success; `none`: no answer came. */
  refusal(): Refusal | 'none' | undefined;
}

/**
 * MSAL's HTTP, with a time limit (its own POST has none) and without redirects. It also keeps what Entra
 * refused with: MSAL's errors drop some of it, claims above all when the error is called invalid_grant.
 */
export function msalNetwork(fetcher: typeof fetch, milliseconds = 10_000): Network {
  let last: Refusal | 'none' | undefined;
  const send = async (method: string, url: string, options: Options = {}) => {
    last = 'none';
    const answer = await fetcher(url, {
      method,
      redirect: 'error',
      signal: AbortSignal.timeout(milliseconds),
      ...(options.headers ? { headers: options.headers } : {}),
      ...(options.body === undefined ? {} : { body: options.body }),
    });
    // Whatever type MSAL expects: the body is Entra's, and MSAL reads it field by field.
    const body = JSON.parse(await answer.text());
    last = answer.ok ? undefined : refusalOf(answer, body);
    return { headers: Object.fromEntries(answer.headers), body, status: answer.status };
  };
  return {
    module: {
      sendGetRequestAsync: (url, options) => send('GET', url, options),
      sendPostRequestAsync: (url, options) => send('POST', url, options),
    },
    refusal: () => last,
  };
}

type Options = { readonly headers?: Record<string, string>; readonly body?: string };

function refusalOf(answer: Response, body: unknown): Refusal {
  const read = refusalBody.parse(typeof body === 'object' && body ? body : {});
  const named = signInErrorOf(read.error_description);
  const seconds = Number(answer.headers.get('retry-after'));
  return {
    status: answer.status,
    error: read.error,
    codes: named ? [...new Set([named, ...read.error_codes])] : read.error_codes,
    message: plainDescription(read.error_description),
    ...(read.claims ? { claims: read.claims } : {}),
    ...(read.correlation_id ? { correlation: read.correlation_id } : {}),
    ...(seconds > 0 ? { retryAfter: seconds } : {}),
  };
}
