import type { UpdateOverview } from '@portico/contract/update';
import { checks } from '../checks/index.ts';
import { expect, test } from 'vitest';
import { overviewOf } from '../site-config/overview.ts';
import { baselineOf, lookAtSite, lookAtTemplate, readSite, updateOf } from '../site-config/read-sites.ts';
import applyUpdate from './apply-update.ts';
import rollBack from './roll-back.ts';
import { actIn } from './test-support/acting.ts';
import { type Updating, updatingInTwin } from './test-support/update-in-twin.ts';

async function look({ targets }: Updating): Promise<UpdateOverview> {
  const now = targets();
  await baselineOf(now);
  await lookAtTemplate(now);
  await lookAtSite(now);
  const merging = await updateOf(now);
  if (!merging) throw new Error('All three sides were read.');
  return overviewOf(merging);
}

/** Everything that is asked is answered: ticks are given, and of conflicts ours are kept. */
async function decideAll(updating: Updating): Promise<UpdateOverview> {
  const { records } = await look(updating);
  for (const { id, tick } of records)
    if (tick) updating.choose({ kind: 'tick', record: id, allow: true, shown: tick.shown });
  updating.choose({ kind: 'rule', take: 'mine' });
  return look(updating);
}

const proof = async ({ targets }: Updating) => {
  const { observe, judge } = checks['update-applied'];
  return judge(await observe(targets()));
};

/** What the site says, without versions and dates. */
async function said({ targets }: Updating) {
  const { snapshot } = await readSite(targets());
  return snapshot.records
    .filter(({ inactive }) => !inactive)
    .map(({ etag: _, untouched: __, ...record }) => record)
    .sort((one, other) => (one.id < other.id ? -1 : 1));
}

test('an update is in the site as a whole, proven by reading it, and taken back to the byte', async () => {
  await using stack = new AsyncDisposableStack();
  const updating = await updatingInTwin(stack);
  const before = await said(updating);
  const overview = await decideAll(updating);
  expect(overview.writes?.create).toBeGreaterThan(5);
  expect((await proof(updating)).facts).toEqual({ state: 'before' });

  const ended = await actIn(updating.twin, applyUpdate, updating.targets(), { driver: 'automatic' });
  expect(ended.problem).toBeUndefined();
  expect(await proof(updating)).toMatchObject({ state: 'ok', facts: { state: 'applied' } });
  expect(await said(updating)).not.toEqual(before);
  expect((await look(updating)).records.filter(({ state }) => state === 'theirs')).toEqual([]);

  const back = await actIn(updating.twin, rollBack, updating.targets(), { driver: 'automatic' });
  expect(back.problem).toBeUndefined();
  expect((await proof(updating)).facts).toEqual({ state: 'taken-back' });
  expect(await said(updating)).toEqual(before);
});
