import type { Browser } from '@playwright/test';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import type { Script } from '../../tools/page-figures.ts';
import { runProgram } from '../../tools/program.ts';
import { root } from '../../tools/repository.ts';

/** What somebody new loads, as the browser itself counts it. */
export async function scriptsOf(browser: Browser, address: string): Promise<readonly Script[]> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(address);
    await page.getByRole('button', { name: 'Sign in with Microsoft' }).waitFor();
    await page.waitForLoadState('networkidle');
    return await page.evaluate(() => {
      const drawn = performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
      if (drawn === undefined) throw new Error('Nothing was drawn.');
      return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
        .filter(({ name }) => new URL(name).pathname.endsWith('.js'))
        .map(({ name, startTime, encodedBodySize }) => ({
          name: new URL(name).pathname.replace('/assets/', ''),
          bytes: encodedBodySize,
          early: startTime < drawn,
        }));
    });
  } finally {
    await context.close();
  }
}

const minimal = {
  'index.html': '<!doctype html><div id="root"></div><script type="module" src="/main.js"></script>',
  'main.js': [
    `import { Button, FluentProvider, webLightTheme } from '@fluentui/react-components';`,
    `import { createElement } from 'react';`,
    `import { createRoot } from 'react-dom/client';`,
    `const button = createElement(Button, { appearance: 'primary' }, 'Sign in');`,
    `const page = createElement(FluentProvider, { theme: webLightTheme }, button);`,
    `createRoot(document.getElementById('root')).render(page);`,
  ].join('\n'),
};

/** Anchor: brotli bytes of a page with React, Fluent and one button, built by the same tool from the same packages. */
export async function smallestFluentPage(): Promise<number> {
  // Inside the web app, where its packages are found.
  const folder = join(root, 'apps/web/node_modules/.cache/fluent-minimal');
  await mkdir(folder, { recursive: true });
  try {
    for (const [name, text] of Object.entries(minimal)) await writeFile(join(folder, name), text);
    const { exitCode, output } = await runProgram('vite', ['build', folder]);
    if (exitCode !== 0) throw new Error(`The anchor could not be built.\n${output}`);
    const assets = join(folder, 'dist', 'assets');
    const scripts = (await readdir(assets)).filter((name) => name.endsWith('.js'));
    const sizes = await Promise.all(
      scripts.map(async (name) => brotliSize(await readFile(join(assets, name)))),
    );
    return sizes.reduce((sum, size) => sum + size, 0);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const brotliSize = (bytes: Buffer): number => brotliCompressSync(bytes).length;
