import { createHash } from 'node:crypto';
import { keepAssertion } from './assertion.ts';
import type { Authenticated, Principal } from './principal.ts';
import type { Vault } from './vault.ts';

/** How many people are remembered in memory; the store has them all. */
const limit = 10_000;

interface Known {
  readonly digest: string;
  readonly issuedAt: number;
}

/**
 * Remembers people on each request. Cheap: only a token that is new is sealed and kept. Then `back` hears that
 * a fit person is here, so that operations that wait for a sign-in go on.
 */
export function createSessions(vault: Vault, back: (principal: Principal) => void) {
  const known = new Map<string, Known>();
  return {
    async remember({ principal, assertion, issuedAt }: Authenticated): Promise<void> {
      const key = `${principal.tenant} ${principal.user}`;
      const digest = createHash('sha256').update(assertion).digest('base64');
      const last = known.get(key);
      // A second tab may still come with the token from before a step-up; the newer one stays.
      if (last && (last.digest === digest || last.issuedAt > issuedAt)) return;
      known.delete(key);
      known.set(key, { digest, issuedAt });
      for (const oldest of known.keys()) {
        if (known.size <= limit) break;
        known.delete(oldest);
      }
      try {
        await keepAssertion(vault, principal, assertion);
      } catch (error) {
        // Not kept, so not known: the next request tries again.
        known.delete(key);
        throw error;
      }
      back(principal);
    },
  };
}
