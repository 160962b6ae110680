import { createServer } from 'node:http';
import { chromium } from '@playwright/test';
import { expect, test } from 'vitest';
import { findBrowser, findPackagedBrowser, type Surroundings } from './browser.ts';

/** A machine on which only these files exist, and those in `broken` do not start. */
function machine(
  platform: string,
  files: string[],
  more: { env?: NodeJS.ProcessEnv; broken?: string[] } = {},
) {
  return {
    platform,
    env: more.env ?? {},
    exists: (path) => files.includes(path),
    answers: async (path) => !more.broken?.includes(path),
    unpack: async () => '/cache/start-chromium',
    ownDownload: () => '/playwright/chrome',
  } satisfies Surroundings;
}

test.each<[string, Surroundings, string]>([
  [
    'what was told comes first',
    machine('linux-x64', ['/my/chrome', '/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/my/chrome' } }),
    '/my/chrome',
  ],
  ['then an installed one', machine('linux-x64', ['/usr/bin/google-chrome']), '/usr/bin/google-chrome'],
  [
    'a stub that does not start is passed over',
    machine('linux-arm64', ['/usr/bin/chromium-browser', '/usr/bin/google-chrome'], {
      broken: ['/usr/bin/chromium-browser'],
    }),
    '/usr/bin/google-chrome',
  ],
  ['then the packaged one', machine('linux-x64', ['/playwright/chrome']), '/cache/start-chromium'],
  [
    'the packaged one only where it starts',
    machine('linux-x64', ['/playwright/chrome'], { broken: ['/cache/start-chromium'] }),
    '/playwright/chrome',
  ],
  ['elsewhere the own download', machine('linux-arm64', ['/playwright/chrome']), '/playwright/chrome'],
  [
    'the usual place on a Mac',
    machine('darwin-arm64', ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome']),
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ],
  [
    'the usual place on Windows',
    machine('win32-x64', ['C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe'], {
      env: { PROGRAMFILES: 'C:\\P', 'PROGRAMFILES(X86)': 'C:\\P86' },
    }),
    'C:\\P86\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
])('%s', async (_, at, expected) => {
  expect(await findBrowser(at)).toBe(expected);
});

test('a wrong CHROMIUM_PATH is an error, not a reason to take another browser', async () => {
  const at = machine('linux-x64', ['/usr/bin/chromium'], { env: { CHROMIUM_PATH: '/gone' } });
  await expect(findBrowser(at)).rejects.toThrow('CHROMIUM_PATH is set to /gone, but no file is there.');
});

test('no browser at all is said with what to do', async () => {
  await expect(findBrowser(machine('linux-arm64', []))).rejects.toThrow('Install Chromium or Chrome');
});

/** Starts the browser as the tests do and lets it run a page of a local server. */
async function titleOfLocalPage(executablePath: string): Promise<string> {
  const page = '<title>before</title><script>document.title = [1, 2].map((n) => n * 2).join("+")</script>';
  const server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(page));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const browser = await chromium.launch({ executablePath });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${port}/`);
    return await tab.title();
  } finally {
    await browser.close();
    server.close();
  }
}

test('the browser found on this machine shows a local page', { timeout: 60_000 }, async () => {
  expect(await titleOfLocalPage(await findBrowser())).toBe('2+4');
});

test('the packaged browser shows a local page', { timeout: 60_000 }, async (context) => {
  const fits = process.platform === 'linux' && process.arch === 'x64';
  context.skip(!fits, 'The packaged browser is made for Linux on x64.');
  expect(await titleOfLocalPage(await findPackagedBrowser())).toBe('2+4');
});
