// `node tools/docs.ts` writes docs/generated from the code, `--check` tells whether it is up to date.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checksPage } from './docs-checks.ts';
import { openApiPage } from './docs-openapi.ts';
import type { Page } from './docs-page.ts';
import { playbookPage } from './docs-playbook.ts';
import { problemsPage } from './docs-problems.ts';
import { settingsPage } from './docs-settings.ts';
import { upstreamPage } from './docs-upstream.ts';
import { workspacePage } from './docs-workspace.ts';
import { listFiles, root } from './repository.ts';

/** To add a page, write it in a file of its own, `docs-<name>.ts`, and name it here. */
export const pages: readonly Page[] = [
  checksPage,
  openApiPage,
  playbookPage,
  problemsPage,
  settingsPage,
  upstreamPage,
  workspacePage,
];

const folder = 'docs/generated';

/** @returns the page as it is written; Markdown with the note that says where it comes from, JSON as it is */
export async function whole(page: Page): Promise<string> {
  if (page.file.endsWith('.json')) return `${(await page.render()).trim()}\n`;
  return `<!-- Written by \`node tools/docs.ts\`; change the code, not this page. -->\n\n${(await page.render()).trim()}\n`;
}

/**
 * @param written name below docs/generated → text, as it is on disk
 * @returns one line per page that is missing, out of date or nobody's
 */
export async function stale(
  written: ReadonlyMap<string, string>,
  all: readonly Page[] = pages,
): Promise<string[]> {
  const faults: string[] = [];
  for (const page of all) {
    const text = written.get(page.file);
    if (text === undefined) faults.push(`${folder}/${page.file} is missing`);
    else if (text !== (await whole(page))) faults.push(`${folder}/${page.file} is out of date`);
  }
  const known = new Set(all.map(({ file }) => file));
  const strays = [...written.keys()].filter((file) => !known.has(file));
  return [...faults, ...strays.map((file) => `${folder}/${file} is written by no page in tools/docs.ts`)];
}

async function main(check: boolean): Promise<number> {
  if (!check) {
    mkdirSync(join(root, folder), { recursive: true });
    for (const page of pages) writeFileSync(join(root, folder, page.file), await whole(page));
    return 0;
  }
  const files = existsSync(join(root, folder)) ? listFiles(folder) : [];
  const written = files.map(
    (file) => [file.slice(folder.length + 1), readFileSync(join(root, file), 'utf8')] as const,
  );
  const faults = await stale(new Map(written));
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (faults.length > 0) process.stdout.write('Write the pages anew with `node tools/docs.ts`.\n');
  return faults.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main(process.argv.includes('--check'));
