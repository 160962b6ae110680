import type { Choice } from '@portico/contract/routes';
import { expect, test } from 'vitest';
import type { Loaded } from '../../data/loaded.ts';
import { withOnly } from './template-source.ts';

const ready = (...fit: readonly (readonly [string, number])[]): Loaded<readonly Choice[]> => ({
  status: 'ready',
  value: fit.map(([value, fitness]) => ({ value, label: value, fitness })),
});
const one = {
  environments: ready(['own', 0], ['sandbox', 2]),
  sites: ready(['reference', 1], ['german', 0]),
  templates: ready(['kept', 1]),
};
const two = {
  environments: ready(['sandbox', 2], ['test', 1]),
  sites: ready(['reference', 1], ['other', 1]),
  templates: ready(['kept', 1], ['older', 1]),
};

test('where only one suits it is chosen: the environment, then the site in it; or the template', () => {
  expect(withOnly({}, one)).toEqual({ environment: 'sandbox', website: 'reference' });
  expect(withOnly({ environment: 'sandbox' }, one)).toEqual({ environment: 'sandbox', website: 'reference' });
  expect(withOnly({ from: 'known' }, one)).toEqual({ from: 'known', kept: 'kept' });
});

test('what somebody chose stays, and of several none is chosen for them, nor while a list is being read', () => {
  const chosen = { environment: 'test', website: 'other' };
  expect(withOnly(chosen, one)).toEqual(chosen);
  for (const from of ['site', 'known', 'file'] as const) expect(withOnly({ from }, two)).toEqual({ from });
  const loading = { status: 'loading', value: one.sites.value } as const;
  expect(withOnly({ environment: 'sandbox' }, { ...one, sites: loading })).toEqual({
    environment: 'sandbox',
  });
});
