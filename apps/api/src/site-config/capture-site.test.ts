import { snapshot } from '@portico/merge/snapshot';
import { startTwin } from '@portico/twin/twin';
import { expect, test } from 'vitest';
import { targetsIn } from '../actions/test-support/acting.ts';
import { fingerprintOf, sha256 } from './fingerprint.ts';
import { readSite } from './read-sites.ts';

test('a whole site is read, canonical and valid, and twice the same', async () => {
  await using stack = new AsyncDisposableStack();
  const twin = stack.use(await startTwin({ speed: 0, scenario: 'site-exists' }));
  const targets = targetsIn(stack, {
    twin,
    answers: { 'portal-site': { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 } },
  });
  const one = await readSite(targets);
  const other = await readSite(targets);
  expect(snapshot.parse(one.snapshot).records.length).toBeGreaterThan(150);
  expect(fingerprintOf(one.snapshot)).toBe(fingerprintOf(other.snapshot));
  // Nobody has touched it, relationships are read with what holds them, and a file that is no text is kept by its hash.
  expect(one.snapshot.records.filter(({ untouched }) => untouched === false)).toEqual([]);
  const of = (table: string) => one.snapshot.records.filter((record) => record.table === table);
  expect(of('adx_entitypermission').every(({ sets }) => sets['adx_entitypermission_webrole']?.length)).toBe(
    true,
  );
  const logo = of('adx_webfile').find(({ fields }) => fields['adx_partialurl'] === 'logo.png');
  const hash256 = logo?.body && 'hash' in logo.body ? logo.body.hash : '';
  const bytes = await targets.archive.file(hash256);
  expect(bytes && sha256(bytes)).toBe(hash256);
});
