import type { routes } from '@portico/contract/routes';
import type { CheckId } from '@portico/contract/plan';
import type { Client } from '@portico/http/client';
import type { Finding } from '@portico/plan/finding';
import { type DefectId, defects, isDefect, setDefect } from '@portico/twin/defects/index';
import { environments } from '@portico/twin/scenarios/contoso/ids';
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

/** Lays some over Contoso, looks once with a run of its own, and takes them away again. */
async function objections(ids: readonly DefectId[]): Promise<Readonly<Record<string, Finding>>> {
  const { state } = rehearsal.twin.world;
  for (const id of ids) setDefect(state, id, true);
  const run = await newRun(api, environments.production);
  await api.runChecks({ run, body: {} });
  for (const id of ids) setDefect(state, id, false);
  const { events } = await api.getRun({ run });
  return Object.fromEntries(
    events.flatMap(({ event }) =>
      event.type === 'check-finished' && event.finding.state !== 'ok' ? [[event.check, event.finding]] : [],
    ),
  );
}

/** What Contoso has to say without anything wrong: it has customers in Dataverse, which may not be copied from there. */
const usual: Objections = { 'sync-feasible': 'warn' };

/** What says no or can't tell, beyond the usual; what only waits for another one says nothing of its own. */
const speaking = (found: Readonly<Record<string, Finding>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(found).flatMap(([id, { state }]) =>
      state === 'skipped' || state === usual[id as CheckId] ? [] : [[id, state]],
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

test('all at once: each of these checks objects, or says what it waits for', async () => {
  const found = await objections(names);
  const wanted = Object.assign({}, ...Object.values(expected)) as Objections;
  expect(Object.keys(speaking(found)).filter((id) => !Object.hasOwn(wanted, id))).toEqual([]);
  expect(Object.keys(found)).toEqual(expect.arrayContaining(Object.keys(wanted)));
  // What is skipped waits for something that objects itself.
  for (const finding of Object.values(found))
    if (finding.state === 'skipped') expect(found[finding.because]).toBeDefined();
});

test('without any only the usual is said, and all this looking has written nothing', async () => {
  const found = await objections([]);
  expect(Object.fromEntries(Object.entries(found).map(([id, { state }]) => [id, state]))).toEqual(usual);
  expect(rehearsal.twin.world.state.writes).toEqual([]);
});
