import { describe, expect, test } from 'vitest';
import { durationOf, obstaclesOf, type Shape, together } from './sync-feasibility.ts';

const plain: Shape = { singleThreaded: false, manyLookups: false, oneWay: false };
const single: Shape = { ...plain, singleThreaded: true };
const rows = (finance: number | undefined, dataverse: number | undefined = 0) => ({ finance, dataverse });

/** At each documented limit, one below, on it and one above. */
test.each<readonly [string, ReturnType<typeof rows>, Shape, readonly string[]]>([
  ['500,000 rows', rows(500_000), plain, []],
  ['a row more', rows(500_001), plain, ['rows']],
  ['500,001 from Dataverse are too many for a day as well', rows(0, 500_001), plain, ['rows', 'hours']],
  ['a day from Dataverse at 100 a minute', rows(0, 144_000), plain, []],
  ['a row more', rows(0, 144_001), plain, ['hours']],
  ['70,000 rows one by one', rows(0, 70_000), single, []],
  ['a row more', rows(0, 70_001), single, ['single-threaded']],
  ['finance and operations gives them out side by side', rows(70_001), single, []],
  ['no row with ten lookups', rows(10, 0), { ...plain, manyLookups: true }, []],
  ['one row with ten lookups', rows(10, 1), { ...plain, manyLookups: true }, ['lookups']],
  [
    'what goes one way doesn’t come back',
    rows(10, 600_000),
    { ...single, manyLookups: true, oneWay: true },
    [],
  ],
  ['not counted isn’t too many', rows(undefined, undefined), single, []],
])('%s', (_, sides, shape, expected) => {
  expect(obstaclesOf(sides, shape)).toEqual(expected);
});

describe('how long', () => {
  test('the documented rates lie within the range', () => {
    const minutes = (sides: ReturnType<typeof rows>, shape: Shape) =>
      durationOf(sides, shape, 1).map((seconds) => seconds / 60);
    const [least = 0, most = 0] = minutes(rows(6_000), plain);
    expect(least).toBeLessThan(60);
    expect(most).toBeGreaterThan(60);
    const [shortest = 0, longest = 0] = minutes(rows(0, 70_000), single);
    expect(shortest).toBeLessThan(24 * 60);
    expect(longest).toBeGreaterThan(24 * 60);
  });

  test('each company costs its setting up, and nothing is free', () => {
    const [one] = durationOf(rows(0), plain, 1);
    expect(one).toBeGreaterThan(0);
    expect(durationOf(rows(0), plain, 3)[0]).toBe(3 * one);
  });

  test('more rows never take less', () => {
    for (const shape of [plain, single, { ...plain, oneWay: true }])
      for (const count of [0, 10, 1_000, 100_000]) {
        const [less, more] = [durationOf(rows(count), shape, 1), durationOf(rows(count + 1, 1), shape, 1)];
        expect(more[0]).toBeGreaterThan(less[0]);
        expect(more[1]).toBeGreaterThan(less[1]);
        expect(less[1]).toBeGreaterThan(less[0]);
      }
  });

  test('one after the other they add up', () => {
    expect(
      together([
        [1, 2],
        [3, 5],
      ]),
    ).toEqual([4, 7]);
    expect(together([])).toEqual([0, 0]);
  });
});
