import { expect, test } from 'vitest';
import { checkBoundaries, type Rules } from './boundaries.ts';
import { circles, graphOf } from './import-graph.ts';
import type { Member } from './workspace.ts';

const members: Member[] = ['plan', 'http', 'contract', 'microsoft', 'twin'].map((name) => ({
  name: `@portico/${name}`,
  folder: `packages/${name}`,
  description: '',
  exports: { './*': './src/*.ts' },
}));

const none: Rules = {
  packageRows: [],
  layerRows: [],
  leafLayers: [],
  layersOfStrangers: [],
  reserved: [],
  registries: ['checks', 'steps'],
};

const graph = (files: Record<string, string>) => graphOf(new Map(Object.entries(files)), members);
const faults = (files: Record<string, string>, rules: Partial<Rules>): string[] =>
  checkBoundaries(graph(files), { ...none, ...rules });

const packages = {
  'packages/plan/src/text.ts': '',
  'packages/contract/src/problems.ts': '',
  'packages/contract/src/plan.ts': `import { msg } from '@portico/plan/text';`,
};

test('an import with its row passes', () => {
  expect(faults(packages, { packageRows: [{ from: 'contract', to: 'plan' }] })).toEqual([]);
});

test('an import without a row fails with its place', () => {
  expect(faults(packages, {})).toEqual([
    `packages/contract/src/plan.ts:1 contract may not import plan: '@portico/plan/text'`,
  ]);
});

test('a row without an import fails, unless its code is still to come', () => {
  const row = { from: 'plan', to: 'contract' };
  const used = { from: 'contract', to: 'plan' };
  expect(faults(packages, { packageRows: [used, row] })).toEqual([
    'tools/boundaries-table.ts: plan → contract is not used; remove the row',
  ]);
  expect(faults(packages, { packageRows: [used, { ...row, notYet: true }] })).toEqual([]);
});

test('a row that is used may not say that its code is still to come', () => {
  expect(faults(packages, { packageRows: [{ from: 'contract', to: 'plan', notYet: true }] })).toEqual([
    'tools/boundaries-table.ts: contract → plan is used now; remove notYet',
  ]);
});

test.each([
  ['types only', { types: true }, `import type { A } from '@portico/contract/problems';`, true],
  ['types only', { types: true }, `import { A } from '@portico/contract/problems';`, false],
  ['one module only', { only: ['problems'] }, `import { A } from '@portico/contract/problems';`, true],
  ['one module only', { only: ['plan'] }, `import { A } from '@portico/contract/problems';`, false],
  ['all but one', { not: ['problems'] }, `import { A } from '@portico/contract/problems';`, false],
  ['from one file only', { files: ['cloud.ts'] }, `import { A } from '@portico/contract/problems';`, true],
  ['from one file only', { files: ['wire.ts'] }, `import { A } from '@portico/contract/problems';`, false],
] as const)('%s (%o): %s', (_, limits, source, allowed) => {
  const files = { 'packages/contract/src/problems.ts': '', 'packages/microsoft/src/cloud.ts': source };
  const found = faults(files, {
    packageRows: [{ from: 'microsoft', to: 'contract', notYet: true, ...limits }],
  });
  expect(found.some((fault) => fault.includes('(allowed: '))).toBe(!allowed);
});

test('tests may more when the row says so', () => {
  const row = { from: 'api', to: 'twin', files: ['start.ts'], tests: true } as const;
  const source = `import { w } from '@portico/twin/world';`;
  const files = { 'packages/twin/src/world.ts': '', 'apps/api/src/plan/run.test.ts': source };
  expect(faults(files, { packageRows: [row] })).toEqual([]);
  expect(faults({ ...files, 'apps/api/src/app.ts': source }, { packageRows: [row] })).toHaveLength(1);
});

test.each([
  ['../../plan/src/text.ts', 'reaches into another package'],
  ['@portico/plan/src/text', 'packages/plan/src/src/text.ts does not exist'],
  ['@portico/plan', 'does not export it'],
  ['./gone.ts', 'packages/contract/src/gone.ts does not exist'],
])('a deep or dead import %s fails', (specifier, words) => {
  const files = { ...packages, 'packages/contract/src/plan.ts': `import '${specifier}';` };
  expect(faults(files, {}).join()).toContain(words);
});

const api: Partial<Rules> = {
  layerRows: [{ from: 'api/routes', to: 'api/plan', notYet: true }],
  leafLayers: ['api/checks', 'api/actions'],
};

test.each([
  ['apps/api/src/routes/runs.ts', '../plan/gate.ts', true],
  ['apps/api/src/plan/gate.ts', '../routes/runs.ts', false],
  ['apps/api/src/checks/maps-running.ts', '../actions/provision-site.ts', false],
  ['apps/api/src/actions/provision-site.ts', '../checks/maps-running.ts', false],
  ['apps/api/src/checks/maps-running.ts', '../config.ts', false],
  ['apps/api/src/checks/maps-running.ts', './maps-named.ts', true],
  ['apps/api/src/checks/maps-running.test.ts', '../plan/gate.ts', true],
  ['apps/api/src/store/open.ts', '../journal/append.ts', true],
  ['apps/api/src/journal/append.ts', '../checks/maps-running.ts', false],
  ['apps/api/src/app.ts', './routes/runs.ts', true],
])('%s may import %s: %s', (from, to, allowed) => {
  const names = [
    'routes/runs',
    'plan/gate',
    'checks/maps-running',
    'checks/maps-named',
    'actions/provision-site',
  ];
  const all = [...names, 'config', 'journal/append'].map((name) => [`apps/api/src/${name}.ts`, '']);
  const found = faults({ ...Object.fromEntries(all), [from]: `import '${to}';` }, api);
  expect(found.filter((fault) => fault.startsWith(from))).toHaveLength(allowed ? 0 : 1);
});

test.each([
  ['apps/web/src/steps/licensing.tsx', './environment.tsx', 'value', false],
  ['apps/web/src/steps/licensing.tsx', './environment.tsx', 'type', true],
  ['apps/web/src/steps/environment.test.tsx', './environment.tsx', 'value', true],
  ['apps/web/src/steps/environment/picker.tsx', '../environment.tsx', 'value', true],
  ['apps/web/src/steps/index.ts', './environment.tsx', 'value', true],
])('%s may import %s as %s: %s', (from, to, kind, allowed) => {
  const source = `import ${kind === 'type' ? 'type ' : ''}{ A } from '${to}';\nexport const a = 1;`;
  const found = faults(
    { 'apps/web/src/steps/environment.tsx': '', [from]: source },
    { layersOfStrangers: ['web/steps'] },
  );
  expect(found).toHaveLength(allowed ? 0 : 1);
});

test.each([
  ['apps/api/src/routes/runs.ts', 'express', true],
  ['apps/api/src/checks/a.ts', 'express', false],
  ['apps/api/src/checks/a.ts', 'express-rate-limit', true],
])('%s may import %s: %s', (from, module, allowed) => {
  const reserved = [{ module: 'express', zones: ['api/routes'], why: 'HTTP ends at the routes' }];
  expect(faults({ [from]: `import x from '${module}';` }, { reserved })).toHaveLength(allowed ? 0 : 1);
});

test.each([
  ['apps/api/src/checks/index.ts', `import a from './a.ts';\nexport const checks = { a };`, 0],
  ['apps/api/src/plan/index.ts', `import a from './a.ts';\nexport const checks = { a };`, 1],
  ['apps/api/src/plan/all.ts', `export * from './a.ts';`, 1],
])('%s with %s has %s faults', (file, source, expected) => {
  const folder = file.replace(/[^/]+$/, '');
  expect(faults({ [`${folder}a.ts`]: '', [file]: source }, {})).toHaveLength(expected);
});

test('a circle is reported once, with its files', () => {
  const files = {
    'tools/a.ts': `import './b.ts';`,
    'tools/b.ts': `import type { C } from './c.ts';`,
    'tools/c.ts': `import './a.ts';`,
    'tools/d.ts': `import './a.ts';`,
  };
  expect(circles(graph(files))).toEqual([['tools/a.ts', 'tools/b.ts', 'tools/c.ts', 'tools/a.ts']]);
});

test('a lazy import back is not a circle', () => {
  const files = { 'tools/a.ts': `import './b.ts';`, 'tools/b.ts': `const a = () => import('./a.ts');` };
  expect(circles(graph(files))).toEqual([]);
});
