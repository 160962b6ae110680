/** Milliseconds before its end at which a token is no longer handed out; MSAL's own margin. */
const margin = 300_000;
const limit = 2000;

/** Tokens of the last minutes, in memory, so that most calls read neither store nor cache. The oldest go first. */
export function recentTokens(now: () => Date) {
  const kept = new Map<string, { readonly token: string; readonly until: number }>();
  return {
    find(key: string): string | undefined {
      const found = kept.get(key);
      if (found && found.until > now().getTime()) return found.token;
      kept.delete(key);
      return undefined;
    },
    forget(key: string): void {
      kept.delete(key);
    },
    keep(key: string, token: string, expires: Date): void {
      kept.delete(key);
      kept.set(key, { token, until: expires.getTime() - margin });
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
    },
  };
}
