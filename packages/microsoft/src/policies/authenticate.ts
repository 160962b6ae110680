import { claimsOf } from '../explain/challenge.ts';
import type { Policy } from './policy.ts';

/** Adds the token of the service's audience, if it has one. A 401 is answered once: with its claims, or with a fresh token. */
export const authenticate: Policy = async (call, next) => {
  const { service, session, base } = call.exchange;
  const audience = service.audience?.(session.cloud, base);
  if (audience === undefined) return next(call);
  const token = await session.token(audience);
  call.headers.set('authorization', `Bearer ${token}`);
  const response = await next(call);
  if (response.status !== 401) return response;
  const claims = claimsOf(response.headers.get('www-authenticate'));
  const fresh = await session.token(audience, claims, token);
  if (fresh === token) return response;
  call.headers.set('authorization', `Bearer ${fresh}`);
  // Refused before it was looked at, so even a change may be sent once more.
  return next(call);
};
