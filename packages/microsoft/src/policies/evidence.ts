import type { HttpHeaders, PipelineResponse } from '@azure/core-rest-pipeline';
import type { Evidence } from '@portico/plan/finding';
import type { Call, Policy } from './policy.ts';

/** Query options that say how something was asked, not what is secret about it. */
const shown = /^(\$(select|filter|expand|orderby|top|skip|count|search|apply)|api-version)$/i;

/** An address for people: values of query names that aren't known to be harmless are taken out, undecoded. */
export function redact(address: string): string {
  const [path = '', query] = address.split('#')[0]?.split(/\?(.*)/s) ?? [];
  if (!query) return path;
  const pairs = query.split('&').map((pair) => {
    const name = pair.split('=')[0] ?? '';
    if (shown.test(name.replace(/^%24/, '$'))) return pair;
    return pair === name ? 'redacted' : `${name}=redacted`;
  });
  return `${path}?${pairs.join('&')}`;
}

/** The id under which the service remembers a call, by any of the names that its services use. */
export const correlationOf = (headers: Pick<HttpHeaders, 'get'>): string | undefined =>
  ['x-ms-correlation-id', 'x-ms-correlation-request-id', 'x-ms-request-id', 'request-id']
    .map((name) => headers.get(name))
    .find((value) => value !== undefined && value !== '');

/** Records each attempt as proof of what was seen: never a token, a body or a secret of the query. */
export const evidence: Policy = async (call, next) => {
  const began = call.exchange.session.world.now();
  try {
    const response = await next(call);
    tell(call, began, response);
    return response;
  } catch (error) {
    tell(call, began);
    throw error;
  }
};

function tell(call: Call, began: Date, response?: PipelineResponse): void {
  const { service, session, name, endpoint, seen } = call.exchange;
  const correlation = response && correlationOf(response.headers);
  const record: Evidence = {
    service: service.name,
    endpoint: name,
    standing: endpoint.standing,
    method: call.method,
    url: redact(call.url),
    status: response?.status ?? 0,
    at: began.toISOString(),
    took: session.world.now().getTime() - began.getTime(),
    ...(correlation ? { correlation } : {}),
  };
  seen.push(record);
  session.evidence(record);
}
