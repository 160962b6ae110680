// What holds for the whole repository, and for each rule the proof that it can fail.
import { describe, expect, test } from 'vitest';
import { type File, readFiles, type Rule, rules } from '../tools/fitness.ts';
import { percentile } from '../tools/percentile.ts';

const repository = readFiles();

describe('the repository', () => {
  test('is read as a whole', () => {
    expect(repository.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        'package.json',
        'pnpm-lock.yaml',
        'tools/fitness.ts',
        'test/architecture.test.ts',
      ]),
    );
  });

  test.each(Object.entries<Rule>(rules))('%s', (_, rule) => {
    expect(rule(repository)).toEqual([]);
  });
});

const file = (path: string, text = ''): File => ({ path, text });
const long = (lines: number): string => 'const a = 1;\n'.repeat(lines);

/** Put together, so that the rule which looks for them does not find them here. */
const marks = [['TO', 'DO'].join(''), ['FIX', 'ME'].join('')];

/** Files a rule refuses, and files like them that it lets pass. */
const examples: Record<keyof typeof rules, { refused: File[]; fine: File[] }> = {
  kernelIsSmall: {
    refused: [file('packages/plan/src/plan.ts', long(301))],
    fine: [file('packages/plan/src/plan.ts', long(300)), file('packages/plan/src/plan.test.ts', long(500))],
  },
  filesAreShort: {
    refused: [file('tools/long.ts', long(401)), file('tools/long.test.ts', long(601))],
    fine: [
      file('tools/long.ts', long(400)),
      file('tools/long.test.ts', long(600)),
      file('docs/long.md', long(900)),
    ],
  },
  environmentIsReadOnce: {
    refused: [
      file('apps/api/src/config.ts', `const a = process.env['A'];`),
      file('e2x/a.ts', 'process\n.env'),
    ],
    fine: [
      file('apps/api/src/env.ts', 'export const env = process.env;'),
      file('packages/twin/src/main.ts', 'process.env'),
      file('apps/web/vite.config.ts', 'process.env'),
      file('apps/api/src/config.test.ts', 'process.env'),
      file('apps/api/src/config.ts', '// not process.env'),
    ],
  },
  coreIsPure: {
    refused: [
      file('packages/plan/src/a.ts', 'const at = Date.now();'),
      file('packages/merge/src/a.ts', 'const at = new Date();'),
      file('apps/api/src/checks/a.ts', 'const a = Math.random();'),
      file('apps/api/src/actions/a.ts', 'setTimeout(go, 1);'),
      file('apps/api/src/plan/a.ts', 'await fetch(url);'),
      file('apps/api/src/plan/b.ts', 'crypto.randomUUID()'),
    ],
    fine: [
      file('packages/plan/src/a.ts', 'const at = new Date(text); // Date.now()'),
      file('packages/plan/src/a.test.ts', 'Date.now()'),
      file('apps/api/src/store/a.ts', 'Date.now()'),
    ],
  },
  webTalksInOnePlace: {
    refused: [
      file('apps/web/src/steps/a.tsx', `await fetch('/api')`),
      file('apps/web/src/parts/a.ts', 'new WebSocket(url)'),
    ],
    fine: [
      file('apps/web/src/data/a.ts', `await fetch('/api')`),
      file('apps/web/src/steps/a.tsx', 'refetch()'),
    ],
  },
  productIgnoresTheTwin: {
    refused: [
      file('apps/api/src/plan/a.ts', `if (cloud.name === 'twin') return;`),
      file('apps/api/src/checks/a.ts', 'const isTwin = true;'),
      file('packages/microsoft/src/connect.ts', 'if (options.mock) return;'),
      file('apps/api/src/auth/a.ts', 'const skip = isRehearsal(run);'),
    ],
    fine: [
      file('apps/api/src/start.ts', `import { world } from '@portico/twin/world';`),
      file('packages/microsoft/src/cloud.ts', `const twin = 'http://127.0.0.1';`),
      file('apps/api/src/plan/a.test.ts', 'twin()'),
      file('apps/api/src/plan/a.ts', '// the twin lags here, as the real one does\nconst between = 1;'),
    ],
  },
  filesHaveNames: {
    refused: [
      file('packages/plan/src/utils.ts'),
      file('apps/api/src/http/helpers/a.ts'),
      file('apps/web/src/parts/table-helper.tsx'),
      file('apps/api/src/data/a.ts'),
      file('packages/http/src/EndPoint.ts'),
      file('packages/http/src/end_point.ts'),
    ],
    fine: [
      file('apps/web/src/data/plan-store.ts'),
      file('apps/api/src/checks/database-ready.ts'),
      file('packages/http/src/end-point.test.ts'),
      file('README.md'),
    ],
  },
  testsRun: {
    refused: [
      file('tools/a.test.ts', `test.only('a', () => {});`),
      file('tools/b.test.ts', `describe.skip('a', () => {});`),
      file('tools/c.test.ts', `test.todo('a');`),
      file('tools/d.test.ts', `describe.skipIf(!url)('a', () => {});`),
      file('e2e/e.spec.ts', `test.skip();`),
      file('e2e/f.spec.ts', `test.describe.only('a', () => {});`),
      file('tools/g.test.ts', `test.concurrent.only('a', () => {});`),
    ],
    fine: [
      file('tools/a.test.ts', `context.skip(!url, 'No database.');`),
      file('tools/b.test.ts', `context.skip('No database.');`),
      file('e2e/c.spec.ts', `test.skip(!tenant, 'No tenant.');`),
      file('tools/d.ts', `list.only('a'); test.only`),
      file('tools/e.test.ts', `// test.only('a')\nit('only this', () => {});`),
    ],
  },
  nothingIsLeftForLater: {
    refused: [file('apps/api/src/a.ts', `// ${marks[0]} later`), file('tools/a.mjs', `/* ${marks[1]} */`)],
    fine: [file('apps/api/src/a.ts', '// todo lists are a feature'), file('docs/a.md', marks[0])],
  },
  lockfileIsPortable: {
    refused: [
      file('pnpm-lock.yaml', 'a:\n  tarball: https://registry.example/a.tgz\n'),
      file('pnpm-lock.yaml', 'a: file:///srv/a\n'),
      file('pnpm-lock.yaml', 'a:\n  directory: /home/me/a\n'),
    ],
    fine: [file('pnpm-lock.yaml', `a:\n  specifier: 'catalog:'\n  version: link:../plan\n`)],
  },
};

describe.each(Object.entries(examples))('%s', (name, { refused, fine }) => {
  const rule = new Map<string, Rule>(Object.entries(rules)).get(name);

  test.each(refused)('refuses $path with $text', (one) => {
    expect(rule?.([one])).toHaveLength(1);
  });

  test.each(fine)('lets $path with $text pass', (one) => {
    expect(rule?.([one])).toEqual([]);
  });
});

describe('the spread of file lengths', () => {
  test.each([
    [[81, 81, 10], ['the median of the product’s files is 81 lines; the budget is 80']],
    [[221, 10, 10, 10, 10], ['the p90 of the product’s files is 221 lines; the budget is 220']],
    [[300, ...Array.from({ length: 19 }, () => 80)], []],
  ])('%o gives %o', (lengths, expected) => {
    const files = lengths.map((length, index) => file(`packages/http/src/f${index}.ts`, long(length)));
    expect(rules.filesAreShort(files).map((fault) => fault.replace("'", '’'))).toEqual(expected);
  });

  test('a percentile of nothing is 0', () => {
    expect(percentile([], 0.9)).toBe(0);
  });
});

test('a fault names its line', () => {
  const text = `/* two\nlines */\nconst text = \`\n\`;\nconst at = Date.now();\n`;
  expect(rules.coreIsPure([file('packages/plan/src/a.ts', text)])).toEqual([
    'packages/plan/src/a.ts:5 Date.now does not belong in the core; take it from the world that is handed in',
  ]);
});
