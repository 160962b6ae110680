import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillPath, pathMatcher } from './path.ts';

const value = fc
  .oneof(
    fc.string({ unit: 'binary', minLength: 1 }),
    fc.constantFrom(
      'a/b',
      '(x)',
      ')',
      "it's",
      '100%',
      '%2f',
      '%',
      'Größe',
      '日本',
      '🙂',
      ' ',
      '?',
      '#',
      '...',
      '~Default',
    ),
  )
  .filter((text) => !['', '.', '..'].includes(text) && text.isWellFormed() && !text.includes('\0'));

const templates = [
  '/a/{one}',
  '/a/{one}/b/{two}',
  '/data/{one}({two})',
  '/a/{one}.pdf',
  '/{one}/{two}',
] as const;

test('every value comes back as it was put in, whatever is in it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...templates), value, value, (template, one, two) => {
      const path = fillPath(template, { one, two });
      const wanted = template.includes('{two}') ? { one, two } : { one };
      expect(pathMatcher(template)(path)).toEqual(wanted);
    }),
    { numRuns: 500 },
  );
});

test('nothing is called by a name with a NUL in it', () => {
  expect(pathMatcher('/a/{one}')('/a/x%00y')).toBeUndefined();
  expect(pathMatcher('/a/{one}')('/a/x%01y')).toEqual({ one: 'x\u0001y' });
});

test('a value never adds a segment, a query, a fragment or a bracket', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(fillPath('/a/{one}', { one }).slice('/a/'.length)).not.toMatch(/[/?#()]/);
    }),
  );
});

test.each(['', '.', '..', undefined, 7, null])('%o is no value for a path', (one) => {
  expect(() => fillPath('/a/{one}', { one })).toThrow(TypeError);
});

test.each([
  ['/a/{one}', '/a'],
  ['/a/{one}', '/a/'],
  ['/a/{one}', '/a/b/c'],
  ['/a/{one}', '/b/c'],
  ['/a/{one}', '/a/%E0%A4%A'],
  ['/a/{one}.pdf', '/a/xypdf'],
  ['/data/{one}({two})', '/data/accounts'],
])('%s does not take %s', (template, path) => {
  expect(pathMatcher(template)(path)).toBeUndefined();
});

test('letter case and one slash at the end don’t matter; a template’s dots are dots', () => {
  expect(pathMatcher('/Api/{one}/x')('/api/B/X/')).toEqual({ one: 'B' });
});
