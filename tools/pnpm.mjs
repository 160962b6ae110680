// One command on a bare machine: `npm start` and `npm test` come here, on any Node from 18 on.
// It brings a recent Node, pnpm and the dependencies into this folder, then runs what was asked for.
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stopWhenAlone } from './starter/alone.mjs';
import { inWords, StarterProblem } from './starter/explain.mjs';
import { ensureInstalled, ensurePnpm } from './starter/install.mjs';
import { ensureNode } from './starter/node.mjs';
import { homeSettings, mustBeWritable } from './starter/npm.mjs';
import { exitCodeOf, Interrupted, run } from './starter/run.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const cache = join(root, 'node_modules', '.cache');

/** @param {string} line */
const say = (line) => void process.stderr.write(`${line}\n`);

/**
 * @param {string} folder to be searched before all others
 * @returns {NodeJS.ProcessEnv} the environment of everything we start
 */
function environment(folder) {
  const env = { ...process.env, ...homeSettings(cache) };
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  env[key] = [folder, env[key]].filter(Boolean).join(delimiter);
  return env;
}

/** @param {string[]} argv what follows `node tools/pnpm.mjs` */
async function main([command = 'help', ...rest]) {
  // Once everything is here, starting writes to the data folder only: the project may be read-only then.
  if (command !== 'start') mustBeWritable(cache);
  const node = await ensureNode({ root, cache, say });
  const pnpm = await ensurePnpm({ root, cache, say });
  const env = environment(dirname(node.path));
  // Anything else is a command of pnpm itself, which knows whether it needs an installation.
  if (command !== 'start' && command !== 'test') return run(node.path, [pnpm, command, ...rest], { env });
  await ensureInstalled({ root, cache, node, pnpm, env, say });
  return run(node.path, [join(root, 'tools', `${command}.ts`), ...rest], { cwd: root, env, tied: true });
}

stopWhenAlone();
try {
  process.exitCode = exitCodeOf(await main(process.argv.slice(2)));
} catch (error) {
  if (error instanceof Interrupted) process.exitCode = error.exitCode;
  else if (error instanceof StarterProblem) {
    process.stderr.write(inWords(error));
    process.exitCode = 1;
  } else throw error;
}
