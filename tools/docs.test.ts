import { expect, test } from 'vitest';
import { stale, whole } from './docs.ts';
import type { Page } from './docs-page.ts';
import { graph, workspaceText } from './docs-workspace.ts';
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
