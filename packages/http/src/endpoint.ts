import type { z } from 'zod';
import type { ParamNames } from './path.ts';

/** How sure we are that the service behaves like this; said on screen when less than documented. */
export type Standing = 'documented' | 'observed' | 'inferred';

/**
 * What repeating a call does. `safe`: nothing more. `keyed`: its effect can be looked up by our own key first.
 * `unsafe`: unknown, so it is never repeated.
 */
export type Effect = 'safe' | 'keyed' | 'unsafe';

/** One row of an HTTP surface. From it come the client, the server's mount, the twin and the documentation. */
export interface Endpoint {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: `/${string}`;
  readonly summary: string;
  readonly query?: z.ZodObject;
  readonly headers?: z.ZodObject;
  readonly body?: z.ZodType;
  /** The body is a string that travels as it is, not as JSON. */
  readonly verbatim?: true;
  /** Bytes of a body that may be larger than most, for example '32mb'. */
  readonly limit?: string;
  /** The body of a success. */
  readonly answer: z.ZodType;
  readonly effect: Effect;
  /** Only a change to the service itself changes the answer: it may be kept for some minutes. */
  readonly steady?: true;
  /** What means "there is none", which is an answer: 404, or a status with an error code of the service. */
  readonly absent?: true | { readonly status: number; readonly code: string };
  /** 409 means "still under way", which is an answer: undefined. */
  readonly busy?: true;
  /** The status is the answer: anything below 500, redirects too, which are not followed. */
  readonly probes?: true;
  /** An answer in parts, each with a status of its own, is one whatever its status is below 500. */
  readonly parts?: true;
  /** The body of a success is a file, as bytes. */
  readonly bytes?: true;
  /** Answers with the address of an operation to follow, beside or instead of a body. */
  readonly starts?: true;
  /** Where the shape is written down or was seen. */
  readonly source: string;
  readonly standing: Standing;
}

export type Table = Readonly<Record<string, Endpoint>>;

export const defineTable = <const T extends Table>(table: T): T => table;

type QueryOf<E extends Endpoint, Side extends 'input' | 'output'> = E extends {
  query: infer Q extends z.ZodObject;
}
  ? Side extends 'input'
    ? z.input<Q>
    : z.output<Q>
  : unknown;

type HeadersOf<E extends Endpoint> = E extends { headers: infer H extends z.ZodObject }
  ? object extends z.input<H>
    ? { headers?: z.input<H> }
    : { headers: z.input<H> }
  : unknown;

type BodyOf<E extends Endpoint> = E extends { body: infer B extends z.ZodType }
  ? { body: z.input<B> }
  : unknown;

/** What a caller gives: path and query values side by side, a body and headers when the endpoint takes them. */
export type Args<E extends Endpoint> = { [N in ParamNames<E['path']>]: string } & QueryOf<E, 'input'> &
  HeadersOf<E> &
  BodyOf<E> & { signal?: AbortSignal };

/** The success of an endpoint that starts something. */
export interface Started<Body> {
  readonly status: number;
  readonly body: Body;
  /** The address to look at, exactly as given: absolute or relative. */
  readonly operation?: string;
  /** Seconds. */
  readonly retryAfter?: number;
}

/** What a probe learned. */
export interface Probed {
  readonly status: number;
  /** Where a redirect points to, exactly as given. */
  readonly location?: string;
  /** The page, where it was text. */
  readonly page?: string;
}

type BodyAnswered<E extends Endpoint> = z.output<E['answer']>;

export type Answered<E extends Endpoint> = E extends { probes: true }
  ? Probed
  :
      | (E extends { starts: true } ? Started<BodyAnswered<E>> : BodyAnswered<E>)
      | (E extends { absent: object | true } | { busy: true } ? undefined : never);

/** What a handler receives: already parsed, typed by the same row. */
export interface Received<E extends Endpoint, Context> {
  readonly params: { readonly [N in ParamNames<E['path']>]: string };
  readonly query: QueryOf<E, 'output'> extends infer Q
    ? unknown extends Q
      ? Record<string, never>
      : Q
    : never;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: E extends { body: infer B extends z.ZodType } ? z.output<B> : undefined;
  readonly context: Context;
}
