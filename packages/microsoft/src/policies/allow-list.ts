import { Problem } from '@portico/contract/problems';
import { parseTarget } from '../hosts.ts';
import type { Policy } from './policy.ts';

/**
 * A call goes to the host of its service or to a sibling of it, or it doesn't go: each address that an answer
 * gave passes here before a token is asked for. A redirect is an error, since nobody documents one; but for a
 * probe, which reads it and goes nowhere.
 */
export const allowList: Policy = async (call, next) => {
  const { service, session, base } = call.exchange;
  const siblings = service.siblings?.(session.cloud, base) ?? [];
  const target = parseTarget(session.cloud, base, siblings, call.url);
  call.url = target.href;
  const response = await next(call);
  if (call.exchange.endpoint.probes) return response;
  if (response.status < 300 || response.status > 399 || response.status === 304) return response;
  throw new Problem('address-not-allowed', {
    values: { service: service.name, endpoint: call.exchange.name },
    upstream: { status: response.status },
    detail: `a redirect to ${(response.headers.get('location') ?? 'nowhere').slice(0, 200)}`,
  });
};
