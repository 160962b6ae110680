import type { Envelope, RunEvent } from '@portico/plan/event';
import { expect, test } from 'vitest';
import { activityLines } from './activity-lines.ts';

const journal = (...events: readonly RunEvent[]): readonly Envelope[] =>
  events.map((event, index) => ({ run: 'r', seq: index + 1, at: '', by: null, event, hash: '' }));
const says = { id: 'x' };
const good = (check: string): RunEvent => ({
  type: 'check-finished',
  check,
  finding: { state: 'ok', says },
  evidence: [],
  took: 1,
});
const began = (check: string): RunEvent => ({ type: 'check-started', check });
const said: RunEvent = { type: 'operation-said', operation: 'o', says };
const waits: RunEvent = { type: 'operation-waiting', operation: 'o', says, for: 'upstream' };

/** Each line as the numbers of its events. */
const read = (events: readonly Envelope[]) =>
  activityLines(events).map((line) =>
    'envelope' in line ? line.envelope.seq : line.envelopes.map(({ seq }) => seq),
  );

test('a look that ended says nothing more, one that goes on does', () => {
  expect(read(journal(began('a'), good('a'), began('b')))).toEqual([3, 2]);
});

test('checks that passed one after the other are one line, two of them are not', () => {
  expect(read(journal(good('a'), good('b'), good('c'), said))).toEqual([4, [3, 2, 1]]);
  expect(read(journal(good('a'), good('b'), said))).toEqual([3, 2, 1]);
});

test('of an operation the stages fold, and only its last wait is news', () => {
  expect(read(journal(waits, said, waits, said, waits, said, waits))).toEqual([7, [6, 4, 2]]);
});

test('what is only proven later is no news before it was begun', () => {
  const missing: RunEvent = {
    type: 'check-finished',
    check: 'maps-running',
    finding: { state: 'blocked', says, remedy: { owner: 'you', steps: [] } },
    evidence: [],
    took: 1,
  };
  expect(read(journal(missing, good('a')))).toEqual([2]);
});

test('no more lines are made than are drawn, and the last one is whole', () => {
  const events = journal(said, good('a'), good('b'), good('c'), said, began('d'));
  const lines = (most: number) => activityLines(events, most);
  expect(lines(3)).toEqual(activityLines(events).slice(0, 3));
  expect(lines(3)[2]).toMatchObject({ fold: 'checks' });
  expect(lines(1)).toHaveLength(1);
  expect(lines(99)).toHaveLength(4);
});
