// What a leg of the test run reports, and how that is read from the reports of vitest and Playwright.
import * as v from './json.ts';

/** A test that did not run, with the reason its author gave. */
export type Skip = { title: string; reason: string };

/** Outcome of one leg. A static leg counts as one. `remarks` are shown although the leg passed. */
export type Counts = { passed: number; failed: number; skipped: Skip[]; remarks: string[] };

export const noReason = 'no reason given';

/** @returns the counts of a leg that only knows yes or no, such as the type check */
export function yesOrNo(exitCode: number): Counts {
  return { passed: exitCode === 0 ? 1 : 0, failed: exitCode === 0 ? 0 : 1, skipped: [], remarks: [] };
}

/**
 * Reads what `tools/vitest-report.ts` wrote.
 * @param report parsed JSON: `{ passed, failed, skipped: [{ title, reason }] }`
 */
export function fromVitest(report: unknown): Counts {
  const { passed, failed, skipped } = v.object(report);
  return withReasons({
    passed: v.number(passed),
    failed: v.number(failed),
    skipped: v.list(skipped).map((skip) => {
      const { title, reason } = v.object(skip);
      return { title: v.text(title), reason: v.text(reason) };
    }),
    remarks: [],
  });
}

function* specs(suite: unknown, path: string[]): Generator<{ title: string; spec: Record<string, unknown> }> {
  const { title, suites = [], specs: own = [] } = v.object(suite);
  const here = [...path, v.text(title)].filter(Boolean);
  for (const spec of v.list(own).map(v.object))
    yield { title: [...here, v.text(spec['title'])].join(' › '), spec };
  for (const below of v.list(suites)) yield* specs(below, here);
}

function reasonOf(annotations: unknown): string {
  const skip = v
    .list(annotations ?? [])
    .map(v.object)
    .find(({ type }) => type === 'skip' || type === 'fixme');
  return typeof skip?.['description'] === 'string' ? skip['description'] : noReason;
}

/**
 * Reads Playwright's JSON report. A test that passed only when repeated is passed, with a remark.
 * Errors outside tests (a broken configuration, a web server that did not start) count as one failure each.
 * Source: `JSONReport` in @playwright/test's reporter types.
 */
export function fromPlaywright(report: unknown): Counts {
  const { suites, errors = [] } = v.object(report);
  const counts: Counts = { passed: 0, failed: v.list(errors).length, skipped: [], remarks: [] };
  for (const suite of v.list(suites)) {
    for (const { title, spec } of specs(suite, [])) {
      for (const test of v.list(spec['tests']).map(v.object)) {
        if (test['status'] === 'skipped')
          counts.skipped.push({ title, reason: reasonOf(test['annotations']) });
        else if (test['status'] === 'unexpected') counts.failed += 1;
        else counts.passed += 1;
        if (test['status'] === 'flaky') counts.remarks.push(`Passed only when repeated: ${title}`);
      }
    }
  }
  return withReasons(counts);
}

/** A skip nobody explains is a failure: what is not tested must be known, and why. */
function withReasons(counts: Counts): Counts {
  const silent = counts.skipped.filter(({ reason }) => reason === noReason).length;
  return { ...counts, failed: counts.failed + silent };
}

/** A program that failed although no test of it did (nothing found, crashed) is one failure. */
export function withExitCode(counts: Counts, exitCode: number): Counts {
  return exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

export function sum(all: Counts[]): Counts {
  return {
    passed: all.reduce((total, { passed }) => total + passed, 0),
    failed: all.reduce((total, { failed }) => total + failed, 0),
    skipped: all.flatMap(({ skipped }) => skipped),
    remarks: all.flatMap(({ remarks }) => remarks),
  };
}

/** @returns one line per reason, so that two hundred tests without a database are one line */
export function skipLines(skipped: Skip[]): string[] {
  const reasons = Map.groupBy(skipped, ({ reason }) => reason);
  return [...reasons].map(([reason, tests]) => {
    const titles = tests.slice(0, 3).map(({ title }) => title);
    const more = tests.length > titles.length ? ` and ${tests.length - titles.length} more` : '';
    return `skipped ${tests.length}: ${reason} (${titles.join('; ')}${more})`;
  });
}
