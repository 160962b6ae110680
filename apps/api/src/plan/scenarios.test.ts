import type { routes } from '@portico/contract/routes';
import type { CheckId } from '@portico/contract/plan';
import type { Client } from '@portico/http/client';
import type { Finding } from '@portico/plan/finding';
import { environments, tenants } from '@portico/twin/scenarios/contoso/ids';
import { type ScenarioId, scenarios } from '@portico/twin/scenarios/index';
import type { Switches } from '@portico/twin/world';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newRun, type Rehearsal, rehearse } from '../test-support/rehearse.ts';

type Objections = Readonly<Partial<Record<CheckId, Exclude<Finding['state'], 'ok'>>>>;

interface Who {
  readonly userName?: string;
  readonly tenant?: string;
  readonly switches?: Partial<Switches>;
}

/** What is read over the link. */
const overTheLink = {
  'same-tenant': 'skipped',
  'same-region': 'skipped',
  'finance-operations-administrator': 'skipped',
  'dual-write-linked': 'skipped',
  companies: 'skipped',
  'company-teams': 'skipped',
  'runtime-configuration': 'skipped',
} as const;

/** Everything that is read from Dataverse, as the person. */
const inDataverse = {
  'fno-linked': 'skipped',
  'organization-matches': 'skipped',
  'prospect-to-cash-absent': 'skipped',
  'first-site': 'skipped',
  'system-administrator': 'skipped',
  'read-write-access': 'skipped',
  'dual-write-solutions': 'skipped',
  'dual-write-versions': 'skipped',
  'plugins-enabled': 'skipped',
  'application-users': 'skipped',
  'attachments-allowed': 'skipped',
  'power-pages-core': 'skipped',
  ...overTheLink,
} as const;

/** What each world has to say at a pre-flight: every check that isn't ok, and nothing else. */
const expected: Readonly<Record<ScenarioId, Objections>> = {
  'contoso-fresh': {},
  'half-consent': {
    'supply-chain-licence': 'unknown',
    'power-pages-capacity': 'unknown',
    'service-administrator': 'unknown',
    'home-tenant': 'unknown',
  },
  'half-done': {},
  // Nothing can be asked, so nothing is known; what builds on something isn't even looked at.
  'no-consent': {
    'dataverse-ready': 'unknown',
    'fno-linked': 'skipped',
    'organization-matches': 'skipped',
    'site-absent': 'skipped',
    'system-administrator': 'skipped',
    'site-creation-allowed': 'unknown',
    'supply-chain-licence': 'unknown',
    'power-pages-capacity': 'unknown',
    'dual-write-solutions': 'skipped',
    'dual-write-linked': 'skipped',
    'dual-write-packages': 'skipped',
  },
  'no-dual-write': {
    'dual-write-solutions': 'blocked',
    'dual-write-versions': 'skipped',
    'plugins-enabled': 'skipped',
    'application-users': 'skipped',
    'dual-write-linked': 'skipped',
    companies: 'skipped',
    'company-teams': 'skipped',
    'runtime-configuration': 'skipped',
    // Their columns come with the solutions.
    'unit-symbols': 'skipped',
    'products-matched': 'skipped',
    'accounts-are-customers': 'skipped',
  },
  'site-exists': { 'site-absent': 'blocked' },
  'wrong-roles': { 'system-administrator': 'blocked', 'service-administrator': 'warn' },
  'creation-blocked': { 'site-creation-allowed': 'blocked', 'service-administrator': 'warn' },
  // The consultant of Contoso meets nothing; what the partner meets is below.
  'gdap-partner': {},
  'mismatched-link': { 'fno-linked': 'blocked', ...overTheLink },
  'no-power-pages': { 'power-pages-capacity': 'warn' },
  'pay-as-you-go': {},
  unlinked: { 'fno-linked': 'blocked', ...overTheLink },
};

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
    { 'environment-user': 'blocked', ...inDataverse },
  ],
  [
    'nobody in the environment',
    'contoso-fresh',
    { userName: 'una.holm@contoso.example' },
    {
      'dataverse-ready': 'unknown',
      'environment-kind': 'unknown',
      'administration-mode': 'skipped',
      'environment-user': 'skipped',
      'site-absent': 'skipped',
      'dual-write-packages': 'skipped',
      ...inDataverse,
      'site-creation-allowed': 'unknown',
      'service-administrator': 'warn',
      'power-pages-capacity': 'unknown',
      'dataverse-storage': 'unknown',
    },
  ],
  [
    'guest',
    'contoso-fresh',
    { userName: 'gus.moreau@adatum.example', tenant: tenants.contoso },
    {
      'home-tenant': 'warn',
      'service-administrator': 'warn',
      'site-creation-allowed': 'unknown',
      'finance-operations-administrator': 'unknown',
      'supply-chain-licence': 'unknown',
      'power-pages-capacity': 'unknown',
      'dataverse-storage': 'unknown',
      'dual-write-linked': 'unknown',
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
      ...inDataverse,
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
      ...inDataverse,
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
      'finance-operations-administrator': 'unknown',
      'dual-write-linked': 'unknown',
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
  return events.flatMap(({ event }) => (event.type === 'check-finished' ? [event] : []));
}

const objectionsOf = (found: Awaited<ReturnType<typeof preflight>>): Objections =>
  Object.fromEntries(
    found.filter(({ finding }) => finding.state !== 'ok').map(({ check, finding }) => [check, finding.state]),
  );

/** Nothing was written, and whoever objects says who can do what about it. */
function checkManners(found: Awaited<ReturnType<typeof preflight>>): void {
  expect(found.length).toBeGreaterThan(20);
  for (const { check, finding } of found) {
    if (finding.state === 'unknown') expect([check, finding.problem.code]).not.toEqual([check, 'bug']);
    const remedy = 'remedy' in finding ? finding.remedy : undefined;
    if (finding.state === 'blocked' || finding.state === 'warn')
      expect([check, remedy]).not.toEqual([check, undefined]);
    if (remedy)
      expect([check, remedy.owner, remedy.steps.length > 0]).toEqual([check, expect.any(String), true]);
  }
  expect(stage.twin.world.state.writes).toEqual([]);
}

// The keys of the table are the scenarios' own.
test.each(Object.entries(expected) as [ScenarioId, Objections][])(
  '%s: exactly the expected checks object, and nothing is written',
  async (scenario, wanted) => {
    const found = await preflight(scenario);
    expect(objectionsOf(found)).toEqual(wanted);
    checkManners(found);
  },
  60_000,
);

test.each(accounts)('%s in %s: exactly the expected checks object', async (_, scenario, who, wanted) => {
  const found = await preflight(scenario, who);
  expect(objectionsOf(found)).toEqual(wanted);
  checkManners(found);
});
