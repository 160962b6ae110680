import type { RunEvent } from '@portico/plan/event';
import { dataReady, ordersReady } from './sample-orders.ts';
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
  ok('dataverse-ready', 'dataverse-ready.ok', { name: 'Contoso Production' }),
  ok('administration-mode', 'administration-mode.ok', { name: 'Contoso Production' }),
  ok('environment-kind', 'environment-kind.ok', { name: 'Contoso Production', sku: 'Production' }),
  ok('environment-user', 'environment-user.ok', { name: 'Contoso Production' }),
  ok('fno-linked', 'fno-linked.ok', { host }, pair),
  ok('same-tenant', 'same-tenant.ok'),
  ok('organization-matches', 'organization-matches.ok'),
  ok('prospect-to-cash-absent', 'prospect-to-cash-absent.ok'),
  ok('site-absent', 'site-absent.ok'),
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
  ok('dual-write-linked', 'dual-write-linked.ok', { finance: host }),
  ok('dual-write-versions', 'dual-write-versions.ok'),
  ok('plugins-enabled', 'plugins-enabled.ok', { count: 6 }),
  ok('application-users', 'application-users.ok'),
  ok('companies', 'companies.ok', { count: 3 }),
  ok('company-teams', 'company-teams.ok'),
  ok('runtime-configuration', 'runtime-configuration.ok', { count: 0 }),
  ok('attachments-allowed', 'attachments-allowed.ok'),
  ok('power-pages-core', 'power-pages-core.ok', { version: '1.1.2605.12' }),
];

const map = (id: string, name: string, version = '1.0.0.5') => ({
  id,
  name,
  version,
  author: 'Dynamics 365',
});
const customers = map('m3', 'Customers V3 (accounts)');
const persons = map('m4', 'Customers V3 (contacts)');

export const mapAnswers: RunEvent = {
  type: 'answered',
  step: 'table-maps',
  answers: { master: 'finance-operations', initialSync: true, choices: {} },
};

export const mapsFound: readonly RunEvent[] = [
  ...dataReady,
  found('maps-resolved', {
    state: 'blocked',
    says: { id: 'maps-resolved.unclear', values: { count: 1 } },
    remedy: { owner: 'you', steps: [{ id: 'maps-resolved.remedy.choose' }] },
    facts: {
      maps: [
        {
          wanted: 'sales-order-header',
          chosen: map('m1', 'CDS sales order headers (salesorders)'),
          candidates: [],
          reason: 'maps-resolved.reason.name',
        },
        {
          wanted: 'sales-order-details',
          chosen: map('m2', 'CDS sales order lines (salesorderdetails)'),
          candidates: [],
          reason: 'maps-resolved.reason.running',
        },
        {
          wanted: 'accounts',
          chosen: {
            ...customers,
            better: {
              id: 'm8',
              version: '1.0.0.9',
              author: 'Microsoft',
              reason: 'maps-resolved.reason.version-newer',
              taken: true,
            },
          },
          candidates: [customers],
          reason: 'maps-resolved.reason.name',
        },
        {
          wanted: 'contacts',
          candidates: [
            persons,
            map('m5', 'CDS Contacts V2 (contacts)', '1.0.0.7'),
            map('m6', 'Contacts V2 (msdyn_contactforparties)', '1.0.0.2'),
          ],
          reason: 'maps-resolved.reason.several',
        },
        { wanted: 'products', candidates: [], reason: 'maps-resolved.reason.absent' },
      ],
      beside: [
        {
          wanted: 'contact-persons',
          chosen: map('m6', 'Contacts V2 (msdyn_contactforparties)', '1.0.0.2'),
          candidates: [map('m6', 'Contacts V2 (msdyn_contactforparties)', '1.0.0.2')],
          reason: 'maps-resolved.reason.address-book',
        },
      ],
      apart: [
        {
          id: 'm5',
          name: 'CDS Contacts V2 (contacts)',
          version: '1.0.0.7',
          running: true,
          reason: 'maps-resolved.reason.apart-address-book',
        },
        {
          id: 'm7',
          name: 'Dynamics 365 Sales order headers (salesorders)',
          version: '1.0.0.1',
          running: false,
          reason: 'maps-resolved.reason.apart-orders',
        },
      ],
    },
  }),
  found('map-prerequisites', {
    state: 'ok',
    says: { id: 'map-prerequisites.ok', values: { count: 9, wanted: 5, more: 4 } },
    facts: {
      order: [
        { id: 'p1', name: 'Legal entities (cdm_companies)', wanted: false },
        { id: 'p2', name: 'Currencies (transactioncurrencies)', wanted: false },
        { id: 'p3', name: 'Customer groups (msdyn_customergroups)', wanted: false },
        { id: 'p4', name: 'Customers V3 (accounts)', wanted: true },
        { id: 'p5', name: 'Customers V3 (contacts)', wanted: true },
        { id: 'p6', name: 'Units (uoms)', wanted: false },
        { id: 'p7', name: 'CDS released distinct products (products)', wanted: true },
        { id: 'p8', name: 'CDS sales order headers (salesorders)', wanted: true },
        { id: 'p9', name: 'CDS sales order lines (salesorderdetails)', wanted: true },
      ],
    },
  }),
];

const company = (name: string, state: string, rows: number, errors = 0) => ({
  company: name,
  state,
  rows,
  errors,
});
export const mapStates = [
  {
    id: 'm3',
    name: 'Customers V3 (accounts)',
    wanted: true,
    state: 'running' as const,
    companies: [company('USMF', 'running', 4210), company('DEMF', 'running', 388)],
  },
  {
    id: 'm4',
    name: 'Customers V3 (contacts)',
    wanted: true,
    state: 'initial-sync' as const,
    companies: [company('USMF', 'initial-sync', 1200), company('DEMF', 'not-running', 0)],
  },
  {
    id: 'm1',
    name: 'CDS sales order headers (salesorders)',
    wanted: true,
    state: 'stopped' as const,
    error: 'Unable to write data to entity salesorders. Unable to lookup account with values {US-027}.',
    companies: [company('USMF', 'stopped', 310, 12), company('DEMF', 'paused', 0)],
  },
  { id: 'm9', name: 'Vendor contacts', wanted: false, state: 'unknown:7' as const, companies: [] },
];

export const mapsRunning: readonly RunEvent[] = [
  ok('maps-resolved', 'maps-resolved.ok'),
  ok('map-prerequisites', 'map-prerequisites.ok', { count: 9, wanted: 5, more: 4 }),
  ok('maps-running', 'maps-running.ok', undefined, { maps: mapStates.slice(0, 1) }),
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
  ...ordersReady,
];

export const siteReady: readonly RunEvent[] = [
  ...beforeSite,
  siteAnswers,
  ok('site-address', 'site-address.ok'),
];

export const siteDone: readonly RunEvent[] = [
  ok(
    'site-provisioned',
    'site-provisioned.ok',
    { name: 'Contoso orders', url: 'https://contoso-orders.powerappsportals.com' },
    {
      url: 'https://contoso-orders.powerappsportals.com',
      status: 'OperationComplete',
      trialDaysLeft: 30,
    },
  ),
  ok('site-answers', 'site-answers.private', { url: 'https://contoso-orders.powerappsportals.com' }),
];
