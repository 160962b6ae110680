// What holds for the whole repository, as rules over its files. `test/architecture.test.ts` runs them.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { mask } from './imports.ts';
import { percentile } from './percentile.ts';
import { isCode, isTest, listFiles, root } from './repository.ts';

/** Path and text of a file. */
export type File = { path: string; text: string };

/** A rule gives one line per fault, beginning with `file:line` where there is a line; nothing when it holds. */
export type Rule = (files: readonly File[]) => string[];

/** @returns all files that a person reads as text; pictures and the like are left out */
export function readFiles(from = root): File[] {
  return listFiles('', from)
    .filter((path) => !/\.(png|jpg|ico|woff2?|gz|br|tgz|zip|pdf)$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(from, path), 'utf8') }));
}

const lines = (text: string): number => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length;
const isOurs = (path: string): boolean => isCode(path) && !path.includes('generated');
const isProduct = (path: string): boolean =>
  isOurs(path) && !isTest(path) && /^(packages|apps)\/[^/]+\/src\//.test(path);

/** One line per match of a pattern in the code itself: comments are not code, and texts only when asked for. */
function matches(
  files: readonly File[],
  pattern: RegExp,
  words: (found: string) => string,
  withTexts = false,
): string[] {
  return files.flatMap(({ path, text }) => {
    const masked = mask(text);
    const code = withTexts
      ? masked.code.replace(/"(\d+)"/g, (_, index) => `"${masked.texts[Number(index)]}"`)
      : masked.code;
    return [...code.matchAll(pattern)].map(
      (found) => `${path}:${lineAt(code, found.index)} ${words(found[0])}`,
    );
  });
}

/** Lines that hold code: blank ones and comments cost a reader nothing. */
const codeLines = (text: string): number =>
  mask(text)
    .code.split('\n')
    .filter((line) => line.trim() !== '').length;

/** The kernel stays small enough to be read in one sitting. */
export const kernelIsSmall: Rule = (files) => {
  const kernel = files.filter(({ path }) => path.startsWith('packages/plan/src/') && isProduct(path));
  const total = kernel.reduce((sum, { text }) => sum + codeLines(text), 0);
  return total > 300 ? [`packages/plan/src has ${total} lines of code; the kernel has 300`] : [];
};

/** No file is too long, and most are short. The spread is that of the product; tools and tests have only the limit. */
export const filesAreShort: Rule = (files) => {
  const long = files
    .filter(({ path }) => isOurs(path))
    .flatMap(({ path, text }) => {
      const budget = isTest(path) ? 600 : 400;
      return lines(text) > budget ? [`${path} has ${lines(text)} lines; the limit is ${budget}`] : [];
    });
  const lengths = files.filter(({ path }) => isProduct(path)).map(({ text }) => lines(text));
  const spread = [
    { name: 'median', share: 0.5, budget: 80 },
    { name: 'p90', share: 0.9, budget: 220 },
  ].flatMap(({ name, share, budget }) => {
    const found = percentile(lengths, share);
    return found > budget
      ? [`the ${name} of the product's files is ${found} lines; the budget is ${budget}`]
      : [];
  });
  return [...long, ...spread];
};

/** Settings are read in one place, so that all of them are known, checked and documented. */
export const environmentIsReadOnce: Rule = (files) => {
  const mayRead = (path: string): boolean =>
    path === 'apps/api/src/env.ts' ||
    path === 'packages/twin/src/main.ts' ||
    path.startsWith('tools/') ||
    isTest(path) ||
    /(^|\/)(vite|vitest|playwright)\.config\.ts$/.test(path);
  const others = files.filter(({ path }) => isOurs(path) && !mayRead(path));
  return matches(
    others,
    /\bprocess\s*\.\s*env\b/g,
    (found) => `${found} is read outside apps/api/src/env.ts`,
  );
};

const pure = /^(packages\/(plan|merge)\/src|apps\/api\/src\/(checks|actions|plan))\//;
const worldly =
  /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bset(?:Timeout|Interval)\b|\brandomUUID\b|\bfetch\(/g;

/** Time, chance and the network come in through the injected world; else nothing can be simulated. */
export const coreIsPure: Rule = (files) =>
  matches(
    files.filter(({ path }) => pure.test(path) && isProduct(path)),
    worldly,
    (found) => `${found} does not belong in the core; take it from the world that is handed in`,
  );

/** In the browser only data/ talks to the network. */
export const webTalksInOnePlace: Rule = (files) =>
  matches(
    files.filter(
      ({ path }) =>
        path.startsWith('apps/web/src/') && !path.startsWith('apps/web/src/data/') && isProduct(path),
    ),
    /\bfetch\(|\bnew (?:EventSource|WebSocket|XMLHttpRequest)\b|\bsendBeacon\(/g,
    (found) => `${found} belongs in apps/web/src/data`,
  );

/** The twin is another cloud in the list of clouds: the product never asks whether it talks to it. */
export const productIgnoresTheTwin: Rule = (files) => {
  const mayKnow =
    /^apps\/api\/src\/(start|start-rehearsal|config|env)\.ts$|(^|\/)(twin-)?clouds?(\.ts$|\/|-[a-z-]+\.ts$)/;
  const scope = /^(apps\/api|packages\/microsoft)\/src\//;
  return matches(
    files.filter(({ path }) => scope.test(path) && isProduct(path) && !mayKnow.test(path)),
    /twin|\bis(?:Mock|Fake|Rehearsal|Demo)|\bif\s*\(\s*!?(?:\w+\.)*(?:mock|fake|rehearsal|demo)\b/gi,
    (found) => `"${found}": the product may not know that it talks to the twin`,
    true,
  );
};

const shapeless = /(^|[/-])(utils?|helpers?|common|misc|managers?|data|info|process)(?=$|[./-])/;

/** A file is named by what it is. `apps/web/src/data/` is a layer of the architecture. */
export const filesHaveNames: Rule = (files) =>
  files.flatMap(({ path }) => {
    if (!isOurs(path) && !path.endsWith('.css')) return [];
    const name = path.replace(/^apps\/web\/src\/data\//, '').replace(/\.[^/]*$/, '');
    const vague = shapeless.exec(name)?.[2];
    if (vague) return [`${path} is named "${vague}"; name it by what it is`];
    const below = /^(?:packages|apps)\/[^/]+\/src\/(.+)$/.exec(path)?.[1] ?? '';
    const odd = below
      .split('/')
      .find((part) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part) && part !== '');
    return odd ? [`${path}: "${odd}" is not kebab-case`] : [];
  });

/**
 * A test runs, or says why not, in a form whose reason reaches the report: `context.skip(condition, 'reason')` in
 * vitest, `test.skip(condition, 'reason')` in Playwright. A reason that is missing all the same fails the run.
 */
export const testsRun: Rule = (files) => {
  const focused = /\b(?:it|test|describe|suite)(?:\s*\.\s*\w+)*\s*\.\s*only\b|\b[fx](?:it|describe)\s*\(/g;
  const silent =
    /\b(?:it|test|describe|suite)(?:\s*\.\s*\w+)*\s*\.\s*(?:todo\b|skipIf\b|runIf\b|(?:skip|fixme)\s*\(\s*["')])/g;
  const tests = files.filter(({ path }) => isOurs(path) && isTest(path));
  return [
    ...matches(tests, focused, (found) => `"${found}" leaves the other tests out`),
    ...matches(tests, silent, (found) => `"${found}" skips without a reason that is printed`),
  ];
};

/** What is left for later stands in an issue, where somebody sees it. */
export const nothingIsLeftForLater: Rule = (files) => {
  // The brackets keep this line from finding itself.
  const marks = /\b(?:T[O]DO|FI[X]ME|XX[X]|HA[C]K)\b/g;
  return files
    .filter(({ path }) => isOurs(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(marks)].map((found) => `${path}:${lineAt(text, found.index)} says ${found[0]}`),
    );
};

/** The lock file must work behind every registry and on every machine. */
export const lockfileIsPortable: Rule = (files) =>
  files
    .filter(({ path }) => path === 'pnpm-lock.yaml')
    .flatMap(({ path, text }) =>
      text.split('\n').flatMap((line, index) => {
        const found = /https?:\/\/\S+|\b(?:file|link):\/\S+|(?:^|\s)\/(?:home|root|Users|tmp|work)\/\S+/.exec(
          line,
        );
        return found ? [`${path}:${index + 1} names ${found[0].trim()}`] : [];
      }),
    );

export const rules = {
  kernelIsSmall,
  filesAreShort,
  environmentIsReadOnce,
  coreIsPure,
  webTalksInOnePlace,
  productIgnoresTheTwin,
  filesHaveNames,
  testsRun,
  nothingIsLeftForLater,
  lockfileIsPortable,
} satisfies Record<string, Rule>;
