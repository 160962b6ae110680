// A vitest reporter that writes counts and the reasons of skips; vitest's own JSON report leaves the reasons out.
import { writeFileSync } from 'node:fs';
import type { Reporter, SerializedError, TestModule } from 'vitest/node';
import { noReason, type Skip } from './counts.ts';

export default class CountingReporter implements Reporter {
  /** Writes `{ passed, failed, skipped: [{ title, reason }] }` to the file named by UNIT_TEST_REPORT. */
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0;
    // An error outside a test, or a file that cannot even be loaded, has no test that could fail for it.
    let failed = unhandled.length;
    const skipped: Skip[] = [];
    for (const module of modules) {
      failed += module.errors().length;
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === 'passed') passed += 1;
        if (result.state === 'failed') failed += 1;
        if (result.state === 'skipped') {
          skipped.push({
            title: `${module.relativeModuleId} › ${test.fullName}`,
            reason: result.note ?? noReason,
          });
        }
      }
      for (const suite of module.children.allSuites()) failed += suite.errors().length;
    }
    const file = process.env['UNIT_TEST_REPORT'];
    if (file) writeFileSync(file, JSON.stringify({ passed, failed, skipped }));
  }
}
