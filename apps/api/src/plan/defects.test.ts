import type { routes } from '@portico/contract/routes';
import type { CheckId } from '@portico/contract/plan';
import type { Client } from '@portico/http/client';
import type { Finding } from '@portico/plan/finding';
import { aboutSites, type DefectId, defects, isDefect, setDefect } from '@portico/twin/defects/index';
import { environments } from '@portico/twin/scenarios/contoso/ids';
import { scenarios } from '@portico/twin/scenarios/index';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

type Objections = Readonly<Partial<Record<CheckId, Finding['state']>>>;

/** What each single thing that is wrong makes the pre-flight say; nothing else objects. */
const expected: Readonly<Record<DefectId, Objections>> = {
  'application-user-disabled': { 'application-users': 'blocked' },
  'application-user-missing': { 'application-users': 'blocked' },
  'application-user-powerless': { 'application-users': 'blocked' },
  'attachments-blocked': { 'attachments-allowed': 'blocked' },
  'companies-doubled': { companies: 'blocked' },
  'companies-many': { companies: 'warn' },
  'company-nameless': { companies: 'blocked' },
  'company-ownerless': { 'company-teams': 'blocked' },
  'copied-environment': { 'runtime-configuration': 'blocked' },
  'customer-type-missing': { 'accounts-are-customers': 'warn' },
  'discounts-per-unit': { 'pricing-settings': 'blocked' },
  'draft-products': { 'products-active': 'blocked' },
  'drafts-waiting': { 'products-active': 'warn' },
  'global-team-powerless': { 'company-teams': 'blocked' },
  'installation-failed': { 'dual-write-packages': 'warn' },
  'installation-runs': { 'dual-write-packages': 'warn' },
  'integration-key-changed': { 'integration-keys': 'warn' },
  'mime-types-limited': { 'attachments-allowed': 'blocked' },
  'order-numbers-alike': { 'number-sequences-distinct': 'blocked' },
  'plugins-disabled': { 'plugins-enabled': 'blocked' },
  'plugins-missing': { 'plugins-enabled': 'blocked' },
  'power-pages-old': { 'power-pages-core': 'warn' },
  'prospect-to-cash': { 'prospect-to-cash-absent': 'blocked' },
  'price-list-missing': { 'price-lists-present': 'warn' },
  'product-unmatched': { 'products-matched': 'blocked' },
  'sales-unit-missing': { 'sales-units-set': 'blocked' },
  'site-enhanced': { 'site-standard-model': 'blocked' },
  // Somebody has worked on it, so it isn't as its template made it.
  'site-home-missing': { 'site-home': 'warn', 'baseline-kept': 'warn' },
  'site-language-other': { 'site-language': 'blocked' },
  'site-package-failed': { 'site-package': 'blocked' },
  'site-registration-open': { 'site-registration': 'warn' },
  'site-sign-in-off': { 'site-sign-in': 'warn' },
  'site-stopped': { 'site-answers': 'blocked' },
  'solution-behind': { 'dual-write-versions': 'warn' },
  'solution-missing': { 'dual-write-solutions': 'blocked' },
  'solutions-old': { 'dual-write-versions': 'blocked' },
  'team-powerless': { 'company-teams': 'blocked' },
  'administration-mode': { 'administration-mode': 'blocked' },
  'being-set-up': { 'dataverse-ready': 'blocked' },
  'default-environment': { 'environment-kind': 'blocked' },
  'finance-role-missing': {
    'finance-operations-administrator': 'blocked',
    // The gateway lets nobody look who doesn't administer both sides.
    'dual-write-linked': 'unknown',
    // Nor may they read products and number sequences.
    'sales-units-set': 'unknown',
    'order-settings-set': 'unknown',
    'number-sequences-distinct': 'unknown',
  },
  'first-site': { 'first-site': 'warn' },
  'licence-ended': { 'supply-chain-licence': 'warn' },
  'other-tenant': { 'same-tenant': 'blocked' },
  'storage-full': { 'dataverse-storage': 'warn' },
  'unit-symbol-missing': { 'unit-symbols': 'warn' },
  'unit-symbol-twice': { 'unit-symbols': 'blocked' },
  'warehouse-missing': { 'order-settings-set': 'blocked' },
};

let rehearsal: Rehearsal;
let api: Client<typeof routes>;
beforeAll(async () => {
  rehearsal = await rehearse();
  api = await rehearsal.as();
});
afterAll(() => rehearsal[Symbol.asyncDispose]());

/** Contoso as it is, or with its portal; the latter is what a set-up decided on that goes on with it. */
function stand(withSite: boolean): void {
  const { world } = rehearsal.twin;
  world.state = scenarios[withSite ? 'site-exists' : 'contoso-fresh'](world.clock.now());
}
const decided = { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 } as const;

/** Lays some over Contoso, looks once with a run of its own, and takes them away again. */
async function objections(
  ids: readonly DefectId[],
  withSite = ids.some(aboutSites),
): Promise<Readonly<Record<string, Finding>>> {
  stand(withSite);
  const { state } = rehearsal.twin.world;
  for (const id of ids) setDefect(state, id, true);
  const run = await newRun(api, environments.production);
  if (withSite) await api.answerStep({ run, step: 'portal-site', body: decided });
  await api.runChecks({ run, body: {} });
  expect(state.writes).toEqual([]);
  const { events } = await api.getRun({ run });
  return Object.fromEntries(
    events.flatMap(({ event }) =>
      event.type === 'check-finished' && event.finding.state !== 'ok' ? [[event.check, event.finding]] : [],
    ),
  );
}

/** What can’t be verified of any private site: how its pages look to people. */
const usualOfSites: Objections = {
  'site-home': 'unknown',
  'site-sign-in': 'unknown',
  // It is a private trial, and somebody else has made it.
  'site-public': 'blocked',
  'publishing-allowed': 'warn',
  'conversion-rights': 'warn',
};

/** What says no or can't tell, beyond the usual; what only waits for another one says nothing of its own. */
const speaking = (found: Readonly<Record<string, Finding>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(found).flatMap(([id, { state }]) =>
      state === 'skipped' || state === usualOfSites[id as CheckId] ? [] : [[id, state]],
    ),
  );

const names = Object.keys(defects).filter(isDefect);

test.each(names)('%s: exactly the expected checks object, each with a remedy', async (id) => {
  const found = await objections([id]);
  expect(speaking(found)).toEqual(expected[id]);
  for (const finding of Object.values(found))
    if (finding.state === 'blocked' || finding.state === 'warn') {
      expect(finding.remedy.owner).not.toBe('');
      expect(finding.remedy.steps.length).toBeGreaterThan(0);
    }
});

test.each([
  ['of the environment', names.filter((id) => !aboutSites(id))],
  ['of the site', names.filter(aboutSites)],
])('all %s at once: each of these checks objects, or says what it waits for', async (_, ids) => {
  const found = await objections(ids);
  const wanted = Object.assign({}, ...ids.map((id) => expected[id])) as Objections;
  expect(Object.keys(speaking(found)).filter((id) => !Object.hasOwn(wanted, id))).toEqual([]);
  expect(Object.keys(found)).toEqual(expect.arrayContaining(Object.keys(wanted)));
  // What is skipped waits for something that objects itself.
  for (const finding of Object.values(found))
    if (finding.state === 'skipped') expect(found[finding.because]).toBeDefined();
});

test.each([
  ['Contoso', false, {}],
  ['Contoso with its portal', true, usualOfSites],
] as const)(
  '%s without any: only the usual is said, and what nobody can read says how to look',
  async (_, withSite, wanted) => {
    const found = await objections([], withSite);
    expect(Object.fromEntries(Object.entries(found).map(([id, { state }]) => [id, state]))).toEqual(wanted);
    for (const finding of Object.values(found))
      if (finding.state === 'unknown')
        expect(finding).toMatchObject({
          problem: { code: 'not-readable' },
          remedy: { owner: 'you', link: expect.stringContaining('contoso-orders') as string },
        });
  },
);

test('of a public site they are seen, and seen to be missing', async () => {
  const pages = ['site-home', 'site-sign-in'];
  const seen = async (...ids: DefectId[]) => {
    stand(true);
    const { state } = rehearsal.twin.world;
    for (const site of state.platform.sites) site.visibility = 'public';
    for (const id of ids) setDefect(state, id, true);
    const run = await newRun(api, environments.production);
    await api.answerStep({ run, step: 'portal-site', body: decided });
    await api.runChecks({ run, body: {} });
    const { events } = await api.getRun({ run });
    // Whichever was read first.
    return pages.flatMap((page) =>
      events.flatMap(({ event }) =>
        event.type === 'check-finished' && event.check === page ? [event.finding.state] : [],
      ),
    );
  };
  expect(await seen()).toEqual(['ok', 'ok']);
  expect(await seen('site-sign-in-off')).toEqual(['ok', 'warn']);
  expect(await seen('site-registration-open')).toEqual(['ok', 'ok']);
});
