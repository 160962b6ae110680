import type { Endpoint, Table } from '@portico/http/endpoint';
import { type Handlers, InvalidRequest, mount, Reply } from '@portico/http/mount';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ErrorRequestHandler, Request, Response } from 'express';
import express from 'express';
import { challenge, strike, takeFault } from './faults.ts';
import { type Caller, callerOf, type Keys, type Refusal, unproven } from './tokens.ts';
import type { World } from './world.ts';

/** What a handler of the twin knows about a call. */
export interface Call {
  readonly world: World;
  readonly caller: Caller;
  /** The host without port: tells which organization or environment is meant. */
  readonly host: string;
  readonly request: Request;
  readonly response: Response;
  /** It is part of a change set. */
  readonly changeSet?: true;
}

/** An answer that isn't a success, thrown from anywhere in a handler. */
export class Refused extends Error {
  readonly reply: Reply;
  constructor(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) {
    super(`${status}`);
    this.reply = new Reply(status, body, headers);
  }
}

export interface ServiceTwin<T extends Table> {
  readonly name: string;
  /** The host's labels before `.twin.localhost`, as a pattern: `graph`, `*.crm4`. */
  readonly host: RegExp;
  readonly endpoints: T;
  readonly handlers: Handlers<T, Call>;
  /** The audience its tokens must have, from the host of the call. */
  audience(world: World, host: string): string;
  /** The body with which this service says that a call isn't its caller's to make. */
  refuse(refusal: Refusal): Reply;
  /** How this service says "too many requests", where that isn't the usual way. */
  throttled?(seconds: number): Reply;
  /** Refuses what its limits don't allow, and takes the time that a call takes. @throws Refused */
  admit?(call: Call): Promise<void>;
}

/** Anything else that answers on a host: pages, the sign-in. */
export interface Site {
  readonly host: RegExp;
  /** An Express app, or anything that takes node's own pair. What it doesn't know it passes on. */
  readonly handler: (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;
}

/** One imitated service as something that answers on its hosts. */
export function serve<const T extends Table>(world: World, keys: Keys, twin: ServiceTwin<T>): Site {
  const enter = async (endpoint: Endpoint & { name: string }, request: Request, response: Response) => {
    const host = request.hostname;
    const fault = takeFault(world, twin.name, endpoint.name);
    if (fault?.kind === 'throttled' && twin.throttled)
      throw new RefusedAs(twin.throttled(fault.seconds ?? 1));
    if (fault && (await strike(fault, request, response))) throw new Struck();
    const caller = await callerOf(world, keys, request.headers.authorization, twin.audience(world, host));
    if (caller === unproven) {
      const { status, body } = twin.refuse('expired');
      throw new Refused(status, body, { 'WWW-Authenticate': challenge });
    }
    if (typeof caller === 'string') throw new RefusedAs(twin.refuse(caller));
    const call = { world, caller, host, request, response };
    await twin.admit?.(call);
    if (endpoint.effect !== 'safe' || !['GET', 'POST'].includes(endpoint.method))
      record(world, twin.name, endpoint, request, response, caller);
    return call;
  };
  const app = express();
  app.disable('x-powered-by');
  app.use(mount(twin.endpoints, twin.handlers, { enter, limit: '20mb' }));
  app.use(asAnswer);
  return { host: twin.host, handler: app };
}

class Struck extends Error {}

class RefusedAs extends Refused {
  constructor(reply: Reply) {
    super(reply.status, reply.body, reply.headers);
  }
}

/** Some services refuse without a body. */
const refuse = (response: Response, { status, headers, body }: Reply) =>
  body === undefined
    ? response.status(status).set(headers).end()
    : response.status(status).set(headers).json(body);

const asAnswer: ErrorRequestHandler = (error, _request, response, next) => {
  if (error instanceof Struck) return;
  if (error instanceof Refused) refuse(response, error.reply);
  else if (error instanceof InvalidRequest)
    response.status(400).json({
      error: {
        code: 'BadRequest',
        message: error.issues.map((issue) => `${issue.at}: ${issue.says}`).join('; '),
      },
    });
  else next(error);
};

/** Notes a change once it has happened, whether or not its answer arrives. */
function record(
  world: World,
  service: string,
  endpoint: Endpoint & { name: string },
  request: Request,
  response: Response,
  caller: Caller,
): void {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- end has four signatures; it gets what came
  const end = response.end.bind(response) as (...chunks: unknown[]) => Response;
  response.end = ((...chunks: unknown[]) => {
    if (response.statusCode < 400)
      world.state.writes.push({
        at: world.clock.now().toISOString(),
        service,
        endpoint: endpoint.name,
        method: request.method,
        path: request.path,
        person: caller.person.userName,
      });
    return end(...chunks);
  }) as typeof response.end;
}
