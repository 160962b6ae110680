import type { RunEvent } from '@portico/plan/event';
import { mapAnswers, mapsRunning } from './sample-maps.ts';
import { ordersReady } from './sample-orders.ts';
import { address } from './sample-dual-write.ts';
import { found, ok } from './sample-run.ts';

const host = 'contoso.operations.dynamics.com';
export const environment = '0f1e2d3c-4b5a-4968-8778-695a4b3c2d1e';

export const pair = {
  environment: { name: 'Contoso Production', url: 'https://contoso.crm4.dynamics.com' },
  platformSays: `https://${host}`,
  dataverseSays: `https://${host}`,
};

export const environmentDone: readonly RunEvent[] = [
  { type: 'answered', step: 'environment', answers: { environment } },
  ok('environments-visible', 'environments-visible.ok', { count: 3 }),
  ok('dataverse-ready', 'dataverse-ready.ok', { name: 'Contoso Production' }),
  ok('administration-mode', 'administration-mode.ok', { name: 'Contoso Production' }),
  ok('environment-kind', 'environment-kind.ok', { name: 'Contoso Production', sku: 'Production' }),
  ok('environment-user', 'environment-user.ok', { name: 'Contoso Production' }),
  ok('fno-linked', 'fno-linked.ok', { host }, pair),
  ok('same-tenant', 'same-tenant.ok'),
  ok('organization-matches', 'organization-matches.ok'),
  ok('prospect-to-cash-absent', 'prospect-to-cash-absent.ok'),
  ok('site-absent', 'site-absent.ok'),
  ok('former-site', 'former-site.ok', undefined, { records: [] }),
  found('same-region', {
    state: 'ok',
    says: { id: 'same-region.ok', values: { region: 'europe' } },
    details: [{ state: 'probable', says: { id: 'same-region.link' } }],
  }),
  found('first-site', {
    state: 'warn',
    says: { id: 'first-site.first' },
    cause: { id: 'first-site.cause' },
    remedy: {
      owner: 'you',
      steps: [{ id: 'first-site.remedy.skip' }, { id: 'first-site.remedy.starter' }],
      link: 'https://make.powerpages.microsoft.com/environments/0f1e/portals/home',
    },
  }),
];

const financeAdministrator = ok('finance-operations-administrator', 'finance-operations-administrator.ok', {
  user: 'mona',
});
const access: readonly RunEvent[] = [
  ok('site-creation-allowed', 'site-creation-allowed.ok'),
  ok('read-write-access', 'read-write-access.ok', { user: 'Mona Berg' }),
  ok('service-administrator', 'service-administrator.ok', { roles: 'Power Platform Administrator' }),
  ok('home-tenant', 'home-tenant.ok', undefined, { account: 'member' }),
];

export const accessBlocked: readonly RunEvent[] = [
  ...access,
  financeAdministrator,
  found('system-administrator', {
    state: 'blocked',
    says: { id: 'system-administrator.by-team', values: { user: 'Mona Berg', team: 'Portal team' } },
    cause: { id: 'system-administrator.by-team.cause' },
    remedy: {
      owner: 'environment-admin',
      steps: [
        { id: 'system-administrator.remedy.open' },
        { id: 'system-administrator.remedy.assign', values: { user: 'Mona Berg' } },
        { id: 'system-administrator.remedy.elevate' },
      ],
      link: 'https://admin.powerplatform.microsoft.com/environments',
    },
    facts: { held: 'by-team' },
  }),
];

export const accessDone: readonly RunEvent[] = [
  ...access,
  financeAdministrator,
  ok('system-administrator', 'system-administrator.ok', { user: 'Mona Berg' }, { held: 'directly' }),
];

const administrator = {
  owner: 'tenant-admin',
  steps: [{ id: 'site-creation-allowed.remedy.look' }],
} as const;

/** A guest: nobody can tell what the tenant lets them do, and the maps aren't theirs. */
export const accessOfGuest: readonly RunEvent[] = [
  ok('read-write-access', 'read-write-access.ok', { user: 'Gus Moreau' }),
  ok('system-administrator', 'system-administrator.ok', { user: 'Gus Moreau' }, { held: 'directly' }),
  found('site-creation-allowed', {
    state: 'unknown',
    says: { id: 'site-creation-allowed.unsaid' },
    problem: {
      code: 'upstream-forbidden',
      upstream: { status: 403, code: 'Forbidden', message: 'The caller is not a tenant administrator.' },
    },
    remedy: administrator,
  }),
  found('finance-operations-administrator', {
    state: 'unknown',
    says: { id: 'finance-operations-administrator.unread' },
    problem: { code: 'not-readable' },
    remedy: {
      owner: 'finance-operations-admin',
      steps: [
        { id: 'finance-operations-administrator.remedy.open' },
        { id: 'finance-operations-administrator.remedy.look' },
      ],
    },
  }),
  found('service-administrator', {
    state: 'warn',
    says: { id: 'service-administrator.none' },
    cause: { id: 'service-administrator.cause' },
    remedy: { owner: 'tenant-admin', steps: [{ id: 'service-administrator.remedy.hand' }] },
  }),
  found('home-tenant', {
    state: 'warn',
    says: { id: 'home-tenant.guest', values: { home: 'adatum.example' } },
    cause: { id: 'home-tenant.cause' },
    details: ['licensing', 'maps', 'site'].map((step) => ({
      state: 'probable' as const,
      says: { id: `home-tenant.guest.${step}` },
    })),
    remedy: { owner: 'tenant-admin', steps: [{ id: 'home-tenant.remedy.account' }] },
    facts: { account: 'guest' },
  }),
];

export const licences: readonly RunEvent[] = [
  found('supply-chain-licence', {
    state: 'ok',
    says: { id: 'supply-chain-licence.ok' },
    details: [
      {
        state: 'proved',
        says: {
          id: 'supply-chain-licence.seats',
          values: { sku: 'Dynamics_365_SCM', used: 41, usable: 60 },
        },
      },
    ],
  }),
  found('power-pages-capacity', {
    state: 'warn',
    says: { id: 'power-pages-capacity.none' },
    cause: { id: 'power-pages-capacity.cause' },
    details: [
      { state: 'not-found', says: { id: 'power-pages-capacity.no-report' } },
      { state: 'not-found', says: { id: 'power-pages-capacity.trial' } },
    ],
    remedy: { owner: 'licence-admin', steps: [{ id: 'power-pages-capacity.remedy.buy' }] },
  }),
  found('dataverse-storage', {
    state: 'ok',
    says: { id: 'dataverse-storage.ok', values: { free: 16.9 } },
    details: [
      {
        state: 'proved',
        says: {
          id: 'dataverse-storage.line',
          values: { kind: 'Database', used: 3.1, total: 20, day: '2026-11-22' },
        },
      },
    ],
  }),
];

export const dualWriteDone: readonly RunEvent[] = [
  ok('dual-write-solutions', 'dual-write-solutions.ok'),
  ok('dual-write-packages', 'dual-write-packages.ok'),
  ok(
    'dual-write-linked',
    'dual-write-linked.ok',
    { finance: host },
    {
      asked: {
        address,
        given: false,
      },
      doubtful: false,
    },
  ),
  ok('map-solutions-applied', 'map-solutions-applied.ok', { count: 3 }),
  ok('dual-write-versions', 'dual-write-versions.ok'),
  ok('plugins-enabled', 'plugins-enabled.ok', { count: 6 }),
  ok('application-users', 'application-users.ok'),
  ok('companies', 'companies.ok', { count: 3 }),
  ok('company-teams', 'company-teams.ok'),
  ok('runtime-configuration', 'runtime-configuration.ok', { count: 0 }),
  ok('attachments-allowed', 'attachments-allowed.ok'),
  ok('power-pages-core', 'power-pages-core.ok', { version: '1.1.2605.12' }),
];

export const siteAnswers: RunEvent = {
  type: 'answered',
  step: 'portal-site',
  answers: { name: 'Contoso orders', subdomain: 'contoso-orders', language: 1033 },
};

export const beforeSite: readonly RunEvent[] = [
  ...environmentDone,
  ...accessDone,
  ...licences,
  ...dualWriteDone,
  mapAnswers,
  ...mapsRunning,
  ok('sync-feasible', 'sync-feasible.ok', { count: 0 }),
  ...ordersReady,
];

/** Before there is a site, what is said of it waits for it. */
const siteUnseen: readonly RunEvent[] = ['site-home', 'site-sign-in', 'site-registration'].map((id) =>
  found(id, { state: 'skipped', because: 'site-answers', says: { id: 'check.skipped' } }),
);

export const siteReady: readonly RunEvent[] = [
  ...beforeSite,
  siteAnswers,
  ok('site-address', 'site-address.ok'),
  ...siteUnseen,
];

const siteUrl = 'https://contoso-orders.powerappsportals.com';
const powerPages = 'https://make.powerpages.microsoft.com/environments/0f1e/portals/home';

const ends = {
  name: 'Contoso orders',
  suspendedOn: '2027-02-21T09:54:18.000Z',
  deletedOn: '2027-02-28T09:54:18.000Z',
};

/** A new site, private as every new one: two things only people see. */
export const siteDone: readonly RunEvent[] = [
  ok(
    'site-provisioned',
    'site-provisioned.ok',
    { name: 'Contoso orders', url: siteUrl },
    { url: siteUrl, status: 'OperationComplete' },
  ),
  ok('trial-clock', 'trial-clock.runs', ends, {
    name: 'Contoso orders',
    url: siteUrl,
    clock: { ...ends, left: 30, suspended: false },
  }),
  ok('site-package', 'site-package.ok', { version: '9.6.9.39' }),
  ok('site-standard-model', 'site-standard-model.ok'),
  ok('site-language', 'site-language.ok', { language: 1033 }),
  ok('site-answers', 'site-answers.private', { url: siteUrl }),
  ok('site-registration', 'site-registration.ok'),
  found('site-home', {
    state: 'unknown',
    says: { id: 'site-home.private' },
    problem: { code: 'not-readable' },
    remedy: { owner: 'you', steps: [{ id: 'site-home.remedy.look' }], link: siteUrl },
    details: [{ state: 'proved', says: { id: 'site-home.there' } }],
  }),
  found('site-sign-in', {
    state: 'unknown',
    says: { id: 'site-sign-in.private' },
    problem: { code: 'not-readable' },
    remedy: { owner: 'you', steps: [{ id: 'site-sign-in.remedy.look' }], link: `${siteUrl}/SignIn` },
    details: [{ state: 'proved', says: { id: 'site-sign-in.on' } }],
  }),
];

const there = { name: 'Contoso orders', url: siteUrl, subdomain: 'contoso-orders', language: 1033 };

export const siteElsewhere: readonly RunEvent[] = [
  ...beforeSite,
  {
    type: 'answered',
    step: 'portal-site',
    answers: { name: 'Orders', subdomain: 'contoso-new', language: 1033 },
  },
  found('site-address', {
    state: 'blocked',
    says: { id: 'site-address.elsewhere', values: { name: there.name, url: there.url } },
    cause: { id: 'site-address.cause' },
    remedy: {
      owner: 'you',
      steps: [{ id: 'site-address.remedy.use' }, { id: 'site-address.remedy.remove' }],
      link: powerPages,
    },
    facts: { site: there },
  }),
  ...siteUnseen,
];

export const formerSite: readonly RunEvent[] = [
  ...beforeSite,
  found('former-site', {
    state: 'warn',
    says: { id: 'former-site.left', values: { name: 'Contoso orders', more: 0 } },
    cause: { id: 'former-site.cause' },
    remedy: { owner: 'you', steps: [{ id: 'former-site.remedy.take' }], link: powerPages },
    facts: { records: [{ record: '0c3f6b1e-0d6b-4a53-8a6e-1f3f5f3f0c11', name: 'Contoso orders' }] },
  }),
];
