import { checks } from '@portico/api/checks/index';
import { problems } from '@portico/contract/problems';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { stale, whole } from './docs.ts';
import { checksText } from './docs-checks.ts';
import type { Page } from './docs-page.ts';
import { problemsText } from './docs-problems.ts';
import { settingsText } from './docs-settings.ts';
import { describedSwitches, upstreamText } from './docs-upstream.ts';
import { graph, workspaceText } from './docs-workspace.ts';
import { listFiles } from './repository.ts';
import { readMembers } from './workspace.ts';

const page = (file: string, text: string): Page => ({ file, render: () => Promise.resolve(text) });
const one = page('one.md', '# One');

test('a page as it is rendered is up to date', async () => {
  expect(await stale(new Map([['one.md', await whole(one)]]), [one])).toEqual([]);
});

test('a missing, a changed and a stray page are named', async () => {
  const written = new Map([
    ['one.md', await whole(page('one.md', '# Uno'))],
    ['stray.md', ''],
  ]);
  expect(await stale(written, [one, page('two.md', '')])).toEqual([
    'docs/generated/one.md is out of date',
    'docs/generated/two.md is missing',
    'docs/generated/stray.md is written by no page in tools/docs.ts',
  ]);
});

test('a row becomes an arrow with its limits', () => {
  const rows = [
    { from: 'contract', to: 'merge', types: true },
    { from: 'api/routes', to: 'api/.', notYet: true },
  ] as const;
  expect(graph(rows).split('\n').slice(2, -1)).toEqual([
    '  contract_["contract"] -->|types only| merge_["merge"]',
    '  api_routes_["api/routes"] -.-> api__["api: wiring"]',
  ]);
});

test('every member of the workspace says in its package.json what it is', () => {
  expect(readMembers().filter(({ description }) => description === '')).toEqual([]);
});

test('the page lists folder, name and description', () => {
  const member = { name: '@portico/plan', folder: 'packages/plan', description: 'The kernel.', exports: {} };
  expect(workspaceText([member])).toContain('| `packages/plan` | `@portico/plan` | The kernel. |');
});

test('JSON is written as it is, without a note', async () => {
  expect(await whole(page('a.json', '{}'))).toBe('{}\n');
});

test('a setting says its default as it would be written, and what it does', () => {
  const all = { PORT: z.coerce.number().default(4700).describe('Port | of it.'), KEY: z.string().optional() };
  expect(settingsText(all).split('\n').slice(-2)).toEqual([
    '| `PORT` | `4700` | Port \\| of it. |',
    '| `KEY` | not set |  |',
  ]);
});

test('a switch of the twin is read with its comment and its values', () => {
  const source = `export interface Switches {\n  /** One thing,\n   * or another. */\n  thing: 'one' | 'two';\n}\n`;
  expect(describedSwitches(source)).toEqual(
    new Map([['thing', { says: 'One thing, or another.', values: "'one' | 'two'" }]]),
  );
});

test('every file in the folder of services is on the page', async () => {
  const text = await upstreamText();
  for (const file of listFiles('packages/microsoft/src/services').filter(
    (each) => each.split('/').length === 5,
  ))
    expect(text).toContain(`\`${file}\``);
});

test('every check of the plan has its anchor, and every problem its row', () => {
  for (const id of Object.keys(checks)) expect(checksText()).toContain(`<a id="${id}"></a>`);
  for (const code of Object.keys(problems)) expect(problemsText()).toContain(`<a id="${code}"></a>`);
});
