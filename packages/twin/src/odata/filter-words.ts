import { BadQuery, NotLearned } from './refusals.ts';

export type Word =
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'value'; readonly value: string | number | boolean | null };

const patterns: readonly (readonly [RegExp, (text: string) => Word | undefined])[] = [
  [/\s+/y, () => undefined],
  [/[(),]/y, (text) => ({ kind: 'mark', text })],
  // A quote inside a text is written twice (OData 4.01, URL conventions, 5.1.1.14.1).
  [/'(?:[^']|'')*'/y, (text) => ({ kind: 'value', value: text.slice(1, -1).replaceAll("''", "'") })],
  [/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])/iy, (value) => ({ kind: 'value', value })],
  [
    /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?(?![\w-])/y,
    (value) => ({ kind: 'value', value }),
  ],
  [/-?\d+(?:\.\d+)?(?![\w-])/y, (text) => ({ kind: 'value', value: Number(text) })],
  [/(?:true|false)\b/y, (text) => ({ kind: 'value', value: text === 'true' })],
  [/null\b/y, () => ({ kind: 'value', value: null })],
  [/[A-Za-z_][\w.]*(?:\/[A-Za-z_][\w.]*)*/y, (text) => ({ kind: 'name', text })],
];

/** Splits a filter into its words. */
export function wordsOf(filter: string): readonly Word[] {
  const words: Word[] = [];
  let at = 0;
  while (at < filter.length) {
    const found = patterns
      .map(([pattern, make]) => {
        pattern.lastIndex = at;
        return { text: pattern.exec(filter)?.[0], make };
      })
      .find(({ text }) => text);
    if (!found?.text && /[:=]/.test(filter[at] ?? ''))
      throw new NotLearned(`The twin doesn't know lambdas and named parameters, as in '${filter}'.`);
    if (!found?.text) throw new BadQuery(`Syntax error at position ${at} in '${filter}'.`);
    const word = found.make(found.text);
    if (word) words.push(word);
    at += found.text.length;
  }
  return words;
}
