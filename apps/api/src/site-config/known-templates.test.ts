import type { Snapshot } from '@portico/merge/snapshot';
import { provisioned, record, records, snapshotOf } from '@portico/merge/test-support/some-sites';
import { expect, test } from 'vitest';
import { openStore } from '../store/open-store.ts';
import { createRuns } from '../store/runs.ts';
import { onBothStores } from '../test-support/both-stores.ts';
import type { Captured } from './archive.ts';
import { knownTemplates, newerFor, unfitFor } from './known-templates.ts';
import { createSiteArchive } from './site-archive.ts';

/** A template by its version, as it is made somewhere at some time. */
const made = (
  version: string,
  where: string,
  capturedAt: string,
  more: Partial<Snapshot> = {},
): Snapshot => ({
  ...provisioned(
    snapshotOf('a', [
      ...records,
      record('adx_sitesetting', 'version', { fields: { adx_name: 'version', adx_value: version } }),
    ]),
    where,
  ),
  capturedAt: `2026-${capturedAt}T08:00:00.000Z`,
  ...more,
});
const captured = (snapshot: Snapshot, more: Partial<Captured> = {}): Captured => ({
  snapshot,
  notes: {},
  ...more,
});

onBothStores('which templates are known', ({ fresh }) => {
  const opened = async () => {
    const store = await openStore(await fresh());
    let time = Date.parse('2026-11-26T08:00:00.000Z');
    const now = () => new Date((time += 1000));
    const archiveOf = createSiteArchive(store, { now, markKey: async () => Buffer.alloc(32) });
    const runs = createRuns(store, { now });
    const setUp = async (title: string, tenant = 't1') => {
      const by = { id: 'p1', tenant, name: 'Ada' };
      const { id } = await runs.ensure({ title, key: title, by });
      return { id, archive: archiveOf({ run: id, tenant }) };
    };
    const known = knownTemplates(store);
    /** The title of the set-up with what is newer, by the title of each that stands on something older. */
    const newer = async () => {
      const { standings, templates } = await known('t1');
      return Object.fromEntries(
        standings.map((each) => [each.title, newerFor(each, templates)?.name ?? 'nothing']),
      );
    };
    return { store, setUp, known, newer };
  };

  test('what a site stands on, and what was met after it: in a site that was made, a reference site or a file', async () => {
    const { store, setUp, known, newer } = await opened();
    await using _ = store;
    const [one, two, three] = await Promise.all(['Adatum', 'Contoso', 'Fabrikam'].map((each) => setUp(each)));
    if (!one || !two || !three) throw new Error('There are three.');
    expect(await known('t1')).toEqual({ standings: [], templates: [] });
    await one.archive.keep('baseline', captured(made('1', 'one', '01-10'), { name: 'One' }));
    await two.archive.keep('baseline', captured(made('1', 'two', '02-10'), { name: 'Two' }));
    // Nothing but the template: wherever it was made it is the same one.
    expect(await newer()).toEqual({ Adatum: 'nothing', Contoso: 'nothing' });
    await three.archive.keep('baseline', captured(made('2', 'three', '05-10'), { name: 'Three' }));
    expect(await newer()).toEqual({ Adatum: 'Three', Contoso: 'Three', Fabrikam: 'nothing' });
    await two.archive.keep('template', captured(made('3', 'reference', '06-10'), { name: 'Reference' }));
    expect(await newer()).toEqual({ Adatum: 'Reference', Contoso: 'Reference', Fabrikam: 'Reference' });
    const file = { name: 'vault.json', imported: { from: 'file', by: 'Ada' } } as const;
    await one.archive.keep('imported', captured(made('4', 'elsewhere', '07-10'), file));
    expect(await newer()).toMatchObject({ Adatum: 'vault.json', Contoso: 'vault.json' });
    // An old one that is read today was met before: it isn’t new.
    await three.archive.keep('template', captured(made('1', 'old', '11-10'), { name: 'Old' }));
    expect(await newer()).toMatchObject({ Adatum: 'vault.json', Fabrikam: 'vault.json' });
    const { standings } = await known('t1');
    expect(standings.map(({ title, looked }) => [title, looked])).toEqual([
      ['Adatum', undefined],
      ['Contoso', undefined],
      ['Fabrikam', undefined],
    ]);
    const look = await one.archive.keep('live', captured(made('1', 'one', '11-20')));
    expect((await known('t1')).standings[0]?.looked).toBe(look.at);
  });

  test('after an update the site stands on what it took over; taken back, on what it was made from', async () => {
    const { store, setUp, newer } = await opened();
    await using _ = store;
    const { archive } = await setUp('Contoso');
    const before = captured(made('1', 'one', '01-10'), { name: 'One' });
    await archive.keep('baseline', before);
    const template = await archive.keep(
      'template',
      captured(made('2', 'reference', '05-10'), { name: 'Reference' }),
    );
    expect(await newer()).toEqual({ Contoso: 'Reference' });
    // A page that the site can’t have was left out, so it says something else than the template.
    const after = made('2', 'one', '05-20');
    const took = { ...after, records: after.records.slice(0, -2) };
    await archive.keep('baseline', captured(took, { took: template.id, decided: 7 }));
    expect(await newer()).toEqual({ Contoso: 'nothing' });
    await archive.keep('baseline', before);
    expect(await newer()).toEqual({ Contoso: 'Reference' });
  });

  test('a site that was made long before anybody kept it, or of which nobody knows what it was made from', async () => {
    const { store, setUp, newer } = await opened();
    await using _ = store;
    const reference = await setUp('Fabrikam');
    await reference.archive.keep(
      'template',
      captured(made('2', 'reference', '05-10'), { name: 'Reference' }),
    );
    const late = await setUp('Late');
    const bare = made('1', 'late', '06-10');
    // In an older site nobody can tell what the template put together.
    const withoutSets = { ...bare, records: bare.records.map((each) => ({ ...each, sets: {} })) };
    await late.archive.keep('baseline', captured(withoutSets, { made: '2026-01-10T08:00:00.000Z' }));
    const inferred = await setUp('Put together');
    await inferred.archive.keep('baseline', captured(made('0', 'other', '11-10', { origin: 'inferred' })));
    // Neither of the two is a template of anybody.
    expect(await newer()).toEqual({ Late: 'Reference', 'Put together': 'Reference' });
  });

  test('another language or data model isn’t newer, nor what the site itself was once', async () => {
    const { store, setUp, known, newer } = await opened();
    await using _ = store;
    const { archive } = await setUp('Contoso');
    const other = await setUp('Fabrikam');
    await archive.keep('baseline', captured(made('1', 'one', '01-10')));
    await other.archive.keep('template', captured(made('2', 'german', '05-10', { language: 1031 })));
    await other.archive.keep('template', captured(made('3', 'enhanced', '06-10', { model: 'enhanced' })));
    await other.archive.keep('baseline', captured(made('4', 'one', '07-10')));
    expect((await newer())['Contoso']).toBe('nothing');
    const { standings, templates } = await known('t1');
    const [contoso] = standings;
    expect(contoso && templates.map((each) => unfitFor(contoso, each))).toEqual([
      'own',
      'language',
      'model',
      'own',
    ]);
  });

  test('another site in the same environment is none, unless the same was met elsewhere too', async () => {
    const { store, setUp, newer } = await opened();
    await using _ = store;
    const [former, now, elsewhere] = [await setUp('Former'), await setUp('Now'), await setUp('Elsewhere')];
    await former.archive.keep(
      'baseline',
      captured({ ...made('2', 'former', '05-10'), environment: 'PLACE' }),
    );
    await now.archive.keep('baseline', captured({ ...made('1', 'now', '01-10'), environment: 'place' }));
    expect(await newer()).toEqual({ Former: 'nothing', Now: 'nothing' });
    // The same template, made somewhere else as well.
    await elsewhere.archive.keep(
      'baseline',
      captured({ ...made('2', 'there', '06-10'), environment: 'other' }, { name: 'There' }),
    );
    expect(await newer()).toMatchObject({ Now: expect.any(String) as string });
    expect((await newer())['Now']).not.toBe('nothing');
  });

  test('no tenant meets another one’s templates', async () => {
    const { store, setUp, known, newer } = await opened();
    await using _ = store;
    const ours = await setUp('Contoso');
    const foreign = await setUp('Wingtip', 't2');
    await ours.archive.keep('baseline', captured(made('1', 'one', '01-10')));
    const theirs = await foreign.archive.keep('template', captured(made('2', 'reference', '05-10')));
    expect(await newer()).toEqual({ Contoso: 'nothing' });
    expect(await known('t3')).toEqual({ standings: [], templates: [] });
    expect(await ours.archive.shared(theirs.id)).toBeUndefined();
    expect((await foreign.archive.shared(theirs.id))?.content.sharedBy).toBe('Wingtip');
  });

  test('only a whole template is shared, without what holds for its own environment alone', async () => {
    const { store, setUp } = await opened();
    await using _ = store;
    const [one, two] = [await setUp('Contoso'), await setUp('Fabrikam')];
    const site = captured(made('1', 'one', '01-10'), { made: '2026-01-10T08:00:00.000Z' });
    const kept = await one.archive.keep('baseline', { ...site, notes: { a: { id: 'b' } } });
    expect(await two.archive.shared(kept.id)).toEqual({
      ...kept,
      content: { snapshot: site.snapshot, notes: {}, sharedBy: 'Contoso' },
    });
    const live = await one.archive.keep('live', site);
    const inferred = await one.archive.keep(
      'baseline',
      captured(made('1', 'one', '02-10', { origin: 'inferred' })),
    );
    for (const { id } of [live, inferred]) expect(await two.archive.shared(id)).toBeUndefined();
  });

  test('what was kept before anybody asked for it is described once', async () => {
    const { store, setUp, known } = await opened();
    await using _ = store;
    const { archive } = await setUp('Contoso');
    await archive.keep('baseline', captured(made('1', 'one', '01-10'), { name: 'One' }));
    const before = await known('t1');
    await store.db.updateTable('archived').set({ about: null }).execute();
    expect(await known('t1')).toEqual(before);
    expect(await store.db.selectFrom('archived').select('id').where('about', 'is', null).execute()).toEqual(
      [],
    );
  });
});
