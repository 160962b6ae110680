import { gate, type Status } from '@portico/plan/gate';
import type { Plan } from '@portico/plan/plan';
import { emptyRun, type OperationState, reduce } from '@portico/plan/reduce';
import { journalsOf } from '@portico/plan/test-support/some-events';
import { plans } from '@portico/plan/test-support/some-plans';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { plan as ours } from './plan.ts';
import { nextStep, progress } from './progress.ts';

const told = plans.chain((plan) =>
  fc.tuple(
    fc.constant(plan),
    journalsOf(plan, 80).map((events) =>
      events.reduce((state, event) => reduce(plan, state, event), emptyRun),
    ),
  ),
);

/** The same plan, with a step of later days. */
const recurringAt = (plan: Plan, index: number): Plan => ({
  ...plan,
  steps: plan.steps.map((step, at) => (at === index ? { ...step, recurring: true } : step)),
});

test('progress counts no more than there is, and names a next step exactly while one is open', () => {
  fc.assert(
    fc.property(told, fc.nat(5), ([given, state], index) => {
      const plan = recurringAt(given, index);
      const gates = gate(plan, state);
      const { done, total, next } = progress(plan, gates);
      const own = plan.steps.filter(({ recurring }) => !recurring);
      expect(total).toBe(own.length);
      expect(done).toBeLessThanOrEqual(total);
      expect(next === undefined).toBe(done === total);
      const states = own.map(({ id }) => gates[id]);
      expect(next !== undefined || states.every((each) => each?.passable)).toBe(true);
      // What can't start is only named when nothing else can.
      const stuck = next !== undefined && gates[next]?.status === 'cannot-start';
      const others = states.filter((each) => !each?.passable && each?.status !== 'cannot-start');
      expect(stuck ? others : []).toEqual([]);
    }),
  );
});

test('an update that is under way is what comes next; one that is applied, taken back or not begun isn’t', () => {
  const state = (action?: 'apply-update' | 'roll-back', outcome: 'done' | 'failed' = 'done') => {
    const operation = { id: 'o', action, finished: { outcome } } as unknown as OperationState;
    return { ...emptyRun, operations: action ? { o: operation } : {} };
  };
  const next = (status: Status, passable: boolean, of = state()) =>
    nextStep(ours, of, { ...gate(ours, of), update: { status, passable, reasons: [] } });
  const setUp = progress(ours, gate(ours, emptyRun)).next;
  expect(setUp).toBe('environment');
  for (const status of ['your-turn', 'in-progress', 'problem'] as const)
    expect(next(status, false)).toBe('update');
  expect(next('in-progress', false, state('apply-update'))).toBe('update');
  expect(next('in-progress', false, state('roll-back', 'failed'))).toBe('update');
  expect(next('in-progress', false, state('roll-back'))).toBe(setUp);
  expect(next('completed', true, state('apply-update'))).toBe(setUp);
  expect(next('not-started', false)).toBe(setUp);
});
