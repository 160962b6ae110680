import type { Finding } from '@portico/plan/finding';
import { gate } from '@portico/plan/gate';
import { checksOf } from '@portico/plan/plan';
import { emptyRun, type OperationState, type RunState } from '@portico/plan/reduce';
import { expect, test } from 'vitest';
import { health, lookedAt, repairs, undermined } from './health.ts';
import { plan, type StepId } from './plan.ts';

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

/** A live run in which everything was found well but these. */
function whole(bad: Readonly<Record<string, Finding>>, more: Partial<RunState> = {}): RunState {
  const checks = plan.steps
    .flatMap(checksOf)
    .map((id) => [id, { running: false, finding: bad[id] ?? ok }] as const);
  const answers = Object.fromEntries(plan.steps.filter(({ asks }) => asks).map(({ id }) => [id, {}]));
  return { ...emptyRun, answers, checks: Object.fromEntries(checks), ...more };
}

/** What each step that can't start says needs repair instead. */
function broken(state: RunState): Partial<Record<StepId, string | undefined>> {
  const gates = gate(plan, state);
  const closed = plan.steps.filter(({ id }) => gates[id]?.status === 'cannot-start');
  return Object.fromEntries(
    closed.map((step) => [step.id, undermined(step, state, gates[step.id] ?? gateless)]),
  );
}
const gateless = { status: 'not-started', passable: false, reasons: [] } as const;

test('maps that pause after going live: what was done on them is done, and the maps need repair', () => {
  expect(broken(whole({ 'maps-running': no }))).toMatchObject({
    'portal-site': 'table-maps',
    'go-live': 'portal-site',
    // Of its own it has nothing that could have been done.
    report: undefined,
  });
});

test('what says no itself, isn’t decided, or isn’t live yet, is no finished step', () => {
  expect(broken(whole({ 'maps-running': no, 'site-answers': no }))['portal-site']).toBeUndefined();
  const { 'first-users': _, ...answers } = whole({}).answers;
  expect(broken(whole({ 'maps-running': no }, { answers }))['first-users']).toBeUndefined();
  const { 'go-live': __, ...before } = whole({}).answers;
  expect(broken(whole({ 'maps-running': no }, { answers: before }))['portal-site']).toBeUndefined();
});

test('what wasn’t looked at because of it was done where its action says so', () => {
  const skipped: Finding = { state: 'skipped', says, because: 'dataverse-ready' };
  const bad = { 'dataverse-ready': no, 'site-provisioned': skipped };
  expect(broken(whole(bad))['portal-site']).toBeUndefined();
  const operation: OperationState = {
    id: 'o1',
    action: 'provision-site',
    key: '',
    driver: 'automatic',
    changes: [],
    by: null,
    startedAt: '2026-11-26T00:00:00Z',
    said: [],
    wrote: 1,
    cancelling: false,
    handOffs: {},
    finished: { outcome: 'done', at: '2026-11-26T00:00:00Z' },
  };
  const state = whole(bad, { operations: { o1: operation } });
  expect(broken(state)['portal-site']).toBe('access');
});
