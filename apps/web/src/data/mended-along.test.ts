import type { CheckState } from '@portico/plan/reduce';
import { expect, it } from 'vitest';
import { mendedAlong } from './mended-along.ts';

const says = { id: 'x' };
const skipped = (because: string): CheckState => ({
  running: false,
  finding: { state: 'skipped', because, says },
});
const unknown = (code: string): CheckState => ({
  running: false,
  finding: { state: 'unknown', says, problem: { code } },
});
const ok: CheckState = { running: false, finding: { state: 'ok', says } };

it('takes along what was skipped because of a check, however far down, and nothing else', () => {
  const checks = { c: skipped('b'), b: skipped('a'), a: ok, z: skipped('y'), begun: { running: true } };
  expect(mendedAlong({ checks }, ['a'])).toEqual(['a', 'b', 'c']);
  expect(mendedAlong({ checks }, ['begun'])).toEqual(['begun']);
  expect(mendedAlong({ checks: { a: skipped('b'), b: skipped('a') } }, ['a'])).toEqual(['a', 'b']);
});

it('takes along all that was refused, because one consent or sign-in mends all of it', () => {
  const checks = {
    one: unknown('consent-missing'),
    two: unknown('needs-sign-in'),
    down: unknown('upstream-unavailable'),
    behind: skipped('two'),
    odd: unknown('no-such-code'),
  };
  expect(mendedAlong({ checks }, ['one'])).toEqual(['one', 'two', 'behind']);
  expect(mendedAlong({ checks }, ['down'])).toEqual(['down']);
});
