import { createHttpHeaders, type PipelineResponse } from '@azure/core-rest-pipeline';
import { type Client, clientOf, type Transport } from '@portico/http/client';
import type { Table } from '@portico/http/endpoint';
import { z } from 'zod';
import { explain } from '../explain.ts';
import { authenticate } from '../policies/authenticate.ts';
import { breaker } from '../policies/breaker.ts';
import { memo } from '../policies/memo.ts';
import type { Call, Exchange, Next, Policy } from '../policies/policy.ts';
import { retry } from '../policies/retry.ts';
import type { Service } from '../service.ts';
import type { Session } from '../session.ts';

/** What an attempt is answered with; a body is plain data. Throws `NoAnswer` where none comes. */
export type Answers = (call: Call) => Promise<{
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}>;

/**
 * The pipeline of `createConnections` without what only costs where there are no sockets: the policies that decide are
 * the product's, and so are the schemas and the words for errors. For simulations, with a hundred calls in each world.
 */
export function shortPipeline(answers: Answers) {
  const bodies = new WeakMap<PipelineResponse, unknown>();
  const send: Next = async (call) => {
    const { status, headers = {}, body } = await answers(call);
    const response = { request: call, status, headers: createHttpHeaders(headers) };
    bodies.set(response, body);
    return response;
  };
  const policies: readonly Policy[] = [memo(), retry(), authenticate, breaker()];
  const next = policies.reduceRight<Next>((inner, policy) => (call) => policy(call, inner), send);

  return {
    connect<const T extends Table>(service: Service<T>, session: Session, base: string): Client<T> {
      const key = `${session.tenant} ${new URL(base).host}`;
      const exchangeOf = ({ name, endpoint }: Pick<Exchange, 'name' | 'endpoint'>): Exchange => ({
        service,
        session,
        base,
        key,
        name,
        endpoint,
        seen: [],
      });
      const transport: Transport = {
        async send({ name, endpoint, target, headers, body }) {
          const response = await next({
            exchange: exchangeOf({ name, endpoint }),
            url: new URL(target, base).href,
            method: endpoint.method,
            headers: createHttpHeaders(headers),
            timeout: 0,
            withCredentials: false,
            requestId: '',
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          });
          const { status, headers: got } = response;
          return { status, header: (each) => got.get(each), body: bodies.get(response) };
        },
        explain: (request, answer, shape) => explain(exchangeOf(request), answer, shape),
      };
      return clientOf(remembering(service.endpoints), transport);
    },
  };
}

const tables = new WeakMap<Table, Table>();

/** The same table, whose answers are read once for each different text: most of a list is what it was. */
function remembering<const T extends Table>(table: T): T {
  const known =
    tables.get(table) ??
    Object.fromEntries(
      Object.entries(table).map(([name, row]) => [name, { ...row, answer: remembered(row.answer) }]),
    );
  tables.set(table, known);
  // Row by row the same, but for how fast an answer is read.
  return known as T;
}

/** Different texts that are kept for each endpoint. */
const most = 5000;

/** A list is read item by item: a list of one answers what stands for the item in a list of all. */
function remembered(schema: z.ZodType): z.ZodType {
  const read = new Map<string, unknown>();
  const once = (value: unknown): unknown => {
    const text = JSON.stringify(value) ?? '';
    if (read.has(text)) return read.get(text);
    if (read.size >= most) read.clear();
    const answer = schema.parse(text === '' ? undefined : JSON.parse(text));
    read.set(text, answer);
    return answer;
  };
  return z.unknown().transform((body, context) => {
    try {
      if (!Array.isArray(body) || body.length < 2) return once(body);
      return body.flatMap((item) => once([item]));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      for (const { message, path } of error.issues) context.addIssue({ code: 'custom', message, path });
      return z.NEVER;
    }
  });
}
