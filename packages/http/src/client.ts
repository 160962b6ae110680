import type { Answered, Args, Endpoint, Probed, Table } from './endpoint.ts';
import { fillPath } from './path.ts';

export interface Outgoing {
  readonly name: string;
  readonly endpoint: Endpoint;
  /** A path with its query, or the full address when an earlier answer named one. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

export interface Incoming {
  readonly status: number;
  header(name: string): string | undefined;
  /** JSON when it was JSON, else the text as it came, or the bytes of a file; undefined when empty. */
  readonly body: unknown;
  /** The id under which the service remembers the call. */
  readonly correlation?: string;
}

export interface Transport {
  send(request: Outgoing): Promise<Incoming>;
  /** Turns an answer that isn't a success, or not of the promised shape, into the error to throw. */
  explain(request: Outgoing, answer: Incoming, shape?: string): Error;
}

type Call<E extends Endpoint> = ((args: Args<E>) => Promise<Answered<E>>) & {
  /** The same endpoint at an address that an earlier answer gave: a next page, an operation. */
  at(
    address: string,
    args?: { headers?: Readonly<Record<string, string>>; signal?: AbortSignal },
  ): Promise<Answered<E>>;
};

export type Client<T extends Table> = { readonly [N in keyof T]: Call<T[N]> };

/** Draws a typed client from a table. */
export function clientOf<const T extends Table>(table: T, transport: Transport): Client<T> {
  const calls = Object.entries(table).map(([name, endpoint]) => {
    const call = (args: Loose) => exchange(transport, outgoing(name, endpoint, args));
    const at = (target: string, args: Loose = {}) =>
      exchange(transport, { ...outgoing(name, endpoint, args, target), target });
    return [name, Object.assign(call, { at })];
  });
  // Every row was turned into a call above; the names and types come from the same table.
  return Object.fromEntries(calls) as Client<T>;
}

interface Loose {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly signal?: AbortSignal;
  readonly [name: string]: unknown;
}

function outgoing(name: string, endpoint: Endpoint, args: Loose, address?: string): Outgoing {
  const { body, headers, signal, ...values } = args;
  const named = Object.entries(headers ?? {}).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const target = address ?? fillPath(endpoint.path, values) + queryString(endpoint, values);
  return {
    name,
    endpoint,
    target,
    headers: Object.fromEntries(named),
    ...(body === undefined ? {} : { body }),
    ...(signal ? { signal } : {}),
  };
}

function queryString(endpoint: Endpoint, values: Readonly<Record<string, unknown>>): string {
  // Parsed, so that pinned values such as an api-version are filled in.
  const filled = Object.entries(endpoint.query?.parse(values) ?? {}).filter(
    ([, value]) => value !== undefined,
  );
  // OData names keep their dollar sign: some gateways don't decode it.
  const pairs = filled.map(
    ([key, value]) => `${encodeURIComponent(key).replace('%24', '$')}=${encodeURIComponent(String(value))}`,
  );
  return pairs.length > 0 ? `?${pairs.join('&')}` : '';
}

async function exchange(transport: Transport, request: Outgoing): Promise<unknown> {
  const answer = await transport.send(request);
  const { endpoint } = request;
  if (isAbsent(endpoint, answer)) return undefined;
  if (answer.status === 409 && endpoint.busy) return undefined;
  if (endpoint.probes && answer.status < 500) return probed(answer);
  const told = endpoint.parts === true && answer.status < 500 && inParts(answer);
  if (!told && (answer.status < 200 || answer.status > 299)) throw transport.explain(request, answer);
  // What has failed is told long after it began: the answer that tells is the one to quote.
  const { body, correlation } = answer;
  const quoted = endpoint.busy && correlation && isObject(body) ? { ...body, correlation } : body;
  const parsed = endpoint.answer.safeParse(quoted);
  if (!parsed.success) {
    const seen = parsed.error.issues
      .slice(0, 3)
      .map((issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`);
    throw transport.explain(request, answer, seen.join('; '));
  }
  if (!endpoint.starts) return parsed.data;
  const operation = answer.header('operation-location') ?? answer.header('location');
  const seconds = Number(answer.header('retry-after'));
  return {
    status: answer.status,
    body: parsed.data,
    ...(operation ? { operation } : {}),
    ...(seconds > 0 ? { retryAfter: seconds } : {}),
  };
}

const inParts = (answer: Incoming): boolean =>
  /^multipart\//i.test(answer.header('content-type') ?? '') && typeof answer.body === 'string';

const isObject = (body: unknown): body is object => typeof body === 'object' && body !== null;

/** Services that answer in OData or like it put their code below `error`. */
function isAbsent({ absent }: Endpoint, { status, body }: Incoming): boolean {
  if (!absent || absent === true) return absent === true && status === 404;
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return status === absent.status && code === absent.code;
}

function probed(answer: Incoming): Probed {
  const location = answer.header('location');
  return {
    status: answer.status,
    ...(location ? { location } : {}),
    ...(typeof answer.body === 'string' ? { page: answer.body } : {}),
  };
}
