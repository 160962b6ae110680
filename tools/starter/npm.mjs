// Finds npm and uses it to bring one package into the project's own cache folder.
import {
  accessSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { explain, StarterProblem } from './explain.mjs';
import { exitCodeOf, Interrupted, run } from './run.mjs';

/**
 * @param {string} path of a folder that need not exist yet
 * @returns {boolean} whether it, or the nearest thing above it that exists, is a folder and can be written to
 */
export function isWritable(path) {
  let place = path;
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  try {
    accessSync(place, constants.W_OK);
    return statSync(place).isDirectory();
  } catch {
    return false;
  }
}

/**
 * Asked before anything is fetched, installed or built: each program fails in its own words there, and half-way.
 * @param {string} cache the project's cache folder, absolute
 * @throws {StarterProblem} when this user cannot write to it
 */
export function mustBeWritable(cache) {
  const what = 'The project folder cannot be prepared.';
  if (!isWritable(cache)) throw explain(what, `${cache}: permission denied, or a read-only file system`);
  try {
    mkdirSync(cache, { recursive: true });
  } catch (error) {
    throw explain(what, String(error));
  }
}

/**
 * How to call npm. The npm that started us (`npm start`) is taken first, then the one that came with this Node,
 * then the one on the PATH; the script itself is preferred because Windows cannot start npm.cmd without a shell.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
export function findNpm(env = process.env) {
  const bin = dirname(process.execPath);
  const scripts = [
    env.npm_execpath ?? '',
    join(bin, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(bin, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  ];
  const script = scripts.find((path) => basename(path) === 'npm-cli.js' && existsSync(path));
  if (script) return { command: process.execPath, args: [script], shell: false };
  return { command: 'npm', args: [], shell: process.platform === 'win32' };
}

/**
 * Package managers keep caches in the home folder. A service account often has none it can write to; then
 * these folders go into the project's cache.
 * @param {string} cache the project's cache folder, absolute
 * @param {NodeJS.ProcessEnv} env
 * @param {string} home
 * @returns {NodeJS.ProcessEnv} what to add to the environment; empty when the home folder is fine
 */
export function homeSettings(cache, env = process.env, home = homedir()) {
  /** @type {NodeJS.ProcessEnv} */
  const settings = {};
  if (!isWritable(env.npm_config_cache ?? join(home, '.npm'))) settings.npm_config_cache = join(cache, 'npm');
  if (isWritable(join(home, '.local', 'share')) && isWritable(join(home, '.cache'))) return settings;
  return {
    ...settings,
    XDG_DATA_HOME: join(cache, 'home', 'share'),
    XDG_CACHE_HOME: join(cache, 'home', 'cache'),
    XDG_STATE_HOME: join(cache, 'home', 'state'),
    XDG_CONFIG_HOME: join(cache, 'home', 'config'),
  };
}

/**
 * Brings `name@version` into `<folder>/node_modules/<name>`, once. It is put together beside and then renamed, so
 * that a broken download never looks like a finished one and two starts at the same time do not disturb each other.
 * No install script runs.
 * @param {{ root: string, cache: string, folder: string, name: string, version: string }} wanted
 * @returns {Promise<string>} the folder of the package
 * @throws {StarterProblem} when npm is missing or fails
 */
export async function fetchPackage({ root, cache, folder, name, version }) {
  const place = join(folder, 'node_modules', name);
  if (existsSync(join(place, 'package.json'))) return place;
  mustBeWritable(cache);
  const what = `${name} ${version} could not be fetched.`;
  const draft = `${folder}.part-${process.pid}`;
  try {
    mkdirSync(draft, { recursive: true });
    writeFileSync(join(draft, 'package.json'), '{ "private": true }\n');
    // npm reads the project's settings (a company registry, for instance) only from the folder it installs into.
    if (existsSync(join(root, '.npmrc'))) copyFileSync(join(root, '.npmrc'), join(draft, '.npmrc'));
    const npm = findNpm();
    const flags = ['--no-save', '--ignore-scripts', '--no-package-lock', '--no-audit', '--no-fund'];
    // npm waits up to a minute between attempts by default; a person looks at an empty screen meanwhile.
    const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=5000'];
    const ended = await run(
      npm.command,
      [...npm.args, 'install', '--prefix', draft, ...flags, ...patience, `${name}@${version}`],
      { cwd: draft, env: { ...process.env, ...homeSettings(cache) }, quiet: true, shell: npm.shell },
    );
    // On a full disk npm warns about each file it could not write, and ends with 0.
    const isPartial = ended.output.includes('TAR_ENTRY_ERROR');
    if (exitCodeOf(ended) !== 0 || isPartial) throw explain(what, ended.output);
    if (!existsSync(place)) renameSync(draft, folder);
    return place;
  } catch (error) {
    if (error instanceof StarterProblem || error instanceof Interrupted) throw error;
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (!isMissing) throw explain(what, String(error));
    throw new StarterProblem({
      what,
      why: 'npm is not on this machine (it normally comes with Node).',
      remedy: 'Install Node 24 with npm from nodejs.org or your package manager, then run the command again.',
    });
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}
