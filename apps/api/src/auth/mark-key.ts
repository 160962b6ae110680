import { randomBytes } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import type { Sealed } from './sealed.ts';

const [holder, kind] = ['site-archive', 'mark-key'];

/** The key by which a tenant's secrets are told apart without being kept: made once, and sealed like tokens. */
export function markKeys(sealed: Sealed, ring: KeyRing): (tenant: string) => Promise<Buffer> {
  const bound = (tenant: string) => [tenant, holder, kind];
  return async (tenant) => {
    const kept = await sealed.get(tenant, holder, kind);
    const key = kept && ring.open(kept, bound(tenant));
    if (key) return key;
    // What can't be opened any more marks nothing: every secret then shows as changed, and nothing is written of it.
    await sealed.put(tenant, holder, kind, ring.seal(randomBytes(32), bound(tenant)));
    const made = await sealed.get(tenant, holder, kind);
    const opened = made && ring.open(made, bound(tenant));
    if (!opened) throw new Error('The key that was just sealed does not open.');
    return opened;
  };
}
