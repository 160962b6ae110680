import { expect, it } from 'vitest';
import { createDrafts, type DraftStore } from './drafts.ts';

function memory(): DraftStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

it('gives a draft back to its person, and to nobody else, until it is sent', () => {
  const store = memory();
  const mine = createDrafts(store, 'alex')('run.site');
  expect(mine.read()).toBeNull();
  mine.keep({ name: 'Contoso' });
  expect(createDrafts(store, 'alex')('run.site').read()).toEqual({ name: 'Contoso' });
  expect(createDrafts(store, 'mona')('run.site').read()).toBeNull();
  expect(createDrafts(store, 'alex')('run.maps').read()).toBeNull();
  mine.drop();
  expect([mine.read(), store.kept.size]).toEqual([null, 0]);
});

it('takes what can’t be read for no draft, and does without a store that is full', () => {
  const store = memory();
  const draft = createDrafts(store, 'alex')('x');
  draft.keep('y');
  for (const key of store.kept.keys()) store.kept.set(key, '{"half');
  expect(draft.read()).toBeUndefined();
  const full = createDrafts(
    {
      ...store,
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    },
    'alex',
  )('x');
  expect(() => full.keep('z')).not.toThrow();
});
