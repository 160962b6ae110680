// The repository as the checks see it: where it lies and which files are ours.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Absolute path of the repository, without a slash at the end. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');

/** Folders that hold nothing of ours: fetched, built or written while running. */
const foreign = new Set([
  'node_modules',
  'dist',
  'dist-gallery',
  '.git',
  '.portico',
  'test-results',
  'playwright-report',
  'coverage',
]);

/**
 * Walks instead of asking git, so that it also works in an unpacked archive.
 * @param folder relative to the repository, `''` for all of it; one that does not exist has no files
 * @returns paths relative to the repository with forward slashes, sorted
 */
export function listFiles(folder = '', from = root): string[] {
  const files: string[] = [];
  const visit = (path: string): void => {
    for (const entry of readdirSync(join(from, path), { withFileTypes: true })) {
      const below = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && !foreign.has(entry.name)) visit(below);
      if (entry.isFile()) files.push(below);
    }
  };
  try {
    visit(folder);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
  return files.sort();
}

/** @returns whether a path is TypeScript or JavaScript source (tests included, declarations not) */
export function isCode(path: string): boolean {
  return /\.(ts|tsx|mts|mjs|js)$/.test(path) && !path.endsWith('.d.ts');
}

/** @returns whether a path is only there for tests: test files, contract suites, browser tests, what they share */
export function isTest(path: string): boolean {
  return /\.(test|spec|contract|bench)\.tsx?$/.test(path) || /^(e2e|test)\/|\/test-support\//.test(path);
}

/** @returns the `code` of a system error or of one of ours (`ENOENT`, `folder-locked`), else undefined */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
