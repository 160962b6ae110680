// The starter as a whole, in a project of its own, with an npm and a pnpm that only pretend.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { root } from '../repository.ts';

let project = '';
const at = (...path: string[]): string => join(project, ...path);

/** Puts a pnpm into the folder npm was told, which notes how it was called and makes a node_modules. */
const goodNpm = `
const { mkdirSync, writeFileSync } = require('node:fs');
const args = process.argv;
const bin = args[args.indexOf('--prefix') + 1] + '/node_modules/pnpm/bin';
mkdirSync(bin, { recursive: true });
writeFileSync(bin + '/../package.json', '{}');
writeFileSync(bin + '/pnpm.cjs', \`
  const { appendFileSync, writeFileSync } = require('node:fs');
  appendFileSync('pnpm-calls', process.argv.slice(2).join(' ') + '\\\\n');
  if (process.argv[2] === 'install') writeFileSync('node_modules/.modules.yaml', '');
  if (process.argv[2] === 'fail') process.exit(9);
\`);`;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'portico-bare-'));
  for (const folder of ['packages/plan', 'apps/api', 'e2e', 'tools'])
    mkdirSync(at(folder), { recursive: true });
  cpSync(join(root, 'tools', 'pnpm.mjs'), at('tools', 'pnpm.mjs'));
  cpSync(join(root, 'tools', 'starter'), at('tools', 'starter'), { recursive: true });
  writeFileSync(at('package.json'), '{ "type": "module", "packageManager": "pnpm@10.34.9" }');
  writeFileSync(at('pnpm-lock.yaml'), 'lockfileVersion: 9');
  writeFileSync(
    at('tools', 'start.ts'),
    `console.log('started', process.argv.slice(2).join()); process.exitCode = 5;`,
  );
  npm(goodNpm);
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

function npm(source: string): void {
  mkdirSync(at('npm'), { recursive: true });
  writeFileSync(at('npm', 'npm-cli.js'), source);
  writeFileSync(at('npm', 'package.json'), '{ "type": "commonjs" }');
}

function starter(...args: string[]): ChildProcess {
  return spawn(process.execPath, [at('tools', 'pnpm.mjs'), ...args], {
    cwd: project,
    env: { ...process.env, npm_execpath: at('npm', 'npm-cli.js') },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function ended(child: ChildProcess): Promise<{ code: unknown; said: string }> {
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (said += String(text)));
  const [code] = await once(child, 'close');
  return { code, said };
}

const calls = (): string[] => readFileSync(at('pnpm-calls'), 'utf8').trim().split('\n');

test('start brings pnpm, installs, hands arguments on and passes the exit code through', async () => {
  const { code, said } = await ended(starter('start', 'a', 'b'));
  expect({ code, said }).toEqual({ code: 5, said: expect.stringContaining('started a,b') });
  expect(said).toContain('Fetching pnpm 10.34.9');
  expect(calls()).toEqual([expect.stringContaining('install --frozen-lockfile')]);
});

test('a second start installs nothing and says nothing of its own', async () => {
  await ended(starter('start'));
  expect(await ended(starter('start'))).toEqual({ code: 5, said: 'started \n' });
  expect(calls()).toHaveLength(1);
});

test('a changed lock file is installed', async () => {
  await ended(starter('start'));
  writeFileSync(at('pnpm-lock.yaml'), 'changed');
  await ended(starter('start'));
  expect(calls()).toHaveLength(2);
});

test('a node_modules that was removed is brought back', async () => {
  await ended(starter('start'));
  rmSync(at('node_modules'), { recursive: true });
  expect((await ended(starter('start'))).code).toBe(5);
  expect(calls()).toHaveLength(2);
});

test('any other command is pnpm’s', async () => {
  expect((await ended(starter('fail', '--hard'))).code).toBe(9);
  expect(calls()).toEqual(['fail --hard']);
});

test('a registry out of reach is said in words, and nothing half-done stays', async () => {
  npm(`console.error('npm error code ENOTFOUND'); process.exit(1);`);
  const { code, said } = await ended(starter('start'));
  expect(code).toBe(1);
  expect(said).toContain('pnpm 10.34.9 could not be fetched.\nWhy: The npm registry cannot be reached');
  expect(said).not.toContain('    at ');
  expect(existsSync(at('node_modules', '.cache', 'pnpm-10.34.9'))).toBe(false);
});

test('a disk that fills up while npm unpacks is noticed although npm ends with 0', async () => {
  npm(`${goodNpm}\nconsole.error('npm warn tar TAR_ENTRY_ERROR ENOSPC: no space left on device, write');`);
  const { code, said } = await ended(starter('start'));
  expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('The disk is full.') });
});

/** Makes a folder look read-only; for root, whom no mode stops, by a file in its place. */
function block(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
  writeFileSync(folder, '');
}

test('a project that cannot be written to is said in words', async () => {
  block(at('node_modules'));
  const { code, said } = await ended(starter('start'));
  expect({ code, said }).toEqual({ code: 1, said: expect.not.stringContaining('    at ') });
  expect(said).toMatch(
    /The project folder cannot be prepared\.\nWhy: A folder cannot be written to[^]*What to do: /,
  );
});

test('a complete installation starts although nothing can be written to it', async (context) => {
  const isRoot = process.getuid?.() === 0;
  context.skip(isRoot || process.platform === 'win32', 'No mode of a folder stops root or Windows.');
  await ended(starter('start'));
  chmodSync(at('node_modules', '.cache'), 0o500);
  expect(await ended(starter('start'))).toEqual({ code: 5, said: 'started \n' });
  expect((await ended(starter('test'))).said).toContain('The project folder cannot be prepared.');
  chmodSync(at('node_modules', '.cache'), 0o700);
});

test('Ctrl+C while something is fetched ends at once, without a word about what did not come', async () => {
  npm(
    `console.error('npm error code ENOTFOUND'); process.kill(process.ppid, 'SIGINT'); setInterval(() => {}, 1000);`,
  );
  const { code, said } = await ended(starter('start'));
  expect({ code, said }).toEqual({ code: 130, said: expect.not.stringContaining('could not be fetched') });
  expect(existsSync(at('node_modules', '.cache', 'pnpm-10.34.9'))).toBe(false);
});

/** A start.ts that says its process number, and `stopped` when it is told to stop; nothing else ends it. */
const waiting = `
  import { writeFileSync } from 'node:fs';
  import { stopWhenAlone } from './starter/alone.mjs';
  stopWhenAlone();
  process.on('SIGTERM', () => { writeFileSync('stopped', ''); process.exit(0); });
  setInterval(() => {}, 1000);
  console.log('waiting');`;

const heardIn = (child: ChildProcess, word: string): Promise<void> =>
  new Promise((resolve) => {
    child.stdout?.on('data', (text) => String(text).includes(word) && resolve());
  });

test('a starter that is killed takes what it started with it', async () => {
  writeFileSync(at('tools', 'start.ts'), waiting);
  const child = starter('start');
  await heardIn(child, 'waiting');
  // `close` comes when nobody holds its output any more: not the starter, and not what it started.
  const closed = once(child, 'close');
  child.kill('SIGKILL');
  await closed;
  expect(existsSync(at('stopped'))).toBe(true);
});

test('npm’s shell that dies takes everything with it', async (context) => {
  context.skip(process.platform === 'win32', 'Windows has no shell in between that could die alone.');
  writeFileSync(at('tools', 'start.ts'), waiting);
  const shell = spawn('sh', ['-c', `"${process.execPath}" tools/pnpm.mjs start; exit 1`], {
    cwd: project,
    env: { ...process.env, npm_execpath: at('npm', 'npm-cli.js'), npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await heardIn(shell, 'waiting');
  const closed = once(shell, 'close');
  shell.kill('SIGKILL');
  await closed;
  expect(existsSync(at('stopped'))).toBe(true);
});

test('an npm that is killed takes everything with it, although its shell stays', async (context) => {
  context.skip(process.platform !== 'linux', 'Only Linux says who is above npm’s shell.');
  writeFileSync(at('tools', 'start.ts'), waiting);
  const shell = `"${process.execPath}" tools/pnpm.mjs start; exit 1`;
  const source = `require('node:child_process').spawn('sh', ['-c', ${JSON.stringify(shell)}], { stdio: 'inherit' })`;
  const npm = spawn(process.execPath, ['-e', source], {
    cwd: project,
    env: { ...process.env, npm_execpath: at('npm', 'npm-cli.js'), npm_lifecycle_event: 'start' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await heardIn(npm, 'waiting');
  const closed = once(npm, 'close');
  npm.kill('SIGKILL');
  await closed;
  expect(existsSync(at('stopped'))).toBe(true);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s reaches what was started, whose exit code counts',
  async (signal) => {
    const source = `
    process.on('${signal}', () => { console.log('stopping'); process.exit(0); });
    setInterval(() => {}, 1000);
    console.log('waiting');`;
    writeFileSync(at('tools', 'start.ts'), source);
    const child = starter('start');
    const end = ended(child);
    child.stdout?.on('data', (text) => String(text).includes('waiting') && child.kill(signal));
    expect(await end).toEqual({ code: 0, said: expect.stringContaining('stopping') });
  },
);
