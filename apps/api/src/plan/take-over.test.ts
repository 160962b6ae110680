import type { OperationState } from '@portico/plan/reduce';
import { emptyRun } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { createTakeOver } from './take-over.ts';

const ada = { id: 'ada', tenant: 't', name: 'Ada' };
const mona = { id: 'mona', tenant: 't', name: 'Mona' };

/** An operation of Ada's that waits for a sign-in, and who takes what over when everybody fits. */
function stage(action: string) {
  const taken: string[] = [];
  const takeOver = createTakeOver({
    wizard: { fits: async () => true },
    operations: { takeOver: async (operation, by) => void taken.push(`${operation} ${by.id}`) },
  });
  const operation: OperationState = {
    id: 'op',
    action,
    key: 'k',
    driver: 'guided',
    changes: [],
    by: ada,
    startedAt: '2026-11-26T09:00:00Z',
    said: [],
    wrote: 1,
    cancelling: false,
    handOffs: {},
    waiting: { for: 'sign-in', says: { id: 'waits' }, since: '2026-11-26T09:00:00Z' },
  };
  return { taken, takeOver, state: { ...emptyRun, operations: { op: operation } } };
}

test('a colleague who fits goes on with an action, and never with what watches a check for somebody', async () => {
  const own = stage('start-maps');
  expect(await own.takeOver.asked('run', own.state, 'op', mona)).toBe(true);
  expect(own.taken).toEqual(['op mona']);

  const watch = stage('mend:system-administrator');
  expect(await watch.takeOver.asked('run', watch.state, 'op', mona)).toBe(false);
  await watch.takeOver.opened('run', watch.state, mona);
  expect(watch.taken).toEqual([]);
  // Whoever asked may always have it looked at.
  expect(await watch.takeOver.asked('run', watch.state, 'op', ada)).toBe(true);
});
