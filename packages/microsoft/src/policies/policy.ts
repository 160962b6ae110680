import type { PipelinePolicy, PipelineRequest, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Endpoint } from '@portico/http/endpoint';
import type { Evidence } from '@portico/plan/finding';
import type { Service } from '../service.ts';
import type { Session } from '../session.ts';

/** What a call is about, beside its bytes: the same for all its attempts. */
export interface Exchange {
  readonly service: Service;
  readonly session: Session;
  /** The address in use, without a trailing slash. */
  readonly base: string;
  /** The endpoint's key in its table. */
  readonly name: string;
  readonly endpoint: Endpoint;
  /** Tenant and host: whose limits a call counts against. */
  readonly key: string;
  /** What went out so far, one record an attempt. */
  readonly seen: Evidence[];
}

/** A pipeline request that knows which call it carries. */
export interface Call extends PipelineRequest {
  readonly exchange: Exchange;
  /** Milliseconds since 1970 after which nobody waits for the answer. */
  latest?: number;
}

export type Next = (call: Call) => Promise<PipelineResponse>;
export type Policy = (call: Call, next: Next) => Promise<PipelineResponse>;

/** Ours as theirs. */
export const asPipelinePolicy = (name: string, policy: Policy): PipelinePolicy => ({
  name,
  sendRequest: (request, next) => {
    if (!isCall(request)) throw new TypeError('Only a call goes through this pipeline.');
    return policy(request, next);
  },
});

const isCall = (request: PipelineRequest): request is Call => 'exchange' in request;
