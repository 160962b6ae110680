/** Names of files whose content is text, as sites hold it. */
const isText = /\.(css|m?js|json|svg|txt|html?|xml|map|less|scss|md|csv)$/i;

/** A web file's content where it is text, with its byte order mark if it has one; undefined for anything else. */
export function textIn(names: readonly string[], bytes: Uint8Array): string | undefined {
  if (!names.some((name) => isText.test(name))) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    // Called like a text and none: it is kept as it is.
    return undefined;
  }
}
