import type { Finding } from '@portico/plan/finding';
import { emptyRun, type RunState } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { health, lookedAt, repairs } from './health.ts';

const says = { id: 'x' };
const remedy = { owner: 'you', steps: [says] } as const;
const ok: Finding = { state: 'ok', says };
const no: Finding = { state: 'blocked', says, remedy };
const heed = (facts?: unknown): Finding => ({ state: 'warn', says, remedy, facts });
const clock = (suspended: boolean) => heed({ clock: { suspended } });

/** A run that is live, with all well but these. */
const live = (
  bad: Readonly<Record<string, Finding>> = {},
  answers: object = { 'go-live': {} },
): RunState => ({
  ...emptyRun,
  answers: { ...answers },
  checks: Object.fromEntries(
    health.map((id, index) => [
      id,
      { running: false, finding: bad[id] ?? ok, at: `2026-11-2${index}T00:00:00Z` },
    ]),
  ),
});
const said = (state: RunState) => repairs(state).map(({ check, step, when }) => `${when} ${check} ${step}`);

test.each([
  ['the trial ends soon', { 'trial-clock': clock(false) }, ['soon trial-clock go-live']],
  [
    'the trial has ended',
    { 'trial-clock': clock(true), 'site-provisioned': heed(), 'site-answers': heed() },
    ['now trial-clock go-live'],
  ],
  ['a map is paused or has failed', { 'maps-running': no }, ['now maps-running table-maps']],
  ['the site is stopped', { 'site-answers': no }, ['now site-answers go-live']],
  ['the site is gone', { 'site-provisioned': no }, ['now site-provisioned portal-site']],
  ['an update is out', { 'dual-write-versions': heed() }, ['soon dual-write-versions dual-write']],
  ['a role is lost', { 'system-administrator': no }, ['now system-administrator access']],
  ['all is well', {}, []],
  // A warning of these was known when somebody went live.
  ['there is something worth knowing', { 'maps-running': heed(), 'site-answers': heed() }, []],
] as const)('%s', (_, bad, expected) => {
  expect(said(live(bad))).toEqual(expected);
});

test('what is broken comes before what will break', () => {
  const state = live({ 'trial-clock': clock(false), 'maps-running': no });
  expect(said(state)).toEqual(['now maps-running table-maps', 'soon trial-clock go-live']);
});

test('what couldn’t be read is no repair', () => {
  const unread: Finding = { state: 'unknown', says, problem: { code: 'needs-sign-in' } };
  expect(said(live(Object.fromEntries(health.map((id) => [id, unread]))))).toEqual([]);
});

test('before somebody has decided how it goes live, the steps say what is missing', () => {
  expect(said(live({ 'maps-running': no }, {}))).toEqual([]);
});

test('it was looked at when the oldest was; not at all while one never was', () => {
  expect(lookedAt(live())).toBe('2026-11-20T00:00:00Z');
  const { 'site-answers': _, ...others } = live().checks;
  expect(lookedAt({ ...live(), checks: others })).toBeUndefined();
});
