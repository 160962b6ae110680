// Builds the web app when its sources changed since the last build.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runProgram } from './program.ts';
import { isTest, listFiles, root } from './repository.ts';
import { recognise } from './starter/explain.mjs';
import { mustBeWritable } from './starter/npm.mjs';

/** Where vite puts the web app. */
export const webFolder = join(root, 'apps', 'web', 'dist');
const stamp = join(root, 'node_modules', '.cache', 'web-build');

/** Everything the bundle is made of: the app and the packages that are bundled into it. */
const sources = ['apps/web', 'packages/plan', 'packages/http', 'packages/contract', 'packages/merge'];
const settings = ['pnpm-lock.yaml', 'tsconfig.base.json'];

/** @returns a fingerprint over names and contents of all sources; tests do not count */
export function webFingerprint(from = root): string {
  const hash = createHash('sha256').update(`${process.env['NODE_ENV'] ?? ''}\n`);
  const files = [...sources.flatMap((folder) => listFiles(folder, from)), ...settings].filter(
    (file) => !isTest(file),
  );
  for (const file of files) {
    const path = join(from, file);
    if (existsSync(path)) hash.update(`${file}\n`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

/**
 * @param say one line for the person who waits
 * @returns whether it had to be built
 * @throws StarterProblem for a cause we know, else Error with code `web-not-built` and everything vite said
 */
export async function ensureWebBuilt(say: (line: string) => void = () => {}): Promise<{ built: boolean }> {
  const wanted = webFingerprint();
  const recorded = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
  if (recorded === wanted && existsSync(join(webFolder, 'index.html'))) return { built: false };
  mustBeWritable(dirname(stamp));
  say('Building the web app (only when it changed) …');
  // Stopped half-way, what lies there must not pass for the build it replaces.
  rmSync(stamp, { force: true });
  const { exitCode, output } = await runProgram('vite', ['build'], { cwd: 'apps/web' });
  if (exitCode !== 0) {
    const what = 'The web app could not be built.';
    throw (
      recognise(what, output) ?? Object.assign(new Error(`${what}\n${output}`), { code: 'web-not-built' })
    );
  }
  writeFileSync(stamp, wanted);
  return { built: true };
}
