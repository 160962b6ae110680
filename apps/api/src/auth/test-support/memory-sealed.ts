import type { Sealed } from '../sealed.ts';

/** For tests: keeps what the store would, and shows it. */
export function memorySealed() {
  const kept = new Map<string, Buffer>();
  const key = (...parts: readonly string[]) => parts.join(' | ');
  const sealed: Sealed = {
    get: (tenant, user, kind) => Promise.resolve(kept.get(key(tenant, user, kind))),
    put: (tenant, user, kind, value) => {
      kept.set(key(tenant, user, kind), value);
      return Promise.resolve();
    },
    remove: (tenant, user, kind) => {
      kept.delete(key(tenant, user, kind));
      return Promise.resolve();
    },
  };
  return { ...sealed, kept };
}
