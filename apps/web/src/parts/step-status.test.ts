import { plan } from '@portico/contract/plan';
import type { Owner } from '@portico/plan/finding';
import { type CheckState, emptyRun, type OperationState } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { statusFor, stepStatus } from './step-status.ts';
import { worthKnowing } from './worth-knowing.ts';

const says = { id: 'x' };
const remedy = { owner: 'microsoft', steps: [] } as const;
const found = (state: 'warn' | 'ok'): CheckState => ({
  running: false,
  finding: state === 'ok' ? { state, says } : { state, says, remedy },
});

test('A step that is done with a warning says so, and no other status is hidden by it', () => {
  expect(stepStatus({ status: 'completed', heed: 0 }).symbol).toBe('good');
  expect(stepStatus({ status: 'completed', heed: 2 })).toMatchObject({
    symbol: 'careful',
    words: { values: { n: 2 } },
  });
  expect(stepStatus({ status: 'problem', heed: 2 }).symbol).toBe('bad');
});

test('What was done and builds on something broken is done, and says what needs repair', () => {
  expect(stepStatus({ status: 'cannot-start', heed: 0, repair: 'Table maps' })).toMatchObject({
    symbol: 'careful',
    words: { id: 'web.status.undermined', values: { step: 'Table maps' } },
  });
  expect(stepStatus({ status: 'cannot-start', heed: 0 }).symbol).toBe('closed');
  expect(stepStatus({ status: 'not-started', heed: 0, recurring: true }).words.id).toBe(
    'web.status.whenever',
  );
});

test('What is only read is never completed and never closed, and what somebody went on without is said', () => {
  for (const status of ['completed', 'cannot-start'] as const)
    expect(stepStatus({ status, heed: 0, reads: true })).toMatchObject({
      symbol: 'info',
      words: { id: 'web.status.readable' },
    });
  expect(stepStatus({ status: 'unverified', heed: 0, without: 1 })).toMatchObject({
    symbol: 'careful',
    words: { id: 'web.status.without', values: { n: 1 } },
  });
  expect(stepStatus({ status: 'your-turn', heed: 0 }).symbol).toBe('turn');
});

const at = '2026-11-26T08:00:00Z';
const handedOver = {
  h: { handOff: 'h', to: 'Mona', until: '2999-01-01T00:00:00Z', state: 'given', by: null, at, since: at },
} as const;
const guided = (who: Owner, handOffs: OperationState['handOffs'] = {}): OperationState => ({
  id: 'op',
  action: 'place-order',
  key: 'k',
  driver: 'guided',
  changes: [],
  guide: { who, link: '', steps: [], notice: says },
  by: null,
  startedAt: at,
  said: [],
  wrote: 0,
  cancelling: false,
  handOffs,
});

test.each([
  ['whoever looks', guided('you'), 'your-turn'],
  ['whoever was asked', guided('you', handedOver), 'waiting'],
  ['an administrator, who looks', guided('environment-admin'), 'your-turn'],
  ['another administrator', guided('tenant-admin'), 'waiting'],
] as const)('What waits for a person waits for %s', (_, op, status) => {
  const [step] = plan.steps.filter(({ id }) => id === 'test-order');
  const checks = { 'system-administrator': found('ok') };
  const gate = { status: 'waiting', passable: false, reasons: [] } as const;
  expect(step && statusFor(step, { ...emptyRun, checks, operations: { op } }, gate)).toBe(status);
});

test('Warnings count in checks, advice and proof alike', () => {
  const [step] = plan.steps.filter(({ id }) => id === 'dual-write');
  expect(step).toBeDefined();
  const checks = {
    'application-users': found('ok'),
    companies: found('warn'),
    'dual-write-packages': found('warn'),
    'dual-write-solutions': found('warn'),
    'price-lists': found('warn'),
  };
  expect(step && worthKnowing(step, { ...emptyRun, checks })).toEqual([
    'dual-write-solutions',
    'companies',
    'dual-write-packages',
  ]);
});
