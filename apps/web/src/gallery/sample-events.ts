import type { RunEvent } from '@portico/plan/event';
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
  ok('fno-linked', 'fno-linked.ok', { host }, pair),
  ok('organization-matches', 'organization-matches.ok'),
  ok('site-absent', 'site-absent.ok'),
];

export const accessBlocked: readonly RunEvent[] = [
  ok('site-creation-allowed', 'site-creation-allowed.ok'),
  found('system-administrator', {
    state: 'blocked',
    says: { id: 'system-administrator.missing', values: { user: 'Mona Berg' } },
    cause: { id: 'system-administrator.cause' },
    remedy: {
      owner: 'environment-admin',
      steps: [
        { id: 'system-administrator.remedy.open' },
        { id: 'system-administrator.remedy.assign', values: { user: 'Mona Berg' } },
      ],
      link: 'https://admin.powerplatform.microsoft.com/environments',
    },
  }),
];

export const accessDone: readonly RunEvent[] = [
  ok('site-creation-allowed', 'site-creation-allowed.ok'),
  ok('system-administrator', 'system-administrator.ok', { user: 'Mona Berg' }),
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
      { state: 'probable', says: { id: 'power-pages-capacity.trial' } },
    ],
    remedy: { owner: 'licence-admin', steps: [{ id: 'power-pages-capacity.remedy.buy' }] },
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
          chosen: customers,
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
    },
  }),
  found('map-prerequisites', {
    state: 'ok',
    says: { id: 'map-prerequisites.ok', values: { count: 9, more: 4 } },
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
  ok('map-prerequisites', 'map-prerequisites.ok', { count: 9, more: 4 }),
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
