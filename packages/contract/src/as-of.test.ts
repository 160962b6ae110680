import { emptyRun, type RunState } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { asOf } from './as-of.ts';

test('an override holds until its time, and not a moment longer', () => {
  const override = {
    reason: 'known',
    until: '2027-01-01T00:00:00.000Z',
    by: null,
    at: '2026-12-01T00:00:00.000Z',
  };
  const state: RunState = { ...emptyRun, overrides: { companies: override } };
  expect(asOf(state, '2026-12-31T23:59:59.999Z')).toBe(state);
  expect(asOf(state, '2027-01-01T00:00:00.000Z')).toEqual(emptyRun);
});
