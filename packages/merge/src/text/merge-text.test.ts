import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diff } from './diff.ts';
import { interned, Interner, linesOf } from './intern.ts';
import { mergePieces, mergeText, type Region, textOf } from './merge-text.ts';
import { suggest } from './suggest.ts';

/** Few different lines, so that much is equal and could stand at several places; sometimes without a last line end. */
const texts = fc
  .tuple(fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 14 }), fc.boolean())
  .map(([lines, ends]) => lines.join('\n') + (ends ? '\n' : ''));

const mirrored = (regions: readonly Region[]): Region[] =>
  regions.map((region) => {
    if (region.kind === 'conflict') return { ...region, ours: region.theirs, theirs: region.ours };
    const kind = region.kind === 'ours' ? 'theirs' : region.kind === 'theirs' ? 'ours' : region.kind;
    return { ...region, kind };
  });

describe('the laws of merging texts', () => {
  test('what one side changed, or both alike, is the result', () => {
    fc.assert(
      fc.property(texts, texts, (base, other) => {
        expect(textOf(mergeText(base, other, base))).toBe(other);
        expect(textOf(mergeText(base, base, other))).toBe(other);
        expect(textOf(mergeText(base, other, other))).toBe(other);
      }),
    );
  });

  test('with the sides mirrored the result is mirrored', () => {
    fc.assert(
      fc.property(texts, texts, texts, (base, ours, theirs) => {
        expect(mergeText(base, theirs, ours)).toEqual(mirrored(mergeText(base, ours, theirs)));
      }),
    );
  });

  test('changes of both sides to one line, or side by side, are never taken without asking', () => {
    const numbered = fc.nat({ max: 8 });
    fc.assert(
      fc.property(numbered, fc.constantFrom(0, 1), (line, apart) => {
        const base = Array.from({ length: 12 }, (_, index) => `line ${index}\n`);
        const ours = base.with(line, 'ours\n').join('');
        const theirs = base.with(line + apart, 'theirs\n').join('');
        expect(textOf(mergeText(base.join(''), ours, theirs))).toBeUndefined();
        const far = base.with(line + 2, 'theirs\n').join('');
        expect(textOf(mergeText(base.join(''), ours, far))).toContain('ours\n');
      }),
    );
  });
});

/** Letters are lines. What git merge-file (2.39) makes of them: without sliding, two ask, two lack a line, and one doesn't ask. */
test.each([
  ['aaaxxccb', 'axxcb', 'aaaxccb', 'axcb'],
  ['xxxxccbbbbbbb', 'bxaxxxcbbbbbbb', 'xxxxbccbbbbbbb', 'bxaxxxbcbbbbbbb'],
  ['xccccccbbbb', 'xaccccaccbbb', 'xccccccbbb', 'xaccccaccbbb'],
  ['xxxxccbbbbbbbbb', 'xxccbbbbbbbb', 'xxxxccbbbbbbbb', 'xxccbbbbbbbb'],
  ['bbaaaxxxxbx', 'bbbaabaxxxxxbx', 'bbaaaxxxbx', undefined],
])('changes of %s among lines like their own, to %s and to %s, stand where git puts them', (...letters) => {
  const [base, ours, theirs, expected] = letters.map((one) => one?.replaceAll(/./g, '$&\n'));
  expect(textOf(mergeText(base ?? '', ours ?? '', theirs ?? ''))).toBe(expected);
});

test('what all three begin and end with changes nothing about what lies between', () => {
  const same = fc.array(fc.constantFrom('a\n', 'b\n', '\n'), { minLength: 30, maxLength: 90 });
  fc.assert(
    fc.property(texts, texts, texts, same, same, (base, ours, theirs, before, after) => {
      const wrap = (text: string) => `${before.join('')}${text}\n${after.join('')}`;
      const [b, o, t] = [wrap(base), wrap(ours), wrap(theirs)];
      expect(textOf(mergeText(b, o, t))).toBe(textOf(mergePieces(b, o, t, linesOf)));
    }),
    { numRuns: 1000 },
  );
});

describe('the diff', () => {
  test('is a way from the one text to the other, and between two hunks something is kept', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const table = new Interner();
        const [a, b] = [interned(linesOf(one)), interned(linesOf(other))];
        let [at, made] = [0, ''];
        for (const [index, { from, to, start, end }] of diff(a, b, table).entries()) {
          if (index > 0) expect(from).toBeGreaterThan(at);
          made += a.pieces.slice(at, from).join('') + b.pieces.slice(start, end).join('');
          at = to;
        }
        expect(made + a.pieces.slice(at).join('')).toBe(other);
      }),
    );
  });

  test('finds the shortest way, as a table of all ways does', () => {
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const table = new Interner();
        const [a, b] = [interned(linesOf(one)), interned(linesOf(other))];
        const kept = diff(a, b, table).reduce((left, { from, to }) => left - (to - from), a.pieces.length);
        expect(kept).toBe(longestCommon(a.pieces, b.pieces));
      }),
    );
  });

  test('gives way when everything was rewritten, and is still a way', () => {
    const table = new Interner();
    const words = (by: number) => Array.from({ length: 4000 }, (_, index) => `${(index * by) % 997}`);
    const [a, b] = [interned(words(7)), interned(words(11))];
    let [at, made]: [number, string[]] = [0, []];
    for (const { from, to, start, end } of diff(a, b, table)) {
      made.push(...a.pieces.slice(at, from), ...b.pieces.slice(start, end));
      at = to;
    }
    expect([...made, ...a.pieces.slice(at)]).toEqual(words(11));
  });
});

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0);
  for (const x of a) {
    const next: number[] = [];
    for (const [j, y] of b.entries())
      next.push(x === y ? (row[j - 1] ?? 0) + 1 : Math.max(row[j] ?? 0, next[j - 1] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('a suggestion', () => {
  test.each([
    [
      'words apart on one line',
      { base: '<a class="x">\n', ours: '<a class="y">\n', theirs: '<a class="x" href="/o">\n' },
      '<a class="y" href="/o">\n',
    ],
    ['the same word twice', { base: '{{ a }}\n', ours: '{{ b }}\n', theirs: '{{ c }}\n' }, undefined],
    ['two additions', { base: '', ours: 'a\n', theirs: 'b\n' }, undefined],
  ])('%s', (_, texts, expected) => {
    expect(suggest({ kind: 'conflict', ...texts })).toBe(expected);
    // It is only a suggestion.
    expect(textOf(mergeText(texts.base, texts.ours, texts.theirs))).toBeUndefined();
  });
});

test('both added the same lines: once, and without asking', () => {
  expect(textOf(mergeText('a\n', 'a\nx\n', 'a\nx\n'))).toBe('a\nx\n');
  expect(mergeText('', 'x\n', 'y\n')).toEqual([{ kind: 'conflict', base: '', ours: 'x\n', theirs: 'y\n' }]);
});
