import { decide } from '@portico/merge/decide';
import { match } from '@portico/merge/match';
import { mergeSite } from '@portico/merge/merge-site';
import { undecided } from '@portico/merge/outcome/decisions';
import { planWrites } from '@portico/merge/plan-writes';
import { bigSite } from '@portico/merge/test-support/bench/big-site';
import { provisioned } from '@portico/merge/test-support/some-sites';
import { expect, test } from 'vitest';
import { mergeInThread } from './merge-in-thread.ts';
import { newIdIn } from './new-id.ts';

const sides = (size: number) => ({
  base: bigSite('ours', size),
  ours: bigSite('ours', size, 'ours'),
  theirs: provisioned(bigSite('ours', size + 40, 'theirs'), 'reference'),
});

test('the thread says what the merge itself says, and it can be decided and planned here', async () => {
  const of = sides(300);
  const merged = await mergeInThread({ sides: of });
  const matching = match(of, { newId: ({ id }) => newIdIn(of.ours.website, id) });
  expect(merged.site).toEqual(mergeSite(matching));
  const { writes } = planWrites(decide(merged.site, undecided));
  expect(writes.filter(({ op }) => op === 'create')).toHaveLength(40);
  expect(planWrites(decide((await mergeInThread({ sides: of })).site, undecided)).writes).toEqual(writes);
});

test('what can’t be merged is thrown here', async () => {
  const { base, ours, theirs } = sides(50);
  await expect(
    mergeInThread({ sides: { base, ours, theirs: { ...theirs, language: 2052 } } }),
  ).rejects.toThrow('differ in their language');
});

test('three thousand records are merged while this thread goes on answering', async () => {
  const merging = mergeInThread({ sides: sides(3000) });
  const turn = () => new Promise((resolve) => void setImmediate(resolve, true));
  let turns = 0;
  while (await Promise.race([merging.then(() => false), turn()])) turns += 1;
  expect((await merging).site.records).toHaveLength(3040);
  expect(turns).toBeGreaterThan(100);
});

test('an id is made for one site, the same each time, and shaped as one', () => {
  const [one, again, other] = [newIdIn('a', 'x'), newIdIn('a', 'x'), newIdIn('b', 'x')];
  expect(one).toBe(again);
  expect(one).not.toBe(other);
  expect(one).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});
