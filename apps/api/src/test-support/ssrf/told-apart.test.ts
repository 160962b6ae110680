import { expect, test } from 'vitest';
import { shiftClock } from './shift-clock.ts';
import { share } from './told-apart.ts';

test.each([
  [[1, 2, 3], [1, 2, 3], 0.5],
  [[4, 5, 6], [1, 2, 3], 1],
  [[1, 2, 3], [4, 5, 6], 0],
  [[1, 4], [2, 3], 0.5],
  [[2, 2], [2, 1], 0.75],
])('of %j the share that is greater than %j is %d', (these, those, expected) => {
  expect(share(these, those)).toBe(expected);
});

test('a clock that is moved forward tells later times, and then the old ones again', () => {
  const before = new Date();
  const later = shiftClock(60_000);
  expect(Date.now() - before.getTime()).toBeGreaterThanOrEqual(60_000);
  expect(new Date().getTime() - before.getTime()).toBeGreaterThanOrEqual(60_000);
  expect(before).toBeInstanceOf(Date);
  expect(new Date(7).getTime()).toBe(7);
  later[Symbol.dispose]();
  expect(Date.now() - before.getTime()).toBeLessThan(60_000);
});
