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
