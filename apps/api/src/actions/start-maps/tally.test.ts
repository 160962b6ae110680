import { expect, test } from 'vitest';
import type { SyncProgress } from '../../targets/sync-progress.ts';
import { type Ended, keepTally } from './tally.ts';

const order = ['small', 'big', 'last'].map((id) => ({ id, name: id, wanted: id === 'big' }));
/** Of the large one 6,000 rows: an hour as published. What couldn't be counted has no rows. */
const expected = {
  small: { companies: 2, work: 0 },
  big: { companies: 2, work: 3600, rows: 6000 },
  last: { companies: 2, work: 6, rows: 10 },
};
const where = (number: number) => ({ name: order[number - 1]?.id ?? '', number, total: 3 });
const copied = (rows: number, took?: number): Ended => ({
  rows,
  lasted: 30,
  ...(took === undefined ? {} : { took }),
});

function open(more: Partial<Parameters<typeof keepTally>[0]> = {}) {
  let seconds = 0;
  const now = () => new Date(seconds * 1000);
  return {
    tally: keepTally({ order, expected, pace: 1, now, ...more }),
    pass: (more: number) => void (seconds += more),
  };
}
const usmf = (rows: number, took?: number): SyncProgress => ({
  seconds: undefined,
  companies: [
    { company: 'USMF', rows, errors: 0, ended: took !== undefined, seconds: took },
    { company: 'DEMF', rows: 0, errors: 0, ended: false, seconds: undefined },
  ],
});

test('before the start it says how many rows of how many maps, and how long all of them may take', () => {
  expect(open().tally.expecting()).toMatchObject({
    id: 'start-maps.expecting',
    values: { maps: 3, rows: 6010, atLeast: expect.any(Number), atMost: expect.any(Number) },
  });
  expect(open({ expected: {} }).tally.expecting()).toBeUndefined();
});

test('where a person starts them, what is left is that of the maps that don’t run yet', () => {
  const { tally } = open();
  const most = (running: readonly string[]) => Number(tally.without(running)['atMost']);
  const [all, without, none] = [most([]), most(['big', 'elsewhere']), most(['small', 'last'])];
  expect(all).toBeGreaterThan(3600);
  expect(without).toBeLessThan(all / 2);
  expect(none).toBeLessThanOrEqual(1);
});

test('where a map of the portal couldn’t be counted, nobody says how long', () => {
  const uncounted = { ...expected, big: { companies: 2, work: 0 } };
  const { tally } = open({ expected: uncounted });
  expect(tally.expecting()?.values).toEqual({ maps: 3, rows: 10 });
  expect(tally.turn('big', where(2)).begins()).toEqual({
    says: { id: 'start-maps.copying', values: { ...where(2), expected: 0 } },
    usually: 600,
  });
  // Once it is over, the rest is known.
  expect(tally.ended('big', where(2), copied(70, 90)).values).toHaveProperty('atMost');
});

test('a map that was copied says what was expected of it and what it was, as far as either is known', () => {
  const { tally } = open();
  const { atLeast: _, atMost: __, ...small } = tally.ended('small', where(1), copied(8, 40)).values ?? {};
  expect(small).toEqual({ ...where(1), rows: 8, took: 40 });
  expect(tally.ended('big', where(2), copied(5990)).values).toMatchObject({ rows: 5990, expected: 6000 });
  expect(tally.ended('last', where(3), 'running')).toMatchObject({
    id: 'start-maps.there',
    values: { atLeast: 0, atMost: 0 },
  });
});

test('passes of a map count together, and one without a time leaves the whole without', () => {
  const { tally } = open();
  tally.failed('small', 100);
  tally.failed('small', 50);
  expect(tally.ended('small', where(1), copied(8, 40)).values?.['took']).toBe(190);
  tally.failed('big', undefined);
  expect(tally.ended('big', where(2), copied(6000, 3000)).values).not.toHaveProperty('took');
});

test('the same answers give the same words after a crash', () => {
  const answers: readonly (readonly [string, number, Ended])[] = [
    ['small', 1, copied(8, 40)],
    ['big', 2, copied(5900, 9000)],
  ];
  const [before, after] = [open(), open()];
  after.pass(100_000);
  for (const [id, number, answer] of answers)
    expect(after.tally.ended(id, where(number), answer)).toEqual(
      before.tally.ended(id, where(number), answer),
    );
  expect(after.tally.turn('last', where(3)).begins()).toEqual(before.tally.turn('last', where(3)).begins());
});

test('rows by company are told as they come: each tenth, each company, and when the end has moved', () => {
  const { tally, pass } = open();
  const turn = tally.turn('big', where(2));
  expect(turn.goesOn(usmf(0))?.says.values).toMatchObject({
    rows: 0,
    expected: 6000,
    ended: 0,
    'company USMF': 0,
  });
  pass(20);
  expect(turn.goesOn(usmf(10))).toBeUndefined();
  pass(20);
  expect(turn.goesOn(usmf(700))?.says.values).toMatchObject({ rows: 700, 'company USMF': 700 });
  pass(20);
  expect(turn.goesOn(usmf(900))).toBeUndefined();
  expect(turn.goesOn(usmf(901, 60))?.says.values).toMatchObject({ ended: 1 });
  // Nothing arrives for long: it ends later, and somebody who watches reads it.
  pass(20_000);
  expect(turn.goesOn(usmf(901, 60))).toBeDefined();
});

test('of a copying that hangs less and less is told', () => {
  const { tally, pass } = open();
  const turn = tally.turn('last', where(3));
  let told = 0;
  for (let look = 0; look < 4320; look += 1) {
    pass(20);
    if (turn.goesOn(usmf(0))) told += 1;
  }
  expect(told).toBeGreaterThan(3);
  expect(told).toBeLessThan(30);
});

test('a slow company moves the end away, a quick one brings it near', () => {
  const most = (took: number) => {
    const { tally } = open();
    return Number(tally.turn('big', where(2)).goesOn(usmf(2000, took))?.says.values?.['atMost']);
  };
  expect(most(6000)).toBeGreaterThan(most(1300));
  expect(most(1300)).toBeGreaterThan(most(200));
});

test('in a rehearsal time passes faster, and what is left is told in ours', () => {
  const left = (pace: number) => Number(open({ pace }).tally.expecting()?.values?.['atMost']);
  expect(left(100)).toBe(Math.round(left(1) / 100));
});
