import type { Finding } from '@portico/plan/finding';
import { emptyRun, type RunState } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { sortRows } from './check-rows.ts';
import { isMine } from './is-mine.ts';

const says = { id: 'x' };
const remedy = { owner: 'environment-admin', steps: [] } as const;
const blocked: Finding = { state: 'blocked', says, remedy };
const skipped: Finding = { state: 'skipped', says, because: 'c' };
const ok: Finding = { state: 'ok', says };
const warn: Finding = { state: 'warn', says, remedy };
const runWith = (found: Readonly<Record<string, Finding>>): RunState => ({
  ...emptyRun,
  checks: Object.fromEntries(Object.entries(found).map(([id, finding]) => [id, { running: false, finding }])),
});
const sorted = (found: Readonly<Record<string, Finding>>) => {
  const { open, skipped: waits, passed } = sortRows(Object.keys(found), runWith(found));
  return [open, waits, passed].map((rows) => rows.map(({ id }) => id));
};

test('What waits for another check stands apart from what has to be read', () => {
  expect(sorted({ a: skipped, b: warn, c: blocked, d: ok })).toEqual([['c', 'b'], ['a'], ['d']]);
});

test('Where all that is open waits, it is shown: nothing else says why the step stands still', () => {
  expect(sorted({ a: skipped, b: ok })).toEqual([['a'], [], ['b']]);
});

test.each([
  ['environment-admin', 'system-administrator', ok, true],
  ['environment-admin', 'system-administrator', blocked, false],
  ['tenant-admin', 'service-administrator', ok, true],
  ['tenant-admin', 'service-administrator', warn, false],
  ['tenant-admin', 'system-administrator', ok, false],
  ['finance-operations-admin', 'finance-operations-administrator', ok, true],
  ['microsoft', 'system-administrator', ok, false],
] as const)('Whether %s is who looks, when %s says so', (owner, check, finding, mine) => {
  expect(isMine(owner, runWith({ [check]: finding }))).toBe(mine);
});
