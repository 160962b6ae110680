import { expect, test } from 'vitest';
import { layerOf, type Member, readMembers, resolveImport, zoneOf } from './workspace.ts';

const contract: Member = {
  name: '@portico/contract',
  folder: 'packages/contract',
  description: '',
  exports: { './*': './src/*.ts', './text/*': './src/words/*.ts', './text/en.json': './src/text/en.json' },
};
const files = new Set([
  'packages/contract/src/plan.ts',
  'packages/contract/src/text/en.json',
  'apps/web/src/main.tsx',
]);

test.each([
  ['@portico/contract/plan', { file: 'packages/contract/src/plan.ts' }],
  ['@portico/contract/text/en.json', { file: 'packages/contract/src/text/en.json' }],
  ['@portico/contract/text/de', { inside: 'packages/contract/src/words/de.ts does not exist' }],
  ['@portico/contract', { inside: '@portico/contract does not export it (see its package.json)' }],
  ['@portico/contractor', { outside: '@portico/contractor' }],
  ['node:fs', { outside: 'node:fs' }],
  ['../main.tsx', { file: 'apps/web/src/main.tsx' }],
  ['../main.tsx?raw', { file: 'apps/web/src/main.tsx' }],
])('%s means %o', (specifier, expected) => {
  expect(resolveImport(specifier, 'apps/web/src/shell/frame.tsx', files, [contract])).toEqual(expected);
});

test.each([
  ['packages/plan/src/plan.ts', 'plan', undefined],
  ['apps/api/src/app.ts', 'api', 'api/.'],
  ['apps/api/src/checks/maps-running.ts', 'api', 'api/checks'],
  ['apps/web/vite.config.ts', 'web', undefined],
  ['e2e/steps/a.spec.ts', 'e2e', undefined],
  ['vitest.config.ts', 'root', undefined],
])('%s is of zone %s and layer %s', (file, zone, layer) => {
  expect([zoneOf(file), layerOf(file)]).toEqual([zone, layer]);
});

test('the members are read from their manifests', () => {
  expect(readMembers().map(({ name }) => name)).toEqual(
    expect.arrayContaining(['@portico/plan', '@portico/api', '@portico/web', '@portico/e2e']),
  );
});
