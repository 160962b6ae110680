import { describe, expect, test } from 'vitest';
import { correctedPace, type Measured } from './corrected-pace.ts';
import { published, rangeOf } from './sync-feasibility.ts';

/** A thousand rows at the published pace take ten minutes. */
const company = (minutes: number, work = 600): Measured => ({ companies: 1, work, seconds: minutes * 60 });
const widthOf = ([least, most]: readonly [number, number]) => most / least;
const rest = { companies: 4, work: 36_000 };

test('nothing measured: what is published holds, to the second', () => {
  expect(correctedPace([])).toEqual(published);
  expect(rangeOf(rest, correctedPace([]))).toEqual(rangeOf(rest));
});

describe.each([
  ['half as fast as published', 2],
  ['three times as fast', 1 / 3],
] as const)('measured %s', (_, slowness) => {
  const after = (companies: number) =>
    rangeOf(rest, correctedPace(Array.from({ length: companies }, () => company(10 * slowness + 1))));
  const truth = rest.companies * 60 + rest.work * slowness;

  test('the range moves to the measured pace, the more the more was measured', () => {
    const far = [0, 1, 3, 10, 40].map((companies) => {
      const [least, most] = after(companies);
      return Math.abs(Math.log((least + most) / 2 / truth));
    });
    expect(far).toEqual(far.toSorted((one, other) => other - one));
    expect(far.at(-1)).toBeLessThan(0.1);
  });

  test('in the end it holds what comes, and is narrower than before', () => {
    const [least, most] = after(10);
    expect(least).toBeLessThan(truth);
    expect(most).toBeGreaterThan(truth);
    expect(widthOf(after(10))).toBeLessThan(widthOf(after(0)));
  });
});

test('companies of different pace leave the range wider than equal ones', () => {
  const equal = correctedPace([company(20), company(20), company(20), company(20)]);
  const unequal = correctedPace([company(5), company(35), company(5), company(35)]);
  expect(widthOf(unequal.rate)).toBeGreaterThan(widthOf(equal.rate));
});

test('many small companies say how long setting up takes, and nothing of many rows', () => {
  const { setUp, rate } = correctedPace(Array.from({ length: 60 }, () => company(0.3, 0)));
  expect(setUp[1]).toBeLessThan(40);
  expect(rate).toEqual(published.rate);
});

test('a few rows among much waiting don’t make nonsense of many rows', () => {
  const waited = Array.from({ length: 10 }, () => ({ companies: 3, work: 0, seconds: 8000 }));
  const { rate } = correctedPace([
    ...waited,
    { companies: 3, work: 170, seconds: 5000 },
    { companies: 0, work: 100, seconds: 400 },
  ]);
  expect(rate[0]).toBeGreaterThan(published.rate[0] / 2);
  expect(rate[1]).toBeLessThan(published.rate[1] * 2);
});

test('whatever was measured, all of it takes some time, and the least is not above the most', () => {
  for (const minutes of [0, 0.001, 5000])
    for (const work of [0, 1, 1e6]) {
      const { setUp, rate } = correctedPace([company(minutes, work), company(0, 0), company(minutes, 1)]);
      for (const [least, most] of [setUp, rate]) {
        expect(least).toBeGreaterThan(0);
        expect(most).toBeGreaterThanOrEqual(least);
      }
    }
});
