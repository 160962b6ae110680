// Runs one program of the repository to its end and keeps everything it said.
import { join } from 'node:path';
import { root } from './repository.ts';
import { exitCodeOf, run } from './starter/run.mjs';

/** What a program said (both streams, in order) and how it ended. */
export type Ended = { exitCode: number; output: string };

/** Scripts of the tools in node_modules; run with our own Node so that no shell or .cmd file is needed. */
const scripts: Readonly<Record<Tool, string>> = {
  biome: 'node_modules/@biomejs/biome/bin/biome',
  formatjs: 'node_modules/@formatjs/cli/bin/formatjs',
  oxlint: 'node_modules/oxlint/bin/oxlint',
  playwright: 'node_modules/@playwright/test/cli.js',
  tsc: 'node_modules/typescript/bin/tsc',
  vite: 'apps/web/node_modules/vite/bin/vite.js',
  vitest: 'node_modules/vitest/vitest.mjs',
};

type Tool = 'biome' | 'formatjs' | 'oxlint' | 'playwright' | 'tsc' | 'vite' | 'vitest';
export type Program = Tool | `${string}.ts`;

function isTool(program: Program): program is Tool {
  return program in scripts;
}

/**
 * @param program a tool of node_modules, or a path of ours such as `tools/docs.ts`
 * @param settings environment to add; `cwd` relative to the repository
 */
export async function runProgram(
  program: Program,
  args: string[],
  settings: { env?: Record<string, string>; cwd?: string } = {},
): Promise<Ended> {
  const script = isTool(program) ? scripts[program] : program;
  const ended = await run(process.execPath, [join(root, script), ...args], {
    cwd: join(root, settings.cwd ?? '.'),
    env: { ...process.env, ...settings.env },
    quiet: true,
  });
  const output = ended.signal ? `${ended.output}\nEnded by ${ended.signal}.\n` : ended.output;
  return { exitCode: exitCodeOf(ended), output };
}
