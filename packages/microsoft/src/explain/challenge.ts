/**
 * The claims of a `WWW-Authenticate` challenge, as JSON text, or undefined when there are none. Microsoft sends
 * them base64-encoded, quoted (learn.microsoft.com, "Claims challenges, claims requests and client capabilities").
 */
export function claimsOf(header: string | undefined): string | undefined {
  const encoded = /\bclaims="([A-Za-z0-9+/=_-]{1,8192})"/.exec(header ?? '')?.[1];
  if (!encoded) return undefined;
  const claims = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const parsed: unknown = JSON.parse(claims);
    return typeof parsed === 'object' && parsed !== null ? claims : undefined;
  } catch {
    // Not a challenge that can be answered: the 401 stands as it is.
    return undefined;
  }
}
