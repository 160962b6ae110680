import { snapshot } from '@portico/merge/snapshot';
import { snapshotAddress } from '@portico/merge/address';
import { startTwin } from '@portico/twin/twin';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { targetsIn } from '../actions/test-support/acting.ts';
import { readSite } from './read-sites.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

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
  expect(snapshotAddress(one.snapshot, hash)).toBe(snapshotAddress(other.snapshot, hash));
  const tables = Object.groupBy(one.snapshot.records, ({ table }) => table);
  console.log(
    Object.fromEntries(Object.entries(tables).map(([k, v]) => [k, v?.length])),
    one.snapshot.records.filter((r) => r.untouched === false).length,
  );
  console.log(
    tables['adx_entitypermission']?.[0],
    tables['adx_webfile'],
    one.notes,
    tables['adx_weblink']?.[0],
  );
});
