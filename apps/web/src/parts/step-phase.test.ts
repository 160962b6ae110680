import { plan, type StepId } from '@portico/contract/plan';
import type { Finding } from '@portico/plan/finding';
import { checksOf } from '@portico/plan/plan';
import { type CheckState, emptyRun, type RunState } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { gateFor } from '../data/gates.ts';
import { phaseOf } from './step-phase.ts';

const says = { id: 'x' };
const remedy = { owner: 'you', steps: [] } as const;
const ok: Finding = { state: 'ok', says };
const no: Finding = { state: 'blocked', says, remedy };
const todo: Finding = { ...no, todo: true };

/** A run in which all is decided and well but these checks. */
function runWith(bad: Readonly<Record<string, Partial<CheckState>>>): RunState {
  const checks = plan.steps
    .flatMap(checksOf)
    .map((id) => [id, { running: false, finding: ok, ...bad[id] }] as const);
  const answers = Object.fromEntries(plan.steps.filter(({ asks }) => asks).map(({ id }) => [id, {}]));
  return { ...emptyRun, answers, checks: Object.fromEntries(checks) };
}

function phase(id: StepId, bad: Parameters<typeof runWith>[0]) {
  const step = plan.steps.find((each) => each.id === id);
  if (!step) throw new Error(`${id} is no step.`);
  const state = runWith(bad);
  const [action] = step.actions;
  return phaseOf({ step, state, gate: gateFor(state, id), action }, false);
}

test('what only waits for a person is their turn, and nothing else is', () => {
  expect(phase('test-order', { 'order-arrived': { finding: todo } })).toEqual({
    name: 'turn',
    todos: ['order-arrived'],
  });
  expect(phase('test-order', { 'order-arrived': { finding: no } }).name).toBe('blocked');
  const both = { 'order-arrived': { finding: todo }, 'order-prices': { finding: no } };
  expect(phase('test-order', both).name).toBe('blocked');
});

test('what waits for that alone wasn’t looked at, and leaves it their turn', () => {
  const skipped: Finding = { state: 'skipped', says, because: 'users-chosen' };
  const bad = { 'users-chosen': { finding: todo }, 'contacts-usable': { finding: skipped } };
  expect(phase('first-users', bad)).toEqual({ name: 'turn', todos: ['users-chosen'] });
});

test('a private trial is converted first; private in production, making it public is their turn', () => {
  const hidden = { 'site-public': { finding: todo } };
  expect(phase('go-live', { ...hidden, 'site-is-production': { finding: no } }).name).toBe('ready');
  expect(phase('go-live', hidden)).toEqual({ name: 'turn', todos: ['site-public'] });
  expect(phase('go-live', {}).name).toBe('done');
});

test('what was found is looked at again without taking the button away that a person is about to press', () => {
  const again = { running: true };
  expect(phase('first-users', { 'contacts-synced': again }).name).toBe('done');
  expect(phase('test-order', { 'order-arrived': { finding: todo, ...again } }).name).toBe('turn');
  expect(phase('go-live', { 'site-is-production': { finding: no }, 'conversion-kind': again }).name).toBe(
    'ready',
  );
});

test('while something was never seen, or holds the step up, it is being looked at', () => {
  const never = { running: true, finding: undefined };
  expect(phase('first-users', { 'contacts-synced': never })).toMatchObject({ name: 'checking', left: 1 });
  expect(phase('test-order', { 'order-prices': { finding: no, running: true } })).toMatchObject({
    name: 'checking',
    left: 1,
  });
});
