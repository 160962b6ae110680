import express, { type Request, type RequestHandler, type Response } from 'express';
import type { z } from 'zod';
import type { Endpoint, Received, Table } from './endpoint.ts';
import { pathMatcher } from './path.ts';

/** An answer with a status or headers of its own. */
export class Reply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  constructor(status: number, body?: unknown, headers: Readonly<Record<string, string>> = {}) {
    this.status = status;
    this.body = body;
    this.headers = headers;
  }
}

/** The handler answers through `context` by itself: a stream or a file. */
export const taken = Symbol('taken');

type Handled<E extends Endpoint> = z.input<E['answer']> | Reply | typeof taken | undefined;

/** One handler per row: a missing or surplus one doesn't compile. */
export type Handlers<T extends Table, Context> = {
  readonly [N in keyof T]: (received: Received<T[N], Context>) => Handled<T[N]> | Promise<Handled<T[N]>>;
};

/** What arrived doesn't have the promised shape. `where` names the part, `issues` what is wrong with it. */
export class InvalidRequest extends Error {
  readonly issues: readonly { readonly at: string; readonly says: string }[];
  constructor(where: string, error: z.ZodError) {
    super(`The ${where} is not of the promised shape.`);
    this.issues = error.issues.map((issue) => ({
      at: [where, ...issue.path].join('.'),
      says: issue.message,
    }));
  }
}

export interface Mounting<Context> {
  /** Runs before anything is parsed: authentication, faults, rate limits. */
  enter(endpoint: Endpoint & { name: string }, request: Request, response: Response): Promise<Context>;
  /** Bytes of a body, for example '100kb', where its row names no other limit. */
  readonly limit?: string;
}

/** Draws the server side of a table as one Express handler; what it doesn't know it passes on. */
export function mount<const T extends Table, Context>(
  table: T,
  handlers: Handlers<T, Context>,
  { enter, limit = '100kb' }: Mounting<Context>,
): RequestHandler {
  const rows = Object.entries(table).map(([name, endpoint]) => ({
    name,
    endpoint,
    match: pathMatcher(endpoint.path),
    read: endpoint.verbatim
      ? express.text({ limit: endpoint.limit ?? limit, type: () => true })
      : express.json({ limit: endpoint.limit ?? limit, strict: false, type: ['json', '+json'] }),
    // The row and its handler share a name, so their types agree; the loop can't know that.
    handle: handlers[name] as unknown as (received: unknown) => unknown,
  }));
  return async (request, response, next) => {
    for (const { name, endpoint, match, read, handle } of rows) {
      const params = endpoint.method === request.method ? match(request.path) : undefined;
      if (!params) continue;
      const context = await enter({ ...endpoint, name }, request, response);
      if (endpoint.body) await readBody(read, request, response);
      const received = {
        params,
        query: parse('query', endpoint.query, request.query) ?? {},
        headers: parse('headers', endpoint.headers, request.headers) ?? request.headers,
        body: parse('body', endpoint.body, request.body),
        context,
      };
      send(response, await handle(received));
      return;
    }
    next();
  };
}

function parse(where: string, schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new InvalidRequest(where, parsed.error);
  return parsed.data;
}

function readBody(reader: RequestHandler, request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    void reader(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
  });
}

function send(response: Response, handled: unknown): void {
  if (handled === taken) return;
  const { status, body, headers } =
    handled instanceof Reply ? handled : new Reply(handled === undefined ? 204 : 200, handled);
  response.status(status).set(headers);
  if (body === undefined) response.end();
  else if ((typeof body === 'string' || Buffer.isBuffer(body)) && headers['Content-Type'])
    response.send(body);
  else response.json(body);
}
