import { expect, test } from 'vitest';
import type { SyncProgress } from '../../targets/sync-progress.ts';
import { rangeOf } from '../../targets/sync-feasibility.ts';
import { arrivingOf, leftOf, underWayOf } from './reckon-left.ts';

/** 6,000 rows of two companies: an hour at the published pace. */
const big = { id: 'big', wanted: true, companies: 2, work: 3600, rows: 6000 };
const small = { id: 'small', wanted: false, companies: 2, work: 0, rows: 0 };
const company = (rows: number, seconds?: number, errors = 0): SyncProgress['companies'][number] => ({
  company: 'USMF',
  rows,
  errors,
  ended: seconds !== undefined,
  seconds,
});
const progress = (...companies: SyncProgress['companies']): SyncProgress => ({
  companies,
  seconds: undefined,
});

test('before anything is measured, all that is open takes as long as it was expected to', () => {
  expect(leftOf([big, small], [])).toEqual(rangeOf({ companies: 4, work: 3600 }));
  expect(leftOf([], [])).toEqual([0, 0]);
});

test('a map of the portal that couldn’t be counted leaves the whole open; one that it needs doesn’t', () => {
  const { rows: _, ...uncounted } = big;
  expect(leftOf([uncounted, small], [])).toBeUndefined();
  expect(leftOf([{ ...uncounted, wanted: false }], [])).toBeDefined();
});

test('what has arrived is taken off, and so are companies that have begun', () => {
  const underWay = underWayOf(big, progress(company(3000)), undefined);
  expect(underWay).toEqual({ id: 'big', rest: { companies: 1, work: 1800 }, seen: [] });
  expect(leftOf([big, small], [], underWay)).toEqual(rangeOf({ companies: 3, work: 1800 }));
});

test('more rows than were counted leave nothing, and never less than that', () => {
  expect(underWayOf(big, progress(company(7000), company(1)), undefined).rest).toEqual({
    companies: 0,
    work: 0,
  });
});

test('a company that took long makes the rest longer, a quick one shorter; rows that failed took their time too', () => {
  const after = (seconds: number) =>
    leftOf([big], [], underWayOf(big, progress(company(2000, seconds, 1000), company(0)), undefined))?.[1] ??
    0;
  expect(after(7200)).toBeGreaterThan(after(1800));
  expect(after(1800)).toBeGreaterThan(after(600));
});

test('the company under way is measured from its first rows on', () => {
  const first = progress(company(0));
  expect(arrivingOf(undefined, first, 1000)).toBeUndefined();
  const begun = arrivingOf(undefined, progress(company(500)), 2000);
  expect(begun).toEqual({ since: 2000, ended: 0, rows: 500 });
  const later = progress(company(2500));
  expect(arrivingOf(begun, later, 9000)).toBe(begun);
  const { seen } = underWayOf(big, later, begun && { ...begun, seconds: 600 });
  expect(seen).toEqual([{ companies: 0, work: 1200, seconds: 600 }]);
});

test('the next company’s rows are measured for themselves', () => {
  const begun = arrivingOf(undefined, progress(company(500)), 2000);
  expect(arrivingOf(begun, progress(company(3000, 900), company(100)), 9000)).toEqual({
    since: 9000,
    ended: 1,
    rows: 100,
  });
});
