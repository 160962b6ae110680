import type { ICachePlugin } from '@azure/msal-node';
import { z } from 'zod';
import type { Who } from './principal.ts';
import type { Vault } from './vault.ts';

/**
 * MSAL's cache for one person and one resource, sealed. One blob per resource: two exchanges at once
 * never write over each other, and no blob grows.
 */
export const tokenCache = (vault: Vault, who: Who, audience: string): ICachePlugin => {
  const kind = `tokens ${audience}`;
  return {
    async beforeCacheAccess({ tokenCache }) {
      const kept = await vault.find(who, kind);
      if (kept) tokenCache.deserialize(kept);
    },
    async afterCacheAccess({ cacheHasChanged, tokenCache }) {
      if (cacheHasChanged) await vault.keep(who, kind, withoutRefreshTokens(tokenCache.serialize()));
    },
  };
};

/** msal-node never renews an exchanged token by its refresh token, which lives for months: it isn't worth keeping. */
const withoutRefreshTokens = (cache: string): string =>
  JSON.stringify({ ...z.looseObject({}).parse(JSON.parse(cache)), RefreshToken: {} });
