import type { KeyRing } from './key-ring.ts';
import type { Who } from './principal.ts';
import type { Sealed } from './sealed.ts';

/** Secrets of a person, readable only here and only as that person's. */
export interface Vault {
  find(who: Who, kind: string): Promise<string | undefined>;
  keep(who: Who, kind: string, text: string): Promise<void>;
  forget(who: Who, kind: string): Promise<void>;
}

/** What can't be opened counts as not there: the person signs in again. `unreadable` hears of it, without contents. */
export function createVault(
  sealed: Sealed,
  ring: KeyRing,
  unreadable: (who: Who, kind: string) => void = () => undefined,
): Vault {
  const bound = ({ tenant, user }: Who, kind: string) => [tenant, user, kind];
  return {
    async find(who, kind) {
      const bytes = await sealed.get(who.tenant, who.user, kind);
      if (!bytes) return undefined;
      const plain = ring.open(bytes, bound(who, kind));
      if (!plain) unreadable(who, kind);
      return plain?.toString();
    },
    keep: (who, kind, text) =>
      sealed.put(who.tenant, who.user, kind, ring.seal(Buffer.from(text), bound(who, kind))),
    forget: (who, kind) => sealed.remove(who.tenant, who.user, kind),
  };
}
