import { expect, test } from 'vitest';
import { differences } from './differences.ts';

test.each([
  [{ a: 1 }, { a: 2 }, []],
  [{ a: 1 }, { a: '1' }, ['body.a: number, recorded string']],
  [{ a: null }, { a: {} }, ['body.a: null, recorded object']],
  [{ a: 1, b: 1 }, { a: 1 }, ['body.b: surplus']],
  [{}, { a: null }, ['body.a: missing']],
  [{ a: [] }, { a: [1] }, ['body.a: empty']],
  [{ a: [1, null] }, { a: [2] }, ['body.a[1]: null, recorded number']],
  [{ a: ['x'] }, { a: [null, 'y'] }, []],
])('%j against %j', (answer, recorded, expected) => {
  expect(differences(answer, recorded)).toEqual(expected);
});
