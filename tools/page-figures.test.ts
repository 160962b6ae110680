import { expect, test } from 'vitest';
import { slowestOf, weightOf } from './page-figures.ts';

test('only what was asked for before the first screen weighs', () => {
  const scripts = [
    { name: 'a.js', bytes: 60, early: true },
    { name: 'b.js', bytes: 47, early: true },
    { name: 'sign-in.js', bytes: 62, early: false },
  ];
  expect(weightOf(scripts)).toEqual({ before: 107, after: 62 });
  expect(weightOf([])).toEqual({ before: 0, after: 0 });
});

test('the slowest step is slow in most visits; one that was slow once is not', () => {
  const visits = [
    [
      ['open', 40],
      ['type', 500],
      ['close', 16],
    ],
    [
      ['open', 48],
      ['type', 24],
      ['close', 0],
    ],
    [
      ['open', 56],
      ['type', 16],
      ['close', 300],
    ],
  ] as const;
  expect(slowestOf(visits)).toEqual(['open', 48]);
});

test('visits that differ, and visits without a press, are no figure', () => {
  expect(() => slowestOf([[['open', 40]], [['close', 40]]])).toThrow('Not every visit came to “open”.');
  expect(() => slowestOf([[['open', 40]], []])).toThrow('Not every visit');
  expect(() => slowestOf([])).toThrow('Nothing was pressed.');
});
