import type { OperationState } from '@portico/plan/reduce';
import type { Values } from '@portico/plan/text';
import { expect, test } from 'vitest';
import { copyingOf } from './copying.ts';

const expecting = { maps: 3, rows: 1000, atLeast: 60, atMost: 600 };
const map = { name: 'a', number: 1, total: 3, rows: 100 };

function operation(
  said: readonly (readonly [id: string, values: Values])[],
  more: Partial<OperationState> = {},
): OperationState {
  return {
    id: 'o',
    action: 'start-maps',
    key: 'k',
    driver: 'automatic',
    changes: [],
    by: null,
    startedAt: '2026-11-24T08:00:00Z',
    said: said.map(([id, values]) => ({
      at: '2026-11-24T08:01:00Z',
      says: { id: `start-maps.${id}`, values },
    })),
    wrote: 0,
    cancelling: false,
    handOffs: {},
    ...more,
  };
}
const finished = (outcome: 'done' | 'failed') => ({ finished: { outcome, at: '2026-11-24T10:00:00Z' } });

test('what copied nothing, or began before this was known, says nothing', () => {
  expect(copyingOf(operation([]))).toBeUndefined();
  expect(copyingOf(operation([['there', map]]))).toBeUndefined();
});

test('expected and actual, map by map; the total holds what is known of both', () => {
  const copying = copyingOf(
    operation(
      [
        ['expecting', expecting],
        ['copied', { ...map, took: 50, expected: 110, least: 20, most: 90 }],
        ['copied', { ...map, name: 'b', rows: 7, took: 10, expected: 7, least: 5, most: 20 }],
        ['copied', { ...map, name: 'uncounted', took: 30 }],
        ['copied', { ...map, name: 'untimed', expected: 100, least: 20, most: 90 }],
      ],
      finished('done'),
    ),
  );
  expect(copying).toEqual({
    expected: { rows: 1000, seconds: [60, 600] },
    maps: [
      { name: 'a', rows: 100, took: 50, expected: { rows: 110, seconds: [20, 90] } },
      { name: 'b', rows: 7, took: 10, expected: { rows: 7, seconds: [5, 20] } },
      { name: 'uncounted', rows: 100, took: 30 },
      { name: 'untimed', rows: 100, expected: { rows: 100, seconds: [20, 90] } },
    ],
    total: { maps: 2, rows: 107, took: 60, expected: { rows: 117, seconds: [25, 110] } },
    unmeasured: 0,
  });
});

test('a map that nothing is known of is counted, once all is over and not before', () => {
  const said = [
    ['expecting', expecting],
    ['copied', map],
    ['there', { ...map, name: 'b' }],
  ] as const;
  expect(copyingOf(operation(said, finished('done')))?.unmeasured).toBe(2);
  expect(copyingOf(operation(said))?.unmeasured).toBe(0);
  expect(copyingOf(operation(said, finished('failed')))?.unmeasured).toBe(0);
});

test('by hand only what was seen is known, and what couldn’t be counted isn’t made up', () => {
  const { atLeast: _, atMost: __, ...uncounted } = expecting;
  const said = [['expecting', uncounted]] as const;
  expect(copyingOf(operation(said, { driver: 'guided', ...finished('done') }))).toEqual({
    expected: { rows: 1000 },
    maps: [],
    unmeasured: 3,
    seen: 7200,
  });
});

test('values that are none leave a map out', () => {
  const said = [
    ['expecting', expecting],
    ['copied', { ...map, rows: 'many' }],
  ] as const;
  expect(copyingOf(operation(said))?.maps).toEqual([]);
});
