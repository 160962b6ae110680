/**
 * The claims that a new token must carry, from `WWW-Authenticate: Bearer error="insufficient_claims",
 * claims="<base64 of JSON>"`. Undefined when the header asks for something else or can't be read.
 */
export function claimsOf(header: string | null | undefined): string | undefined {
  if (!header || !/error="?insufficient_claims"?/i.test(header)) return undefined;
  const encoded = /claims="([^"]+)"/i.exec(header)?.[1];
  if (!encoded) return undefined;
  try {
    const bytes = Uint8Array.from(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
    const json = new TextDecoder().decode(bytes);
    JSON.parse(json);
    return json;
  } catch {
    // Not base64, or not JSON: an unreadable challenge is the same as a plain 401, the person signs in again.
    return undefined;
  }
}
