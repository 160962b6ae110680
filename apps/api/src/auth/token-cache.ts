import type { ICachePlugin } from '@azure/msal-node';
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
      if (cacheHasChanged) await vault.keep(who, kind, tokenCache.serialize());
    },
  };
};
