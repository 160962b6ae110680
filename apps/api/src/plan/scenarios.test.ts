import type { routes } from '@portico/contract/routes';
import type { CheckId } from '@portico/contract/plan';
import type { Client } from '@portico/http/client';
import type { Finding } from '@portico/plan/finding';
import { environments, tenants } from '@portico/twin/scenarios/contoso/ids';
import { type ScenarioId, scenarios } from '@portico/twin/scenarios/index';
import type { Switches } from '@portico/twin/world';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

type Objections = Readonly<Partial<Record<CheckId, 'warn' | 'blocked' | 'unknown'>>>;

interface Who {
  readonly userName?: string;
  readonly tenant?: string;
  readonly switches?: Partial<Switches>;
}

/** What each world has to say at a pre-flight: every check that objects or can't tell, and nothing else. */
const expected: Readonly<Record<ScenarioId, Objections>> = {
  // These two first: tokens that another world's consent brought would still do in them.
  // Nothing can be asked, so nothing is known; what builds on something isn't even looked at.
  'no-consent': {
    'environments-visible': 'unknown',
    'dataverse-ready': 'unknown',
    'environment-kind': 'unknown',
    'site-creation-allowed': 'unknown',
    'service-administrator': 'unknown',
    'home-tenant': 'unknown',
    'supply-chain-licence': 'unknown',
    'power-pages-capacity': 'unknown',
    'dataverse-storage': 'unknown',
  },
  'half-consent': {
    'supply-chain-licence': 'unknown',
    'power-pages-capacity': 'unknown',
    'service-administrator': 'unknown',
    'home-tenant': 'unknown',
  },
  'contoso-fresh': {},
  'half-done': {},
  'no-dual-write': { 'dual-write-solutions': 'blocked' },
  'site-exists': { 'site-absent': 'warn' },
  'host-deleted': { 'former-site': 'warn' },
  'customised-site': { 'site-absent': 'warn' },
  'enhanced-site': { 'site-absent': 'warn' },
  'wrong-roles': { 'system-administrator': 'blocked', 'service-administrator': 'warn' },
  'creation-blocked': { 'site-creation-allowed': 'blocked', 'service-administrator': 'warn' },
  // The consultant of Contoso meets nothing; what the partner meets is below.
  'gdap-partner': {},
  'mismatched-link': { 'fno-linked': 'blocked' },
  'no-power-pages': { 'power-pages-capacity': 'warn' },
  'pay-as-you-go': {},
  unlinked: { 'fno-linked': 'blocked' },
  'never-applied': { 'map-solutions-applied': 'blocked', 'maps-resolved': 'blocked' },
  // The address book’s contact persons can’t be counted.
  'party-and-gab': { 'sync-feasible': 'warn' },
  'quote-to-cash': {},
  'sixty-companies': { companies: 'warn' },
  'big-tables': { 'sync-feasible': 'blocked' },
  'circular-lookups': {},
};

/** What finance and operations shows only to its own people. */
const ofFinance = {
  'finance-operations-administrator': 'unknown',
  'dual-write-linked': 'unknown',
  'number-sequences-distinct': 'unknown',
  'order-settings-set': 'unknown',
  'sales-units-set': 'unknown',
} as const;

/** What each kind of account meets in a world that is otherwise in order. */
const accounts: readonly (readonly [string, ScenarioId, Who, Objections])[] = [
  ['tenant administrator', 'contoso-fresh', { userName: 'mona.berg@contoso.example' }, {}],
  [
    'roles by a security group',
    'contoso-fresh',
    { userName: 'gita.rao@contoso.example' },
    { 'system-administrator': 'blocked', 'service-administrator': 'warn' },
  ],
  [
    'roles by Privileged Identity Management',
    'contoso-fresh',
    { userName: 'piet.visser@contoso.example' },
    { 'system-administrator': 'blocked', 'service-administrator': 'warn' },
  ],
  [
    'the same, where Graph names activated roles too',
    'contoso-fresh',
    { userName: 'piet.visser@contoso.example', switches: { activatedRoles: 'shown' } },
    { 'system-administrator': 'blocked' },
  ],
  [
    'access mode Read',
    'contoso-fresh',
    { userName: 'rhea.stone@contoso.example' },
    { 'read-write-access': 'blocked' },
  ],
  [
    'service administrator without a user',
    'contoso-fresh',
    { userName: 'sven.holt@contoso.example' },
    { 'environment-user': 'blocked' },
  ],
  [
    'nobody in the environment',
    'contoso-fresh',
    { userName: 'una.holm@contoso.example' },
    {
      'dataverse-ready': 'unknown',
      'environment-kind': 'unknown',
      'site-creation-allowed': 'unknown',
      'service-administrator': 'warn',
      'power-pages-capacity': 'unknown',
      'dataverse-storage': 'unknown',
    },
  ],
  [
    'tenant administrator, where sites don’t say what they were made from',
    'site-exists',
    { userName: 'mona.berg@contoso.example', switches: { templateName: 'DefaultPortalTemplate' } },
    { 'site-absent': 'warn' },
  ],
  [
    'guest',
    'contoso-fresh',
    { userName: 'gus.moreau@adatum.example', tenant: tenants.contoso },
    {
      'home-tenant': 'warn',
      'service-administrator': 'warn',
      'site-creation-allowed': 'unknown',
      ...ofFinance,
      'supply-chain-licence': 'unknown',
      'power-pages-capacity': 'unknown',
      'dataverse-storage': 'unknown',
    },
  ],
  [
    'partner by delegation',
    'gdap-partner',
    { userName: 'gus.moreau@adatum.example', tenant: tenants.contoso },
    {
      'home-tenant': 'warn',
      'service-administrator': 'warn',
      'environment-user': 'blocked',
    },
  ],
  [
    'partner by delegation, whom Graph tells nothing',
    'gdap-partner',
    {
      userName: 'gus.moreau@adatum.example',
      tenant: tenants.contoso,
      switches: { delegatedInGraph: 'forbidden' },
    },
    {
      'home-tenant': 'unknown',
      'service-administrator': 'unknown',
      'environment-user': 'blocked',
    },
  ],
  [
    'partner by delegation, whom Dataverse takes for its delegated administrator',
    'gdap-partner',
    {
      userName: 'gus.moreau@adatum.example',
      tenant: tenants.contoso,
      switches: { delegatedInDataverse: 'delegated-admin' },
    },
    {
      'home-tenant': 'warn',
      'service-administrator': 'warn',
      'read-write-access': 'blocked',
      ...ofFinance,
    },
  ],
];

/** One stage for all: its world is replaced, and each pre-flight has a run of its own. */
let stage: Rehearsal;
beforeAll(async () => {
  stage = await rehearse();
});
afterAll(() => stage[Symbol.asyncDispose]());

async function preflight(scenario: ScenarioId, { userName, tenant, switches }: Who = {}) {
  const { world } = stage.twin;
  world.state = scenarios[scenario](world.clock.now());
  Object.assign(world.state.switches, switches);
  const api: Client<typeof routes> = await stage.as(userName, tenant);
  const run = await newRun(api, environments.production);
  await api.runChecks({ run, body: {} });
  const { events } = await api.getRun({ run });
  const found = events.flatMap(({ event }) => (event.type === 'check-finished' ? [event] : []));
  checkManners(found);
  expect(world.state.writes).toEqual([]);
  // What is skipped objects to nothing by itself: what it waits for does.
  return Object.fromEntries(
    found.flatMap(({ check, finding: { state } }) => (/ok|skipped/.test(state) ? [] : [[check, state]])),
  );
}

/** Whoever objects says who can do what about it, and what is skipped waits for something that objects. */
function checkManners(found: readonly { readonly check: string; readonly finding: Finding }[]): void {
  expect(found.length).toBeGreaterThan(20);
  const stateOf = new Map(found.map(({ check, finding }) => [check, finding.state]));
  for (const { check, finding } of found) {
    if (finding.state === 'unknown') expect([check, finding.problem.code]).not.toEqual([check, 'bug']);
    if (finding.state === 'skipped')
      expect([check, stateOf.get(finding.because)]).toEqual([
        check,
        expect.stringMatching(/blocked|unknown|skipped/),
      ]);
    const remedy = 'remedy' in finding ? finding.remedy : undefined;
    if (finding.state === 'blocked' || finding.state === 'warn')
      expect([check, remedy]).not.toEqual([check, undefined]);
    if (remedy)
      expect([check, remedy.owner, remedy.steps.length > 0]).toEqual([check, expect.any(String), true]);
  }
}

// The keys of the table are the scenarios' own.
test.each(Object.entries(expected) as [ScenarioId, Objections][])(
  '%s: exactly the expected checks object, and nothing is written',
  async (scenario, wanted) => {
    expect(await preflight(scenario)).toEqual(wanted);
  },
  60_000,
);

test.each(accounts)(
  '%s in %s: exactly the expected checks object',
  async (_, scenario, who, wanted) => {
    expect(await preflight(scenario, who)).toEqual(wanted);
  },
  60_000,
);
