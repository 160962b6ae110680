import { expect, test } from 'vitest';
import { judge } from './apply.ts';
import { boundOf, unorderedOf } from './apply-bound.ts';
import { type Applied, applyForReal } from './apply-for-real.ts';

const takes = { request: 60, operation: 20 };

test.each([
  ['one', 10_000, 20, 200_600],
  // The sixth goes over the limit; each later one waits until the one six before it has left the window.
  ['each', 10_000, 20, 380_240],
  ['each', 6000, 20, 120_360],
  // 1,200 s of execution are gone after six sets of 200 s each, when the first of them has left long ago.
  ['one', 10_000, 200, 2_000_600],
] as const)(
  'a batch counts as %s: %i changes of the site take at least so long',
  (batchedRequests, records, operation, bound) => {
    expect(boundOf({ records, takes: { ...takes, operation }, batchedRequests })).toBe(bound);
  },
);

test('one change a request waits for the limit once the 6,000 are sent', () => {
  expect(unorderedOf({ records: 6000, takes })).toBeLessThan(10_000);
  expect(unorderedOf({ records: 10_000, takes })).toBeGreaterThan(300_000);
});

const order = { records: 60, speed: 200, takes, batchedRequests: 'each' } as const;

test('every record of a site is written and counted by the twin, and what is late, throttled or missing is told', async () => {
  const applied = await applyForReal(order);
  expect(applied).toMatchObject({ outcome: 'done', seen: { written: 60, batches: 1, throttled: 0 } });
  expect(applied.written).toBeGreaterThanOrEqual(boundOf(order));
  expect(applied.ended).toBeGreaterThan(applied.written);

  const said: string[] = [];
  const judged = (changed: Partial<Applied>) =>
    judge(order, { ...applied, written: boundOf(order), ...changed }, (line) => void said.push(line));
  const { seen } = applied;
  expect(judged({})).toBe(true);
  expect(said.join('\n')).not.toContain('MISS');
  expect(judged({ written: boundOf(order) * 1.3 })).toBe(false);
  expect(judged({ seen: { ...seen, throttled: 1 } })).toBe(false);
  expect(judged({ seen: { ...seen, written: 59 } })).toBe(false);
  expect(judged({ outcome: 'site-edited' })).toBe(false);
}, 300_000);
