// The parts of the starter, each by itself. The whole of it: bare-machine.test.ts.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../repository.ts';
import { explain, inWords } from './explain.mjs';
import { fingerprint, pnpmVersion } from './install.mjs';
import { isRecentEnough, packages } from './node.mjs';
import { findNpm, homeSettings } from './npm.mjs';
import { exitCodeOf, run } from './run.mjs';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-starter-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['18.0.0', false],
  ['20.20.2', false],
  ['22.21.1', false],
  ['22.22.0', true],
  ['23.11.0', false],
  ['24.0.0', true],
  ['26.1.0', true],
])('Node %s is recent enough: %s', (version, expected) => {
  expect(isRecentEnough(version)).toBe(expected);
});

test('every Node that is fetched is recent enough', () => {
  expect(Object.values(packages).filter(({ version }) => !isRecentEnough(version))).toEqual([]);
});

test.each([
  ['npm error code ENOTFOUND\nnpm error request to https://r/ failed', 'cannot be reached'],
  ['npm error code ECONNREFUSED', 'cannot be reached'],
  [' WARN  GET https://r/a.tgz error (ERR_PNPM_ENOSPC). Will retry', 'disk is full'],
  ['request failed ECONNRESET\nENOSPC: no space left on device, write', 'disk is full'],
  ['npm warn tar TAR_ENTRY_ERROR ENOSPC', 'disk is full'],
  ['npm error code EACCES', 'cannot be written to'],
  ['EROFS: read-only file system, mkdir', 'cannot be written to'],
  ['npm error code E401', 'refuses to serve'],
  ['npm error code E404\nnpm error 404 Not Found', 'does not have this package'],
  ['npm error code SELF_SIGNED_CERT_IN_CHAIN', 'not trusted'],
  [' ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile"', 'does not match the package.json'],
  ['Segmentation fault', 'not one we know'],
])('%j is explained', (output, why) => {
  const problem = explain('It failed.', output);
  expect(problem.why).toContain(why);
  expect(inWords(problem)).toMatch(/It failed\.\nWhy: .+\.\nWhat to do: .+/);
});

test('an unknown cause shows the last lines, a known one only its own', () => {
  const output = `first\n${'line\n'.repeat(20)}last`;
  expect(explain('', output).details.split('\n')).toHaveLength(12);
  expect(explain('', `${output}\nENOTFOUND registry\nmore`).details).toBe('ENOTFOUND registry');
  expect(explain('', 'code ENOTFOUND\nENOTFOUND https://r.example/pnpm').details).toContain('r.example');
});

test('the npm that started us is taken, but not another package manager', () => {
  const script = join(folder, 'npm-cli.js');
  const other = join(folder, 'pnpm.cjs');
  for (const file of [script, other]) writeFileSync(file, '');
  expect(findNpm({ npm_execpath: script }).args).toEqual([script]);
  expect(findNpm({ npm_execpath: other }).args).not.toContain(other);
});

test('with a home folder of one’s own nothing is set', () => {
  expect(homeSettings('/project/cache', {}, folder)).toEqual({});
});

test('without a home folder everything goes into the project', () => {
  // Below a file nobody can write, not even root.
  const home = join(folder, 'file');
  writeFileSync(home, '');
  expect(homeSettings('/project/cache', {}, home)).toEqual({
    npm_config_cache: join('/project/cache', 'npm'),
    XDG_DATA_HOME: join('/project/cache', 'home', 'share'),
    XDG_CACHE_HOME: join('/project/cache', 'home', 'cache'),
    XDG_STATE_HOME: join('/project/cache', 'home', 'state'),
    XDG_CONFIG_HOME: join('/project/cache', 'home', 'config'),
  });
});

/** A workspace that is just enough for a fingerprint. */
function workspace(): void {
  for (const name of ['packages/plan', 'apps/api', 'e2e']) mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'pnpm-lock.yaml'), 'a');
  writeFileSync(join(folder, 'packages/plan/package.json'), '{}');
}

test('the fingerprint changes with the lock file, a manifest and Node, and with nothing else', () => {
  workspace();
  const before = fingerprint(folder, '24.0.0');
  writeFileSync(join(folder, 'README.md'), 'new');
  expect(fingerprint(folder, '24.0.0')).toBe(before);
  expect(fingerprint(folder, '24.1.0')).not.toBe(before);
  writeFileSync(join(folder, 'packages/plan/package.json'), '{ "private": true }');
  const changed = fingerprint(folder, '24.0.0');
  expect(changed).not.toBe(before);
  writeFileSync(join(folder, 'pnpm-lock.yaml'), 'b');
  expect(fingerprint(folder, '24.0.0')).not.toBe(changed);
});

test('the version of pnpm is pinned exactly, in package.json', () => {
  expect(pnpmVersion(root)).toMatch(/^\d+\.\d+\.\d+$/);
});

test('a program’s exit code and output come back', async () => {
  const ended = await run(process.execPath, ['-e', 'console.log("said"); process.exit(3)'], { quiet: true });
  expect({ ...ended, exit: exitCodeOf(ended) }).toEqual({ code: 3, signal: null, output: 'said\n', exit: 3 });
});

test('a program ended by a signal gives the code a shell gives', async () => {
  const ended = await run(process.execPath, ['-e', 'process.kill(process.pid, "SIGTERM")'], { quiet: true });
  expect(exitCodeOf(ended)).toBe(143);
});

test('a program that is not there rejects', async () => {
  await expect(run(join(folder, 'none'), [], { quiet: true })).rejects.toMatchObject({ code: 'ENOENT' });
});
