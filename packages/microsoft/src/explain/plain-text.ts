/** Characters of an upstream's words that are kept. */
const most = 500;

/** What an upstream said, as text for people: no tags, no scripts, one space between words, bounded. */
export function plainText(said: unknown): string {
  const raw = typeof said === 'string' ? said : (JSON.stringify(said) ?? '');
  // Bounded before the patterns run, so that no answer can make them slow.
  const text = raw
    .slice(0, 20_000)
    .replaceAll(/<(script|style)\b[^>]*>[^]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replaceAll(/<\/?[a-z!][^>]*(?:>|$)/gi, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
