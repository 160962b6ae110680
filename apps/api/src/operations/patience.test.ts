import { Problem, type ProblemCode, problems } from '@portico/contract/problems';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { finalProblem } from './ending.ts';
import { type Before, faultLimit, patienceFor } from './patience.ts';

const codes = Object.keys(problems).filter((code): code is ProblemCode => code in problems);
const before = fc.record({ tries: fc.nat(500), faults: fc.nat(faultLimit - 2) });
const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

test('never waits less than asked, nor more than a tenth above', () => {
  fc.assert(
    fc.property(before, chance, fc.nat(86_400), (counted, random, retryAfter) => {
      const patience = patienceFor(new Problem('upstream-throttled', { retryAfter }), counted, () => random);
      const seconds = 'seconds' in patience ? patience.seconds : Number.NaN;
      expect(seconds).toBeGreaterThanOrEqual(retryAfter);
      expect(seconds).toBeLessThanOrEqual(retryAfter * 1.1);
    }),
  );
});

test('else waits half a doubling second to a whole, at most 64 s', () => {
  fc.assert(
    fc.property(before, chance, (counted, random) => {
      const patience = patienceFor(new Problem('upstream-unavailable'), counted, () => random);
      const seconds = 'seconds' in patience ? patience.seconds : Number.NaN;
      const whole = Math.min(64, 2 ** counted.tries);
      expect(seconds).toBeGreaterThanOrEqual(whole / 2);
      expect(seconds).toBeLessThanOrEqual(whole);
    }),
  );
});

test('looks soon for a sign-in that came in passing, then seldom', () => {
  const seconds: number[] = [];
  let before: Before = { tries: 7, faults: 3 };
  for (let n = 0; n < 8; n += 1) {
    const patience = patienceFor(new Problem('needs-sign-in'), before, () => 0);
    if (patience.kind !== 'sign-in') throw new Error(patience.kind);
    seconds.push(patience.seconds);
    before = patience;
  }
  expect(seconds).toEqual([5, 10, 20, 40, 80, 160, 300, 300]);
  // What comes after a sign-in begins its own doubling, and keeps count of the faults.
  expect(patienceFor(new Problem('upstream-unavailable'), before, () => 0)).toMatchObject({
    seconds: 0.5,
    tries: 1,
    faults: 4,
  });
});

test('bears throttles without limit, other faults up to the twelfth', () => {
  const kindOf = (problem: Problem, faults: number) =>
    patienceFor(problem, { tries: 1000, faults }, () => 0).kind;
  expect(kindOf(new Problem('upstream-throttled'), 1000)).toBe('throttle');
  expect(kindOf(new Problem('upstream-unavailable', { upstream: { status: 429 } }), 1000)).toBe('throttle');
  expect(kindOf(new Problem('upstream-unavailable'), faultLimit - 2)).toBe('fault');
  expect(kindOf(new Problem('upstream-unavailable'), faultLimit - 1)).toBe('fail');
});

test.each(codes)('%s is treated as the catalogue says', (code) => {
  const kinds = {
    never: 'fail',
    now: 'fail',
    later: /^(fault|throttle)$/,
    'after-sign-in': 'sign-in',
  } as const;
  const { kind } = patienceFor(new Problem(code), { tries: 0, faults: 0 }, () => 0);
  expect(kind).toMatch(kinds[problems[code].retry]);
  // What a step ended with isn't tried again.
  expect(patienceFor(finalProblem({ code }), { tries: 0, faults: 0 }, () => 0).kind).toBe('fail');
});
