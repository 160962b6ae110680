import { describe, expect, it } from 'vitest';
import { marked } from './marked.ts';

const drawn = (was: string, now: string) =>
  marked(was, now)
    .map(({ text, changed }) => (changed ? `[${text}]` : text))
    .join('');

describe('what is marked in a text', () => {
  it.each([
    ['nothing where nothing differs', 'the same', 'the same', 'the same'],
    ['a word', 'your orders here', 'your invoices here', 'your [invoices] here'],
    ['what came', 'a b', 'a new b', 'a [new ]b'],
    ['nothing of what went', 'a old b', 'a b', 'a b'],
    ['all of it, where there was nothing', '', 'new', '[new]'],
    ['nothing, where nothing is left', 'old', '', ''],
  ])('%s', (_, was, now, expected) => expect(drawn(was, now)).toBe(expected));

  it('leaves the text as it is, whatever is marked', () => {
    const now = '{% if user %}\n\t<a href="/ærø">é</a>\n';
    expect(
      marked('{% if x %}', now)
        .map(({ text }) => text)
        .join(''),
    ).toBe(now);
  });
});
