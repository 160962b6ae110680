import type { Write } from '@portico/merge/plan';
import { expect, test } from 'vitest';
import { changeSetsOf } from './change-sets.ts';

const [root, content, role] = ['root', 'content', 'role'];
const writes: readonly Write[] = [
  { op: 'create', table: 'adx_webrole', id: role },
  { op: 'update', table: 'adx_weblink', id: 'link', was: {} },
  { op: 'create', table: 'adx_webpage', id: root },
];
const generated: Write = {
  op: 'create',
  table: 'adx_webpage',
  id: content,
  mayExist: true,
  refs: { adx_rootwebpageid: root },
};
const idsOf = (sets: readonly (readonly Write[])[]) => sets.map((set) => set.map(({ id }) => id));

test('without pages that the portal makes by itself it is one set', () => {
  expect(idsOf(changeSetsOf({ writes }))).toEqual([[role, 'link', root]]);
});

test('what they hang on comes in a set before', () => {
  expect(idsOf(changeSetsOf({ writes: [...writes, generated] }))).toEqual([
    [role, root],
    ['link', content],
  ]);
});

const text: Write = { op: 'update', table: 'adx_webtemplate', id: 'text', was: {} };
const file: Write = { op: 'update', table: 'adx_webfile', id: 'file', was: {}, body: { text: 'a' } };
const linked = (add: readonly string[], remove: readonly string[] = []): Write => ({
  op: 'link',
  table: 'adx_entitypermission',
  id: 'linked',
  relationship: 'adx_entitypermission_webrole',
  add,
  remove,
});

test('a set holds as many operations as it may, and a file that is changed is two', () => {
  expect(idsOf(changeSetsOf({ writes: [text, text, file, text, file] }, 4))).toEqual([
    ['text', 'text', 'file'],
    ['text', 'file'],
  ]);
  expect(idsOf(changeSetsOf({ writes: [text, linked([]), linked(['a', 'b', 'c']), text] }, 4))).toEqual([
    ['text', 'linked'],
    ['linked', 'text'],
  ]);
});

test('a relationship of more members than a set holds comes in parts, and nothing of it is lost', () => {
  expect(changeSetsOf({ writes: [text, linked(['a', 'b', 'c', 'd'], ['e', 'f', 'g'])] }, 3)).toEqual([
    [text],
    [linked(['a', 'b', 'c'])],
    [linked(['d'], ['e', 'f'])],
    [linked([], ['g'])],
  ]);
});
