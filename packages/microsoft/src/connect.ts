import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import {
  createDefaultHttpClient,
  createEmptyPipeline,
  createHttpHeaders,
  createPipelineRequest,
  type HttpClient,
} from '@azure/core-rest-pipeline';
import { type Client, clientOf, type Outgoing } from '@portico/http/client';
import type { Table } from '@portico/http/endpoint';
import { explain } from './explain.ts';
import { parseBase } from './hosts.ts';
import { brokenBody, incoming } from './incoming.ts';
import { loopbackLookup, publicLookup } from './lookups.ts';
import { allowList } from './policies/allow-list.ts';
import { authenticate } from './policies/authenticate.ts';
import { breaker } from './policies/breaker.ts';
import { concurrency } from './policies/concurrency.ts';
import { deadline } from './policies/deadline.ts';
import { evidence } from './policies/evidence.ts';
import { identify } from './policies/identify.ts';
import { memo } from './policies/memo.ts';
import { pace } from './policies/pace.ts';
import { asPipelinePolicy, type Call, type Exchange, type Policy } from './policies/policy.ts';
import { readBody } from './policies/read-body.ts';
import { retry } from './policies/retry.ts';
import type { Service } from './service.ts';
import type { Session } from './session.ts';

export interface ConnectionOptions {
  /** Of the product, for the User-Agent. */
  readonly version: string;
  /** What sends the bytes; tests and simulations bring their own. */
  readonly client?: HttpClient;
}

export interface Connections extends AsyncDisposable {
  /**
   * A service's typed client for one session. Cheap: one for each check or operation step.
   * @param base the address from tenant data, for a service that has no fixed one.
   * @throws Problem `address-not-allowed` when that address isn't one of the service's.
   */
  connect<const T extends Table>(service: Service<T>, session: Session, base?: string): Client<T>;
}

/** What all calls of this process share: sockets, retry budgets, breakers, lanes, what was sent lately. One for each process. */
export function createConnections({ version, client }: ConnectionOptions): Connections {
  const http = client ?? createDefaultHttpClient();
  // Idle sockets go before Microsoft's front ends drop them, so that few calls meet a dead one.
  const kept = { keepAlive: true, timeout: 30_000 };
  const agents = {
    'https:': new HttpsAgent({ ...kept, lookup: publicLookup() }),
    'http:': new HttpAgent({ ...kept, lookup: loopbackLookup }),
  };
  const policies: readonly (readonly [string, Policy])[] = [
    // From the caller inwards. Once for each call:
    ['allow-list', allowList],
    ['memo', memo()],
    ['retry', retry()],
    // Once for each attempt:
    ['authenticate', authenticate],
    ['breaker', breaker()],
    ['concurrency', concurrency()],
    ['pace', pace()],
    ['identify', identify(version)],
    ['evidence', evidence],
    ['deadline', deadline],
    ['read-body', readBody],
  ];
  // A pipeline without phases runs its policies as they were added. Azure's own retry is not among them: it
  // repeats a POST after a server error.
  const pipeline = createEmptyPipeline();
  for (const [name, policy] of policies) pipeline.addPolicy(asPipelinePolicy(name, policy));

  return {
    connect(service, session, base) {
      const address = baseOf(service, session, base);
      const shared = { service, session, base: address, key: `${session.tenant} ${new URL(address).host}` };
      const exchangeOf = ({ name, endpoint }: Outgoing): Exchange => ({
        ...shared,
        name,
        endpoint,
        seen: [],
      });
      return clientOf(service.endpoints, {
        async send(request) {
          const exchange = exchangeOf(request);
          const call = callOf(exchange, request, agents[session.cloud.scheme]);
          const response = await pipeline.sendRequest(http, call);
          const judged = response.status < 300 && !request.endpoint.probes;
          const broken = judged ? brokenBody(response, request.endpoint) : undefined;
          if (broken) throw explain(exchange, incoming(response), broken);
          return incoming(response, request.endpoint);
        },
        explain: (request, answer, shape) => explain(exchangeOf(request), answer, shape),
      });
    },
    async [Symbol.asyncDispose]() {
      for (const agent of Object.values(agents)) agent.destroy();
    },
  };
}

function baseOf(service: Service, { cloud }: Session, given: string | undefined): string {
  const fixed = service.base?.(cloud);
  if (fixed !== undefined && given === undefined) return fixed;
  if (given === undefined) throw new TypeError(`${service.name} needs the address of an environment.`);
  return parseBase(cloud, service.hosts?.(cloud) ?? [], given);
}

function callOf(exchange: Exchange, request: Outgoing, agent: HttpAgent): Call {
  const { service, session } = exchange;
  const { body, endpoint } = request;
  const headers = createHttpHeaders({
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
    ...service.headers,
    ...request.headers,
  });
  const sent = createPipelineRequest({
    url: request.target,
    method: endpoint.method,
    headers,
    // Only the twin, and only on names of this machine: the allow-list has seen to it.
    allowInsecureConnection: session.cloud.scheme === 'http:',
    ...(body === undefined
      ? {}
      : { body: endpoint.verbatim && typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  // The agent apart: createPipelineRequest 1.25 takes one by its type, and drops it.
  return Object.assign(sent, { agent, exchange });
}
