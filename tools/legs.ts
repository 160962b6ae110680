// The legs of the test run: what each one runs and how it is counted.
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './browser.ts';
import { type Counts, fromPlaywright, fromVitest, withExitCode, yesOrNo } from './counts.ts';
import { findPostgres } from './postgres.ts';
import { type Program, runProgram } from './program.ts';
import { listFiles, root } from './repository.ts';
import { ensureWebBuilt } from './web-build.ts';

/** What a leg found. `output` is everything its programs said; shown only when something failed. */
export type LegResult = { counts: Counts; output: string };
export type Leg = { name: string; run(): Promise<LegResult> };

const reports = join(root, 'node_modules', '.cache', 'test-reports');

/**
 * Where tests put what they make: in memory where there is plenty of it. An embedded database is a thousand small files,
 * and a copy of them costs a disk half a second of its time.
 */
function scratch(): Record<string, string> {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return {};
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4e9 ? { TMPDIR: memory } : {};
}

/** A leg that is one program and one yes or no. */
function check(name: string, program: Program, ...args: string[]): Leg {
  return {
    name,
    async run() {
      const { exitCode, output } = await runProgram(program, args);
      return { counts: yesOrNo(exitCode), output };
    },
  };
}

function skippedLeg(title: string, reason: string): LegResult {
  return { counts: { passed: 0, failed: 0, skipped: [{ title, reason }], remarks: [] }, output: '' };
}

/** Runs a test program that writes a report to the file it is told, and counts by that report. */
async function counted(
  name: string,
  start: (report: string) => Promise<{ exitCode: number; output: string }>,
  read: (report: unknown) => Counts,
): Promise<LegResult> {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `${name}.json`);
  rmSync(report, { force: true });
  const { exitCode, output } = await start(report);
  // No report means that the program fell over before its first test.
  if (!existsSync(report)) return { counts: yesOrNo(exitCode === 0 ? 1 : exitCode), output };
  return { counts: withExitCode(read(JSON.parse(readFileSync(report, 'utf8'))), exitCode), output };
}

const types: Leg = {
  name: 'types',
  async run() {
    const projects = ['tsconfig.json'];
    // A project without a file is an error to tsc, and the web app is a project of its own.
    if (listFiles('apps/web').some((file) => /\.tsx?$/.test(file))) projects.push('apps/web/tsconfig.json');
    if (existsSync(join(root, 'e2e/tsconfig.json'))) projects.push('e2e/tsconfig.json');
    const all = await Promise.all(projects.map((project) => runProgram('tsc', ['-p', project])));
    const exitCode = Math.max(...all.map((ended) => ended.exitCode));
    return { counts: yesOrNo(exitCode), output: all.map(({ output }) => output).join('') };
  },
};

const unit: Leg = {
  name: 'unit',
  async run() {
    const database = await findPostgres();
    const result = await counted(
      'unit',
      (report) =>
        runProgram('vitest', ['run', '--reporter=default', '--reporter=./tools/vitest-report.ts'], {
          // Told either way: which server is there is decided once, here.
          env: { ...scratch(), UNIT_TEST_REPORT: report, TEST_DATABASE_URL: database ?? 'none' },
        }),
      fromVitest,
    );
    if (!database) result.counts.remarks.push(withoutPostgres);
    return result;
  },
};

const withoutPostgres =
  'NOT TESTED ON POSTGRESQL: TEST_DATABASE_URL is none, or it is not set and 127.0.0.1:5432 does not let ' +
  'postgres or root into a database named test. The embedded database was tested; the other half of the store was not.';

const browser: Leg = {
  name: 'browser',
  async run() {
    const config = 'e2e/playwright.config.ts';
    if (!existsSync(join(root, config))) return skippedLeg('browser tests', `${config} DOES NOT EXIST YET`);
    const [executable, database] = await Promise.all([findBrowser(), findPostgres()]);
    await ensureWebBuilt();
    return counted(
      'browser',
      (report) =>
        runProgram('playwright', ['test', '-c', config, '--reporter=list,json'], {
          env: {
            ...scratch(),
            CHROMIUM_PATH: executable,
            PLAYWRIGHT_JSON_OUTPUT_NAME: report,
            ...(database ? { TEST_DATABASE_URL: database } : {}),
          },
        }),
      fromPlaywright,
    );
  },
};

/** Groups run one after the other, the legs of a group side by side: vitest and Playwright want both cores. */
export const groups: Leg[][] = [
  [
    types,
    check('lint', 'oxlint', '--type-aware', '--max-warnings', '0'),
    check('format', 'biome', 'format', '.'),
    check('boundaries', 'tools/boundaries.ts'),
    check('docs', 'tools/docs.ts', '--check'),
    check('messages', 'tools/messages.ts', '--check'),
  ],
  [unit],
  [browser],
];
