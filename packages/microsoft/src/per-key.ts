/**
 * One long-lived thing for each key, made when first asked for. Bounded: the one unused longest gives way, so
 * that a stream of made-up hosts can't fill the memory.
 */
export function perKey<T>(create: () => T, most = 5000): (key: string) => T {
  const kept = new Map<string, T>();
  return (key) => {
    const found = kept.get(key) ?? create();
    kept.delete(key);
    kept.set(key, found);
    const oldest = kept.keys().next();
    if (kept.size > most && !oldest.done) kept.delete(oldest.value);
    return found;
  };
}
