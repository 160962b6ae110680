import type { Finding, Owner } from '@portico/plan/finding';
import { expect, test } from 'vitest';
import { type Finishing, finishing } from './finishing.ts';
import { type CheckId, plan } from './plan.ts';

const says = { id: 'x' };
const ok: Finding = { state: 'ok', says };
const lacks = (owner: Owner, state: 'warn' | 'blocked' = 'blocked', facts?: unknown): Finding => ({
  state,
  says,
  remedy: { owner, steps: [says] },
  ...(facts ? { facts } : {}),
});
const unread = (owner: Owner): Finding => ({
  state: 'unknown',
  says,
  problem: { code: 'upstream-forbidden' },
  remedy: { owner, steps: [says] },
});
const skipped: Finding = { state: 'skipped', says, because: 'environment-user' };

const all: Readonly<Partial<Record<CheckId, Finding>>> = {
  'environment-user': ok,
  'system-administrator': ok,
  'read-write-access': ok,
  'site-creation-allowed': ok,
  'finance-operations-administrator': ok,
  'home-tenant': ok,
  'service-administrator': ok,
};

const state = (findings: typeof all) =>
  Object.fromEntries(Object.entries(findings).map(([id, finding]) => [id, { running: false, finding }]));

/** What isn't this person's to finish. */
function others(changes: typeof all): Record<string, Omit<Finishing, 'step'>> {
  const found = finishing(state({ ...all, ...changes }));
  if (!found) throw new Error('Everything was looked at.');
  expect(found.map(({ step }) => step)).toEqual(plan.steps.map(({ id }) => id));
  return Object.fromEntries(found.flatMap(({ step, ...rest }) => (rest.can === 'you' ? [] : [[step, rest]])));
}

test('who holds everything can finish everything', () => {
  expect(others({})).toEqual({});
});

test('nothing is said before every right was looked at', () => {
  for (const id of Object.keys(all)) {
    const without = Object.fromEntries(Object.entries(all).filter(([other]) => other !== id));
    expect(finishing(state(without))).toBeUndefined();
  }
  // A look that is under way has found nothing yet; one that is repeated still says what it found.
  expect(finishing({ ...state(all), 'home-tenant': { running: true } })).toBeUndefined();
  expect(finishing({ ...state(all), 'home-tenant': { running: true, finding: ok } })).toBeDefined();
});

test('System Administrator by a team is enough for everything but the site and its going live', () => {
  const finding = lacks('environment-admin', 'blocked', { held: 'by-team' });
  expect(others({ 'system-administrator': finding })).toEqual({
    'portal-site': { can: 'somebody', who: ['environment-admin'], because: ['system-administrator'] },
    'go-live': { can: 'somebody', who: ['environment-admin'], because: ['system-administrator'] },
  });
});

test('not System Administrator at all: dual-write, maps, orders, site and users are somebody else’s', () => {
  const finding = lacks('environment-admin', 'blocked', { held: 'not' });
  expect(Object.keys(others({ 'system-administrator': finding }))).toEqual([
    'dual-write',
    'order-readiness',
    'table-maps',
    'portal-site',
    'first-users',
    'go-live',
    'update',
  ]);
});

test('not directly, and teams unread: the site is somebody else’s, of the rest nobody can tell', () => {
  const finding = lacks('environment-admin', 'blocked', { held: 'unclear' });
  const found = others({ 'system-administrator': finding });
  expect(Object.entries(found).map(([step, { can }]) => [step, can])).toEqual([
    ['dual-write', 'unclear'],
    ['order-readiness', 'unclear'],
    ['table-maps', 'unclear'],
    ['portal-site', 'somebody'],
    ['first-users', 'unclear'],
    ['go-live', 'somebody'],
    ['update', 'unclear'],
  ]);
});

test('who has no user: what was skipped for it isn’t “can’t tell”', () => {
  const found = others({
    'environment-user': lacks('environment-admin'),
    'system-administrator': skipped,
    'read-write-access': skipped,
    'finance-operations-administrator': skipped,
  });
  expect(Object.keys(found)).toEqual([
    'environment',
    'dual-write',
    'order-readiness',
    'table-maps',
    'portal-site',
    'first-users',
    'test-order',
    'go-live',
    'update',
  ]);
  for (const each of Object.values(found))
    expect(each).toEqual({ can: 'somebody', who: ['environment-admin'], because: ['environment-user'] });
});

test('what couldn’t be read is never “you can”, and names who could look', () => {
  const inFinance = {
    can: 'unclear',
    who: ['finance-operations-admin'],
    because: ['finance-operations-administrator'],
  };
  expect(
    others({
      'site-creation-allowed': unread('tenant-admin'),
      'finance-operations-administrator': unread('finance-operations-admin'),
    }),
  ).toEqual({
    'table-maps': inFinance,
    'order-readiness': inFinance,
    'portal-site': { can: 'unclear', who: ['tenant-admin'], because: ['site-creation-allowed'] },
  });
  const doubtful: Finding = { ...ok, details: [{ state: 'not-checked', says }] };
  expect(others({ 'service-administrator': doubtful })).toEqual({
    licensing: { can: 'unclear', who: [], because: ['service-administrator'] },
  });
});

test('what is certainly lacking outweighs what couldn’t be read; everybody is named once', () => {
  expect(
    others({
      'system-administrator': lacks('environment-admin', 'blocked', { held: 'not' }),
      'read-write-access': lacks('environment-admin'),
      'site-creation-allowed': unread('tenant-admin'),
    })['portal-site'],
  ).toEqual({
    can: 'somebody',
    who: ['environment-admin'],
    because: ['system-administrator', 'read-write-access'],
  });
});

test('a guest creates the site, and somebody of the tenant starts the maps', () => {
  expect(others({ 'home-tenant': lacks('tenant-admin', 'warn') })).toEqual({
    'dual-write': { can: 'somebody', who: ['tenant-admin'], because: ['home-tenant'] },
    'table-maps': { can: 'somebody', who: ['tenant-admin'], because: ['home-tenant'] },
  });
});
