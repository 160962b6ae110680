/** Anything shaped like a JSON web token or a bearer header. None should ever get here: this is the second wall. */
const secrets = /\b(?:Bearer\s+[\w.~+/-]{16,}=*|ey[\w-]{8,}\.[\w-]+(?:\.[\w-]*)?)/gi;

/** Control characters, and spaces that the report's font doesn't have. */
// oxlint-disable-next-line no-control-regex -- that is what is taken out
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200B-\u200F\u202A-\u202E\uFEFF]/g;

/** What came from outside, made fit for paper. */
export const printable = (raw: string): string =>
  raw
    .toWellFormed()
    .replaceAll(secrets, '[removed]')
    .replaceAll(controls, '')
    .replaceAll(/[\u202F\u2007\u2009]/g, '\u00A0');

/** Whether the report's font, Roboto, has all these letters: Latin, Greek and Cyrillic. */
export const hasGlyphs = (text: string): boolean =>
  /^[\u0020-\u007E\u00A0-\u024F\u0370-\u03FF\u0400-\u04FF\u1E00-\u1EFF\u2010-\u2026\u2032\u20AC]*$/.test(
    text,
  );
