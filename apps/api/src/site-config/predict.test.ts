import { keyOfChoice, type UpdateChoice } from '@portico/contract/update';
import { openThings } from '@portico/contract/update-needs';
import { match } from '@portico/merge/match';
import { mergeSite } from '@portico/merge/merge-site';
import type { Snapshot } from '@portico/merge/snapshot';
import { provisioned, record, records, snapshotOf } from '@portico/merge/test-support/some-sites';
import { expect, test } from 'vitest';
import type { MergeRequest } from '../merge/merge-in-thread.ts';
import { newIdIn } from '../merge/new-id.ts';
import { openStore } from '../store/open-store.ts';
import { createRuns } from '../store/runs.ts';
import { onBothStores } from '../test-support/both-stores.ts';
import { knownTemplates, newerFor } from './known-templates.ts';
import { createMerge, keptSides } from './merge-kept.ts';
import { overviewOf } from './overview.ts';
import { createPredict } from './predict.ts';
import { createSiteArchive } from './site-archive.ts';

const snippet = (name: string, value: string) =>
  record('adx_contentsnippet', name, { fields: { adx_name: name, adx_value: value } });
/** A site with a text that the template changes, one that both change, and what only one side has. */
const site = (both: string, template: string, capturedAt: string, ...more: readonly string[]): Snapshot => ({
  ...snapshotOf('site', [
    ...records,
    snippet('both', both),
    snippet('template', template),
    ...more.map((name) => snippet(name, name)),
  ]),
  capturedAt: `2026-${capturedAt}T08:00:00.000Z`,
});
const captured = (snapshot: Snapshot) => ({ snapshot, notes: {} });
const none = { create: 0, update: 0, link: 0, deactivate: 0, reactivate: 0 };
const by = { id: 'p1', tenant: 't1', name: 'Ada' };

onBothStores('what an update is predicted to come to', ({ fresh }) => {
  const opened = async (customers: number) => {
    const store = await openStore(await fresh());
    let time = Date.parse('2026-11-26T08:00:00.000Z');
    const now = () => new Date((time += 1000));
    const archiveOf = createSiteArchive(store, { now, markKey: async () => Buffer.alloc(32) });
    const runs = createRuns(store, { now });
    const merges = { all: 0, atOnce: 0, most: 0 };
    const merge = createMerge(async ({ sides, answers = {} }: MergeRequest) => {
      merges.all += 1;
      merges.most = Math.max(merges.most, (merges.atOnce += 1));
      // Whoever else waits has their turn before this one ends.
      await new Promise((resolve) => void setImmediate(resolve));
      const matching = match(sides, { answers, newId: ({ id }) => newIdIn(sides.ours.website, id) });
      merges.atOnce -= 1;
      return { matching, site: mergeSite(matching) };
    }, 1);
    const predict = createPredict(merge);
    const setUp = async (title: string) => {
      const { id } = await runs.ensure({ title, key: title, by });
      return archiveOf({ run: id, tenant: 't1' });
    };
    const reference = await setUp('Reference');
    const { id: template } = await reference.keep(
      'template',
      captured(provisioned(site('their text', 'theirs', '05-10', 'new one', 'new two'), 'reference')),
    );
    const archives = [];
    for (let n = 0; n < customers; n += 1) {
      const archive = await setUp(`Customer ${n}`);
      await archive.keep('baseline', captured(site('a text', 'a template', '01-10')));
      await archive.keep('live', captured(site('our text', 'a template', '11-10', `own ${n}`)));
      archives.push(archive);
    }
    return { store, archives, template, predict, merge, merges };
  };

  // A hundred and fifty rows of a store that syncs each of them.
  test('a list of fifty merges nothing, and however often and however many ask, each site is merged once and in turn', {
    timeout: 120_000,
  }, async () => {
    const { store, archives, template, predict, merges } = await opened(50);
    await using _ = store;
    const { standings, templates } = await knownTemplates(store)('t1');
    expect(standings.map((each) => newerFor(each, templates)?.id)).toEqual(Array(50).fill(template));
    expect(merges.all).toBe(0);
    for (const round of [1, 2]) {
      const asked = [...archives, ...archives].map((archive) => predict({ archive, choices: {} }, template));
      const answers = await Promise.all(asked);
      expect([round, merges.all, merges.most]).toEqual([round, 50, 1]);
      for (const counts of answers)
        expect(counts).toMatchObject({ writes: { ...none, create: 2, update: 1 }, decide: 1 });
    }
  });

  test('it is worked out anew when the site was edited or something was decided, and says when the site was looked at', async () => {
    const { store, archives, template, predict, merges } = await opened(1);
    await using _ = store;
    const [archive] = archives;
    if (!archive) throw new Error('There is one.');
    const first = await predict({ archive, choices: {} }, template);
    const again = await archive.keep('live', captured(site('our text', 'a template', '11-12', 'own 0')));
    const second = await predict({ archive, choices: {} }, template);
    expect([second, merges.all]).toEqual([{ ...first, looked: again.at }, 1]);
    expect(second.looked > first.looked).toBe(true);
    const choice = { kind: 'rule', take: 'mine' } as const;
    const choices = { rule: { step: 'update', choice, seq: 9, by, at: again.at } };
    expect((await predict({ archive, choices }, template)).decide).toBe(0);
    await archive.keep('live', captured(site('our text', 'ours too', '11-13')));
    expect((await predict({ archive, choices: {} }, template)).decide).toBe(2);
  });

  test('it counts what the step counts, whatever is decided: nothing, some of it, all, and against the template', async () => {
    const { store, archives, template, predict, merge } = await opened(1);
    await using _ = store;
    const [archive] = archives;
    const kept = await archive?.shared(template);
    if (!archive || !kept) throw new Error('There is one.');
    await archive.keep('template', kept.content);
    const sides = await keptSides(archive);
    if (!sides) throw new Error('All three are kept.');
    const { records } = await overviewOf(await merge(sides, []));
    const idOf = (title: string) => records.find((each) => each.title === title)?.id ?? '';
    const of = (title: string, cell: string, take: 'mine' | 'theirs'): UpdateChoice => ({
      kind: 'cell',
      record: idOf(title),
      cell,
      take,
    });
    const states: readonly (readonly [UpdateChoice[], Partial<typeof none>, number])[] = [
      [[], { create: 2, update: 1 }, 1],
      [[of('new one', 'presence', 'mine')], { create: 1, update: 1 }, 1],
      [[of('both', 'adx_value', 'mine')], { create: 2, update: 1 }, 0],
      [[of('both', 'adx_value', 'theirs')], { create: 2, update: 2 }, 0],
      [[{ kind: 'rule', take: 'mine' }, of('template', 'adx_value', 'mine')], { create: 2 }, 0],
    ];
    for (const [decided, writes, decide] of states) {
      const choices = Object.fromEntries(
        decided.map((choice, seq) => [
          keyOfChoice(choice),
          { step: 'update', choice, seq: seq + 1, by, at: '' },
        ]),
      );
      const predicted = await predict({ archive, choices }, sides.template.id);
      expect(predicted).toMatchObject({ writes: { ...none, ...writes }, decide });
      const shown = await overviewOf(await merge(sides, decided));
      expect([shown.writes, openThings(shown)]).toEqual([predicted.writes, decide]);
    }
  });

  test('before the site was looked at, or of a template that isn’t there, nothing is predicted', async () => {
    const { store, archives, template, predict, merges } = await opened(1);
    await using _ = store;
    const none = { latest: async () => undefined, shared: async () => undefined };
    await expect(predict({ archive: none, choices: {} }, template)).rejects.toMatchObject({
      code: 'not-found',
    });
    const [archive] = archives;
    if (!archive) throw new Error('There is one.');
    await expect(predict({ archive, choices: {} }, 'nothing')).rejects.toMatchObject({ code: 'not-found' });
    expect(merges.all).toBe(0);
  });

  test('one that failed is tried again, and holds up nobody', async () => {
    const { store, archives, template } = await opened(2);
    await using _ = store;
    let tries = 0;
    const predict = createPredict(async () => {
      tries += 1;
      throw new Error(`try ${tries}`);
    });
    const [one, two] = archives;
    if (!one || !two) throw new Error('There are two.');
    const asked = [one, two].map((archive) => predict({ archive, choices: {} }, template));
    const results = await Promise.allSettled(asked);
    expect(new Set(results.map((each) => each.status === 'rejected' && String(each.reason)))).toEqual(
      new Set(['Error: try 1', 'Error: try 2']),
    );
    await expect(predict({ archive: one, choices: {} }, template)).rejects.toThrow('try 3');
  });
});
