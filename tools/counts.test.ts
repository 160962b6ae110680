import { expect, test } from 'vitest';
import { fromPlaywright, fromVitest, skipLines, sum, withExitCode, yesOrNo } from './counts.ts';

const spec = (title: string, status: string, annotations: unknown[] = []) => ({
  title,
  tests: [{ status, annotations }],
});

test('Playwright: every state is counted once, nested suites included', () => {
  const counts = fromPlaywright({
    errors: [],
    suites: [
      {
        title: 'a.spec.ts',
        specs: [spec('works', 'expected'), spec('breaks', 'unexpected')],
        suites: [
          {
            title: 'inner',
            specs: [
              spec('wavers', 'flaky'),
              spec('waits', 'skipped', [{ type: 'skip', description: 'needs a real tenant' }]),
              spec('waits silently', 'skipped'),
            ],
          },
        ],
      },
    ],
  });
  expect(counts).toEqual({
    passed: 2,
    // One broke, and one was skipped without a reason.
    failed: 2,
    skipped: [
      { title: 'a.spec.ts › inner › waits', reason: 'needs a real tenant' },
      { title: 'a.spec.ts › inner › waits silently', reason: 'no reason given' },
    ],
    remarks: ['Passed only when repeated: a.spec.ts › inner › wavers'],
  });
});

test('Playwright: an error outside the tests is a failure', () => {
  expect(fromPlaywright({ suites: [], errors: [{ message: 'web server did not start' }] }).failed).toBe(1);
});

test('vitest: the report of our reporter is read as it is', () => {
  const report = { passed: 3, failed: 1, skipped: [{ title: 'a', reason: 'b' }] };
  expect(fromVitest(report)).toEqual({ ...report, remarks: [] });
});

test('a report in another shape is refused, not counted as nothing', () => {
  expect(() => fromVitest({ numPassedTests: 3 })).toThrow('Expected a number');
});

test('a program that fails without a failing test is one failure', () => {
  expect(withExitCode(yesOrNo(0), 1).failed).toBe(1);
  expect(withExitCode({ ...yesOrNo(0), failed: 4 }, 1).failed).toBe(4);
});

test('sum adds up and keeps every skip', () => {
  const one = { passed: 2, failed: 1, skipped: [{ title: 'a', reason: 'r' }], remarks: ['x'] };
  expect(sum([one, one, yesOrNo(0)])).toEqual({
    passed: 5,
    failed: 2,
    skipped: [...one.skipped, ...one.skipped],
    remarks: ['x', 'x'],
  });
});

test('skips with one reason are one line', () => {
  const skipped = ['a', 'b', 'c', 'd'].map((title) => ({ title, reason: 'no database' }));
  expect(skipLines([...skipped, { title: 'e', reason: 'no tenant' }])).toEqual([
    'skipped 4: no database (a; b; c and 1 more)',
    'skipped 1: no tenant (e)',
  ]);
});
