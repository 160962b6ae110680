import { createRemoteJWKSet, customFetch, type JWTVerifyGetKey } from 'jose';
import type { Authority } from './authority.ts';

/** How many tenants' keys are held at once; whoever invents tenant ids pushes out only the oldest. */
const limit = 500;

/** Signing keys of each tenant, fetched when first needed and again when an unknown key turns up (twice a minute at most). */
export function tenantKeys(authority: Authority, fetcher: typeof fetch): (tenant: string) => JWTVerifyGetKey {
  const sets = new Map<string, JWTVerifyGetKey>();
  return (tenant) => {
    const known = sets.get(tenant);
    if (known) return known;
    const set = createRemoteJWKSet(authority.keys(tenant), {
      timeoutDuration: 5000,
      cooldownDuration: 30_000,
      [customFetch]: (url, options) => fetcher(url, { ...options, redirect: 'error' }),
    });
    sets.set(tenant, set);
    for (const oldest of sets.keys()) {
      if (sets.size <= limit) break;
      sets.delete(oldest);
    }
    return set;
  };
}
