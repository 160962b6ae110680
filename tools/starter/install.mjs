// Brings pnpm and the workspace's dependencies, and remembers for which inputs that was done.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { explain } from './explain.mjs';
import { fetchPackage, mustBeWritable } from './npm.mjs';
import { exitCodeOf, run } from './run.mjs';

/**
 * @param {string} root
 * @returns {string} the version of pnpm this repository is made with, from `packageManager` in package.json
 */
export function pnpmVersion(root) {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const found = /^pnpm@(\d+\.\d+\.\d+)/.exec(manifest.packageManager ?? '');
  if (!found?.[1]) throw new Error('package.json has no "packageManager": "pnpm@<version>".');
  return found[1];
}

/**
 * @param {{ root: string, cache: string, say: (line: string) => void }} place
 * @returns {Promise<string>} pnpm's script, to be run with Node
 */
export async function ensurePnpm({ root, cache, say }) {
  const version = pnpmVersion(root);
  const folder = join(cache, `pnpm-${version}`);
  if (!existsSync(folder)) say(`Fetching pnpm ${version} for this project (once) …`);
  const home = await fetchPackage({ root, cache, folder, name: 'pnpm', version });
  return join(home, 'bin', 'pnpm.cjs');
}

/** @param {string} root */
function manifests(root) {
  const groups = ['packages', 'apps'].flatMap((group) =>
    readdirSync(join(root, group))
      .sort()
      .map((name) => join(group, name, 'package.json')),
  );
  return ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'e2e/package.json', ...groups];
}

/**
 * @param {string} root
 * @param {string} nodeVersion
 * @returns {string} a fingerprint of everything that decides what is in node_modules
 */
export function fingerprint(root, nodeVersion) {
  const hash = createHash('sha256').update(`${nodeVersion} ${process.platform} ${process.arch}\n`);
  for (const file of manifests(root)) {
    const path = join(root, file);
    if (existsSync(path)) hash.update(`${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/**
 * Runs `pnpm install --frozen-lockfile` unless node_modules already holds exactly this.
 * @param {{ root: string, cache: string, node: { path: string, version: string }, pnpm: string,
 *   env: NodeJS.ProcessEnv, say: (line: string) => void }} place
 * @returns {Promise<boolean>} whether anything had to be installed
 */
export async function ensureInstalled({ root, cache, node, pnpm, env, say }) {
  const stamp = join(cache, 'installed');
  const wanted = fingerprint(root, node.version);
  const present = existsSync(join(root, 'node_modules', '.modules.yaml')) && existsSync(stamp);
  if (present && readFileSync(stamp, 'utf8') === wanted) return false;
  mustBeWritable(cache);
  say('Installing the packages of the workspace (only when they changed) …');
  // Without the second flag pnpm asks before it replaces a node_modules that another user or store made.
  const args = [pnpm, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'];
  const patience = ['--config.fetch-retries=2', '--config.fetch-retry-mintimeout=1000'];
  const quiet = ['--reporter=append-only', '--config.fetch-retry-maxtimeout=5000'];
  const ended = await run(node.path, [...args, ...patience, ...quiet], { cwd: root, env, quiet: true });
  if (exitCodeOf(ended) !== 0) throw explain('The packages could not be installed.', ended.output);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}
