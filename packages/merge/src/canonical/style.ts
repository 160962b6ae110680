// How a text is written, which nobody means anything by: line ends, a mark at its beginning, empty lines at its end.

/** The text as it is compared and merged. */
export const plainly = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '');

/** The text written as another one is, so that a merge doesn't change lines that it has nothing to do with. */
export function inStyleOf(like: string | undefined, text: string): string {
  if (like === undefined) return text;
  const [mark] = /^\uFEFF/.exec(like) ?? [''];
  const [tail] = /[\r\n]*$/.exec(like) ?? [''];
  const returns = (like.match(/\r\n/g) ?? []).length;
  const lines = (like.match(/\n/g) ?? []).length;
  const body = returns * 2 > lines ? text.replace(/\n/g, '\r\n') : text;
  return mark + body + (text === '' ? '' : tail);
}
