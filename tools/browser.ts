// Which browser the tests use. Nothing has to be installed by hand.
import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from './repository.ts';

/** What the search looks at; tests hand in their own. */
export type Surroundings = {
  env: NodeJS.ProcessEnv;
  /** Node's names: `linux-x64`, `darwin-arm64`, `win32-x64`… */
  platform: string;
  exists(path: string): boolean;
  /** Whether the program really is a browser that starts. */
  answers(path: string): Promise<boolean>;
  /** @returns the path of the browser that comes inside an npm package, unpacked */
  unpack(): Promise<string>;
  /** Where Playwright puts its own download, whether or not it is there. */
  ownDownload(): string;
};

/** The version of @sparticuz/chromium, for the name of the folder it is unpacked to. */
const packaged = join(root, 'node_modules', '.cache', 'chromium-147.0.0');

function usualPlaces({ platform, env }: Surroundings): string[] {
  if (platform.startsWith('darwin')) {
    const inside = (app: string): string => `/Applications/${app}.app/Contents/MacOS/${app}`;
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(inside);
  }
  if (platform.startsWith('win32')) {
    const drives = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (path) => path,
    );
    const below = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return below.flatMap((place) => drives.map((drive) => `${drive}\\${place}`));
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge'];
  return names.map((name) => `/usr/bin/${name}`);
}

/**
 * Ubuntu puts a script at /usr/bin/chromium-browser that only says how to install the real one, so a file that is
 * there is asked for its version. Not on Windows, where the question opens a window.
 */
function answers(path: string): Promise<boolean> {
  if (process.platform === 'win32') return Promise.resolve(true);
  return new Promise((resolve) => {
    execFile(path, ['--version'], { timeout: 15_000 }, (error, output) =>
      resolve(error === null && /\d+\.\d+\.\d+/.test(output)),
    );
  });
}

/**
 * Unpacks the browser of @sparticuz/chromium into the project's cache, once, and puts a starting script beside it.
 * The package unpacks to the temporary folder, and its libraries only where it believes to be on AWS Lambda;
 * both are told to it through the environment of a process of its own.
 * Source: build/esm/index.js and helper.js of the package.
 */
async function unpack(): Promise<string> {
  const script = join(packaged, 'start-chromium');
  if (existsSync(script)) return script;
  const draft = `${packaged}.part-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    const code = "import('@sparticuz/chromium').then(({ default: chromium }) => chromium.executablePath())";
    const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' };
    await new Promise<void>((resolve, reject) => {
      execFile(process.execPath, ['-e', code], { cwd: root, env }, (error) =>
        error ? reject(error) : resolve(),
      );
    });
    // No sandbox: the binary brings no set-uid helper and root may not use the other one. It sees only our pages.
    const lines = [
      '#!/bin/sh',
      'here=$(dirname "$0")',
      'export LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"',
      '[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_PATH="$here/fonts"',
      'exec "$here/chromium" --no-sandbox "$@"',
    ];
    writeFileSync(join(draft, 'start-chromium'), `${lines.join('\n')}\n`);
    chmodSync(join(draft, 'start-chromium'), 0o755);
    if (!existsSync(script)) renameSync(draft, packaged);
    return script;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const here: Surroundings = {
  env: process.env,
  platform: `${process.platform}-${process.arch}`,
  exists: existsSync,
  answers,
  unpack,
  ownDownload: () => chromium.executablePath(),
};

/**
 * In this order: `CHROMIUM_PATH`, an installed Chromium, Chrome or Edge, the browser inside an npm package
 * (Linux on x64), Playwright's own download.
 * @returns a path for Playwright's `executablePath`; no further arguments are needed
 * @throws Error in whole sentences when there is none, or when CHROMIUM_PATH leads nowhere
 */
export async function findBrowser(at: Surroundings = here): Promise<string> {
  const told = at.env['CHROMIUM_PATH'];
  if (told && at.exists(told)) return told;
  if (told) throw new Error(`CHROMIUM_PATH is set to ${told}, but no file is there. Correct it or unset it.`);
  for (const path of usualPlaces(at)) {
    if (at.exists(path) && (await at.answers(path))) return path;
  }
  if (at.platform === 'linux-x64') {
    const path = await at.unpack();
    if (await at.answers(path)) return path;
  }
  const own = at.ownDownload();
  if (at.exists(own)) return own;
  throw new Error(
    'The browser tests found no browser on this machine. Install Chromium or Chrome, or set CHROMIUM_PATH to ' +
      'one, or run `node tools/pnpm.mjs exec playwright install chromium`.',
  );
}

/** The browser inside the npm package, whatever else is installed; for the proof that it works. */
export const findPackagedBrowser = unpack;
