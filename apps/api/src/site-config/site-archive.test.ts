import type { Snapshot } from '@portico/merge/snapshot';
import { expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { createRuns } from '../store/runs.ts';
import { onBothStores } from '../test-support/both-stores.ts';
import type { Captured } from './archive.ts';
import { fingerprintOf } from './fingerprint.ts';
import { createSiteArchive } from './site-archive.ts';

const by = { id: 'p1', tenant: 't1', name: 'Ada' };
const empty: Snapshot = {
  version: 1,
  environment: 'e',
  website: '00000000-0000-4000-8000-000000000001',
  language: 1033,
  model: 'standard',
  capturedAt: '2026-11-26T08:00:00.000Z',
  origin: 'captured',
  solutions: [],
  records: [],
};
const captured = (environment: string): Captured => ({ snapshot: { ...empty, environment }, notes: {} });

onBothStores('what is kept of sites', ({ fresh }) => {
  const opened = async () => {
    const store = await openStore(await fresh());
    let time = Date.parse('2026-11-26T08:00:00.000Z');
    const now = () => new Date((time += 1000));
    const archiveOf = createSiteArchive(store, { now, markKey: async (tenant) => Buffer.alloc(32, tenant) });
    const runs = createRuns(store, { now });
    const runOf = async (tenant: string) =>
      (await runs.ensure({ title: 'Contoso', key: tenant, by: { ...by, tenant } })).id;
    return { store, archiveOf, runOf };
  };

  test('the latest of each role, and each one by its id; what is the same is kept once, with a newer time', async () => {
    const { store, archiveOf, runOf } = await opened();
    await using _ = store;
    const archive = archiveOf({ run: await runOf('t1'), tenant: 't1' });
    expect(await archive.latest('live')).toBeUndefined();
    const one = await archive.keep('live', captured('one'));
    const later = { ...captured('one').snapshot, capturedAt: '2026-11-26T09:00:00.000Z' };
    const again = await archive.keep('live', { ...captured('one'), snapshot: later });
    expect(again.id).toBe(one.id);
    expect((await archive.latest('live'))?.at).toBe(again.at);
    expect(Date.parse(again.at)).toBeGreaterThan(Date.parse(one.at));
    const other = await archive.keep('live', captured('two'));
    await archive.keep('baseline', captured('three'));
    expect((await archive.latest('live'))?.content.snapshot.environment).toBe('two');
    expect((await archive.find('live', one.id))?.content).toEqual(captured('one'));
    // What was there before comes again as something new: it is the latest then.
    const third = await archive.keep('live', captured('one'));
    expect(third.id).not.toBe(one.id);
    expect((await archive.latest('live'))?.id).toBe(third.id);
    expect(await archive.find('baseline', other.id)).toBeUndefined();
  });

  test('no run sees what another keeps, and no tenant another one’s files or marks', async () => {
    const { store, archiveOf, runOf } = await opened();
    await using _ = store;
    const [one, other] = ['t1', 't2'].map(async (tenant) => archiveOf({ run: await runOf(tenant), tenant }));
    const [ours, theirs] = [await one, await other];
    if (!ours || !theirs) throw new Error('There are two.');
    const kept = await ours.keep('template', captured('ours'));
    await ours.keepFile('hash', Buffer.from([0, 255, 1]));
    await ours.keepFile('hash', Buffer.from([0, 255, 1]));
    expect(await ours.file('hash')).toEqual(Buffer.from([0, 255, 1]));
    expect(await theirs.file('hash')).toBeUndefined();
    expect(await theirs.latest('template')).toBeUndefined();
    expect(await theirs.find('template', kept.id)).toBeUndefined();
    const [mark, foreign] = [await ours.seal(), await theirs.seal()];
    expect(mark('secret')).toBe((await ours.seal())('secret'));
    expect(mark('secret')).not.toBe(foreign('secret'));
    expect(mark('secret')).not.toContain('secret');
  });
});

onBothStores('what is known again', ({ fresh }) => {
  test('a template of another set-up of the same tenant, by its title; the site itself is nobody’s template', async () => {
    const store = await openStore(await fresh());
    await using _ = store;
    const now = () => new Date('2026-11-26T08:00:00.000Z');
    const archiveOf = createSiteArchive(store, { now, markKey: async () => Buffer.alloc(32) });
    const runs = createRuns(store, { now });
    const [ours, next, foreign] = await Promise.all(
      [
        ['t1', 'Fabrikam'],
        ['t1', 'Contoso'],
        ['t2', 'Adatum'],
      ].map(async ([tenant = '', title = '']) => {
        const { id } = await runs.ensure({ title, key: title, by: { ...by, tenant } });
        return archiveOf({ run: id, tenant });
      }),
    );
    if (!ours || !next || !foreign) throw new Error('There are three.');
    const fingerprint = fingerprintOf(empty);
    await ours.keep('live', captured('e'));
    expect(await next.seenAt(fingerprint)).toBeUndefined();
    await ours.keep('template', captured('e'));
    expect(await next.seenAt(fingerprint)).toBe('Fabrikam');
    expect(await ours.seenAt(fingerprint)).toBeUndefined();
    expect(await foreign.seenAt(fingerprint)).toBeUndefined();
    expect(await next.seenAt(fingerprintOf({ ...empty, language: 1031 }))).toBeUndefined();
  });
});

test('a mark is by key: whoever has the store can’t try words', async () => {
  const seal = (fill: number) =>
    createSiteArchive({} as never, { now: () => new Date(), markKey: async () => Buffer.alloc(32, fill) })({
      run: 'r',
      tenant: 't',
    }).seal();
  expect((await seal(1))('hunter2')).not.toBe((await seal(2))('hunter2'));
});
