import type { CheckId } from '@portico/contract/plan';
import type { Finding } from '@portico/plan/finding';
import { emptyRun, type RunState } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { checks } from '../checks/index.ts';
import { withUnmet } from './with-unmet.ts';

const says = { id: 'x' };
const unknown: Finding = { state: 'unknown', says, problem: { code: 'upstream-unavailable' } };

/** A run in which everything was found to be well, but for some. */
const found = (but: Readonly<Partial<Record<CheckId, Finding>>> = {}): RunState => ({
  ...emptyRun,
  checks: Object.fromEntries(
    Object.keys(checks).map((id) => [
      id,
      { running: false, finding: { state: 'ok', says }, ...finding(but, id) },
    ]),
  ),
});
const finding = (but: Readonly<Record<string, Finding>>, id: string) => (but[id] ? { finding: but[id] } : {});

test('what holds is not looked at again', () => {
  expect(withUnmet(['maps-running'], found())).toEqual(['maps-running']);
});

test('what could not be told is, with what waited for it', () => {
  const skipped: Finding = { state: 'skipped', because: 'dual-write-linked', says };
  const state = found({
    'dual-write-linked': unknown,
    'maps-resolved': skipped,
    'map-prerequisites': skipped,
  });
  expect(withUnmet(['maps-running'], state)).toEqual([
    'dual-write-linked',
    'maps-resolved',
    'map-prerequisites',
    'maps-running',
  ]);
});

test('what nothing here builds on is left alone', () => {
  expect(withUnmet(['site-answers'], found({ 'dual-write-linked': unknown }))).toEqual(['site-answers']);
});

test('where nothing was found, all of it is looked at, each once, before what builds on it', () => {
  const all = withUnmet(['site-provisioned', 'site-answers'], emptyRun);
  expect(new Set(all).size).toBe(all.length);
  for (const id of all)
    for (const other of checks[id].after) expect(all.indexOf(other as CheckId)).toBeLessThan(all.indexOf(id));
  expect(all).toContain('site-absent');
});

test('what a person decided to pass is passed', () => {
  const state = found({ 'site-absent': unknown, 'site-address': unknown });
  const overrides = {
    'site-address': { by: null, reason: 'r', until: 'u' },
  } as unknown as RunState['overrides'];
  expect(withUnmet(['site-provisioned'], { ...state, overrides })).toEqual(['site-provisioned']);
});
