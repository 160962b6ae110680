import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isBarrel, mask, readImports } from './imports.ts';
import { isCode, listFiles, root } from './repository.ts';

const brief = (source: string): string[] =>
  readImports(source).map(({ specifier, line, kind, form }) => `${line} ${form} ${kind} ${specifier}`);

test.each([
  [`import a from 'a';`, ['1 import value a']],
  [`import { a, type B } from "./b.ts";`, ['1 import value ./b.ts']],
  [`import type { A } from './a.ts';`, ['1 import type ./a.ts']],
  [`import * as a from 'a';`, ['1 import value a']],
  [`import a, { b as c } from 'a';`, ['1 import value a']],
  [`import './side.css';`, ['1 import value ./side.css']],
  [
    `import {\n  a,\n  b,\n} from './long.ts';\nimport c from 'c';`,
    ['1 import value ./long.ts', '5 import value c'],
  ],
  [
    `export { a } from './a.ts';\nexport * from './b.ts';`,
    ['1 export value ./a.ts', '2 export value ./b.ts'],
  ],
  [`export type { A } from './a.ts';`, ['1 export type ./a.ts']],
  [`import a from './a.json' with { type: 'json' };`, ['1 import value ./a.json']],
  [`const a = await import('./a.ts');`, ['1 call value ./a.ts']],
  [`const a = lazy(() =>\n  import("./a.tsx"),\n);`, ['2 call value ./a.tsx']],
  [`import{a}from'a';`, ['1 import value a']],
])('%s', (source, expected) => {
  expect(brief(source)).toEqual(expected);
});

test.each([
  [`// import a from 'a';`],
  [`/* import a from 'a';\n import b from 'b'; */`],
  ['const text = `import a from "a";`;'],
  ['const text = `${x} import a from "a"; ${`import b from "b"`}`;'],
  [`const text = "import a from 'a'";`],
  [`const url = import.meta.url;`],
  [`export type A = { from: string };\nconst from = 'b';`],
  [`export const a = 1;\nexport { a as b };`],
  [`const match = /import a from 'a'/.exec(text);`],
  [`loader.import('a');`],
  ['const a = import(`./${name}.ts`);'],
])('nothing is imported by %s', (source) => {
  expect(brief(source)).toEqual([]);
});

test.each([
  [`const it = /['"\`]/;`],
  [`const half = a / b; const rest = c / d;`],
  [`<p>Don't stop</p>`],
  [`<br /><Line title={a} />`],
  ['const t = `a ${f({ b: `c ${d}` })} e`;'],
  [`const s = 'it\\'s';`],
  [`const slash = '//';`],
])('what follows %s is still read', (before) => {
  expect(brief(`${before}\nimport a from 'a';`)).toEqual(['2 import value a']);
});

test('inside a template, the code between braces is read', () => {
  expect(brief("const a = `${await import('./a.ts')}`;")).toEqual(['1 call value ./a.ts']);
});

test('a template without an end is said, not passed over', () => {
  expect(() => mask('const a = `never')).toThrow('does not end');
});

test.each([
  [`export { a } from './a.ts';\n// and\nexport type { B } from './b.ts';\n`, true],
  [`export * from './a.ts';`, true],
  [`import a from './a.ts';\nexport const checks = { a };`, false],
  [`export { a } from './a.ts';\nexport const b = 1;`, false],
  [``, false],
])('%s is a barrel: %s', (source, expected) => {
  expect(isBarrel(source)).toBe(expected);
});

test('every file of the repository can be read', () => {
  const files = listFiles().filter(isCode);
  const unread = files.filter((file) => {
    try {
      mask(readFileSync(join(root, file), 'utf8'));
      return false;
    } catch {
      return true;
    }
  });
  expect(unread).toEqual([]);
});
