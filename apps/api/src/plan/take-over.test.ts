import type { OperationState, RunState } from '@portico/plan/reduce';
import { emptyRun } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { createTakeOver } from './take-over.ts';

const [alex, mona] = ['alex', 'mona'].map((id) => ({ id, tenant: 't', name: id })) as [Named, Named];
type Named = { id: string; tenant: string; name: string };

const operation = (more: Partial<OperationState> = {}): OperationState => ({
  id: 'op',
  action: 'start-maps',
  key: 'k',
  driver: 'automatic',
  changes: [],
  by: alex,
  startedAt: '2026-11-24T09:00:00Z',
  said: [],
  wrote: 1,
  cancelling: false,
  handOffs: {},
  waiting: { for: 'sign-in', says: { id: 'x' }, since: '2026-11-24T09:00:00Z' },
  ...more,
});
const runWith = (one: OperationState): RunState => ({ ...emptyRun, operations: { op: one } });

function stage(fits = true) {
  const taken: string[] = [];
  let looks = 0;
  const takeOver = createTakeOver({
    wizard: {
      fits: async () => {
        looks += 1;
        return fits;
      },
    },
    operations: { takeOver: async (id, by) => void taken.push(`${id} ${by.id}`) },
  });
  return { takeOver, taken, looks: () => looks };
}

test('opening a run goes on with what has changed something, once, and only for who fits', async () => {
  const { takeOver, taken, looks } = stage();
  const state = runWith(operation());
  await Promise.all([takeOver.opened('run', state, mona), takeOver.opened('run', state, mona)]);
  expect([taken, looks()]).toEqual([['op mona'], 1]);
  const unfit = stage(false);
  await unfit.takeOver.opened('run', state, mona);
  expect(unfit.taken).toEqual([]);
});

const other: [string, Partial<OperationState>][] = [
  ['has changed nothing yet', { wrote: 0 }],
  ['is one’s own', { by: mona }],
  ['waits for Microsoft', { waiting: { for: 'upstream', says: { id: 'x' }, since: '' } }],
  ['has ended', { finished: { outcome: 'done', at: '' } }],
];

test.each(other)('opening a run leaves alone what %s', async (_what, more) => {
  const { takeOver, taken, looks } = stage();
  await takeOver.opened('run', runWith(operation(more)), mona);
  expect([taken, looks()]).toEqual([[], 0]);
});

test('who asks for it goes on also with what has changed nothing, or is told that they can’t', async () => {
  const { takeOver, taken } = stage();
  const fresh = runWith(operation({ wrote: 0 }));
  expect(await takeOver.asked('run', fresh, 'op', mona)).toBe(true);
  expect(taken).toEqual(['op mona']);
  expect(await stage(false).takeOver.asked('run', fresh, 'op', mona)).toBe(false);
  // A nudge of one's own, or of anything else, is none of its business.
  expect(await stage(false).takeOver.asked('run', fresh, 'op', alex)).toBe(true);
  expect(await stage(false).takeOver.asked('run', fresh, 'unknown', mona)).toBe(true);
});
