import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { webFingerprint } from './web-build.ts';

let folder = '';
const write = (file: string, text: string): void => {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), text);
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portico-web-'));
  write('apps/web/src/main.tsx', 'one');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test.each([
  ['apps/web/src/main.tsx', true],
  ['apps/web/index.html', true],
  ['packages/contract/src/plan.ts', true],
  ['packages/plan/src/reduce.ts', true],
  ['pnpm-lock.yaml', true],
  ['apps/web/src/main.test.tsx', false],
  ['apps/web/dist/index.html', false],
  ['packages/twin/src/world.ts', false],
  ['apps/api/src/app.ts', false],
  ['README.md', false],
])('a change of %s asks for a build: %s', (file, expected) => {
  const before = webFingerprint(folder);
  write(file, 'two');
  expect(webFingerprint(folder) !== before).toBe(expected);
});

test('a renamed file asks for a build', () => {
  const before = webFingerprint(folder);
  rmSync(join(folder, 'apps/web/src/main.tsx'));
  write('apps/web/src/other.tsx', 'one');
  expect(webFingerprint(folder)).not.toBe(before);
});
