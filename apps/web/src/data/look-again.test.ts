import type { Finding } from '@portico/plan/finding';
import type { Step } from '@portico/plan/plan';
import { emptyRun, type RunState } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { pauseAfter, stuckChecks } from './look-again.ts';

const step: Step = {
  id: 's',
  group: 'g',
  after: [],
  asks: false,
  checks: ['a', 'b', 'c', 'd', 'e'],
  soft: ['c'],
  advice: ['f'],
  actions: [],
  later: [],
  proof: [],
};
const remedy = { owner: 'tenant-admin', steps: [] } as const;
const says = { id: 'x' };

test('what is blocked or unknown is looked at again, unless somebody passed it or it is being looked at', () => {
  const findings: Record<string, Finding> = {
    a: { state: 'ok', says },
    b: { state: 'blocked', says, remedy },
    c: { state: 'blocked', says, remedy },
    d: { state: 'unknown', says, problem: { code: 'upstream-unavailable' } },
    e: { state: 'skipped', says, because: 'b' },
    f: { state: 'blocked', says, remedy },
  };
  const checks: RunState['checks'] = Object.fromEntries(
    Object.entries(findings).map(([id, finding]) => [id, { running: false, finding }]),
  );
  const state: RunState = { ...emptyRun, checks };
  expect(stuckChecks(step, state)).toEqual(['b', 'c', 'd']);
  const override = { reason: 'known', until: '2030-01-01T00:00:00.000Z', by: null, at: '' };
  expect(stuckChecks(step, { ...state, overrides: { c: override, b: override } })).toEqual(['b', 'd']);
  const looking = { ...checks, b: { ...checks['b'], running: true } };
  expect(stuckChecks(step, { ...state, checks: looking })).toEqual(['c', 'd']);
});

test('pauses grow, and end', () => {
  const all = Array.from({ length: 20 }, (_, looks) => pauseAfter(looks));
  const given = all.filter((pause) => pause !== undefined);
  expect(given).toEqual(given.toSorted((a, b) => a - b));
  expect(given[0]).toBe(30_000);
  expect(given.length).toBeLessThan(all.length);
  // About an hour altogether.
  const minutes = given.reduce((sum, pause) => sum + pause, 0) / 60_000;
  expect(minutes).toBeGreaterThan(45);
  expect(minutes).toBeLessThan(75);
});
