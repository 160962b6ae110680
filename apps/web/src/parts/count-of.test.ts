import type { OperationState } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { companiesOf, countOf, leftOf, reckonedOf } from './count-of.ts';

const at = '2026-11-23T10:00:00Z';
const operation = (said: readonly object[], waiting?: object) =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what is counted
  ({
    said: said.map((values) => ({ at, says: { id: 'x', values } })),
    ...(waiting ? { waiting: { says: { id: 'y', values: waiting } } } : {}),
  }) as unknown as OperationState;

test.each([
  ['nothing counted', operation([{ name: 'a' }]), undefined],
  ['seven done, between two', operation([{ number: 7, total: 29 }, { name: 'a' }]), { done: 7, total: 29 }],
  ['the eighth is under way', operation([], { number: 8, total: 29 }), { done: 7, total: 29 }],
  ['a wait without a count', operation([{ number: 7, total: 29 }], { name: 'a' }), { done: 7, total: 29 }],
  ['a wait that counts', operation([], { count: 3, total: 5 }), { done: 3, total: 5 }],
])('%s', (_, given, count) => {
  expect(countOf(given)).toEqual(count);
});

test('what is left is a range, and not said too early', () => {
  expect(leftOf({ done: 2, total: 10 }, 60)).toBeUndefined();
  expect(leftOf({ done: 5, total: 10 }, 100)).toEqual([60, 160]);
  expect(leftOf({ done: 10, total: 10 }, 100)).toBeUndefined();
});

const [left, later] = [
  { atLeast: 60, atMost: 120 },
  { atLeast: 5, atMost: 9 },
];
test.each([
  ['nothing was reckoned', operation([{ number: 1, total: 2 }]), undefined],
  ['what was said last', operation([{ ...left }, { ...later }, { name: 'a' }]), [5, 9]],
  ['what it waits for, before what was said', operation([{ ...left }], { ...later }), [5, 9]],
  ['a wait that reckons nothing, as between two maps', operation([{ ...left }], { name: 'a' }), [60, 120]],
])('how long it may still take: %s', (_, given, seconds) => {
  expect(reckonedOf(given)).toEqual(seconds && expect.objectContaining({ seconds }));
});

test('rows that nobody could reckon with: how long it takes isn’t known, whatever the maps’ number says', () => {
  const copied = [{ number: 7, total: 29, rows: 3 }];
  expect(reckonedOf(operation(copied, { number: 8, total: 29, rows: 9 }))).toBe('unknown');
});

test('rows by company are in the words of the wait', () => {
  const values = { rows: 12, companies: 2, 'company USMF': 12, 'company DEMF': 0 };
  expect(companiesOf(operation([], values))).toEqual([
    { company: 'USMF', rows: 12 },
    { company: 'DEMF', rows: 0 },
  ]);
  expect(companiesOf(operation([values]))).toEqual([]);
});
