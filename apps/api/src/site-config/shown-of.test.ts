import type { Content } from '@portico/merge/canonical/content';
import type { MergedRecord } from '@portico/merge/merge-record';
import { mergeCell } from '@portico/merge/values/merge-cell';
import { expect, test } from 'vitest';
import { shownOf } from './shown-of.ts';

const cell = (value: string) => ({ kind: 'scalar', value, same: value }) as const;
const content = (value: string): Content => new Map([['adx_value', cell(value)]]);

/** A snippet that the template has taken away, and one of whose columns both changed. */
const record = (base: string, ours: string, theirs: string): MergedRecord => ({
  id: 'a',
  table: 'adx_contentsnippet',
  title: 'Footer',
  state: 'different',
  change: 'edited',
  sides: { base: content(base), ours: content(ours) },
  cells: {
    adx_value: mergeCell(cell(base), cell(ours), cell(theirs)),
    presence: {
      kind: 'presence',
      base: true,
      ours: true,
      theirs: false,
      state: 'conflict',
      mine: true,
      yours: false,
    },
  },
  unresolved: [],
});

test('another word on any side is something else, and the same words are not', () => {
  const marks = [record('a', 'b', 'c'), record('a', 'B', 'c'), record('a', 'b', 'C'), record('A', 'b', 'c')];
  expect(new Set(marks.map((each) => shownOf(each, 'adx_value'))).size).toBe(4);
  expect(shownOf(record('a', 'b', 'c'), 'adx_value')).toBe(shownOf(record('a', 'b', 'c'), 'adx_value'));
});

test('whether a record is there is decided by all that it says', () => {
  expect(shownOf(record('a', 'b', 'c'), 'presence')).toBe(shownOf(record('a', 'b', 'C'), 'presence'));
  expect(shownOf(record('a', 'b', 'c'), 'presence')).not.toBe(shownOf(record('a', 'B', 'c'), 'presence'));
});

test('what nobody changed has no mark', () => {
  expect(shownOf(record('a', 'b', 'c'), 'adx_name')).toBeUndefined();
});
