import type { MapForecast, SyncForecast } from '@portico/contract/findings';
import type { RunEvent } from '@portico/plan/event';
import { dataReady } from './sample-orders.ts';
import { found, ok } from './sample-run.ts';

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

const forecast = (
  id: string,
  name: string,
  [finance, dataverse]: readonly [number, number],
  seconds: readonly [number, number],
  more: Partial<MapForecast> = {},
): MapForecast => ({
  id,
  name,
  wanted: true,
  finance,
  dataverse,
  seconds,
  companies: [],
  obstacles: [],
  ...more,
});

/** What the first copying would take; one table is too large, and one couldn't be counted. */
export const mapsForecast: SyncForecast = {
  seconds: [5_400, 21_000],
  maps: [
    forecast('p1', 'Legal entities (cdm_companies)', [2, 2], [20, 240], { wanted: false }),
    { id: 'p2', name: 'Sites (msdyn_operationalsites)', wanted: false, companies: [], obstacles: [] },
    forecast('m3', 'Customers V3 (accounts)', [4_598, 71_204], [5_000, 20_000], {
      obstacles: ['single-threaded'],
      companies: [
        {
          company: 'USMF',
          finance: 4_210,
          dataverse: 71_000,
          seconds: [4_800, 19_000],
          obstacles: ['single-threaded'],
        },
        { company: 'DEMF', finance: 388, dataverse: 204, seconds: [300, 900], obstacles: [] },
      ],
      both: { rows: 12, lookedAt: 200, whole: false },
    }),
    forecast('m4', 'Customers V3 (contacts)', [150, 0], [90, 400], {
      both: { rows: 0, lookedAt: 0, whole: true },
    }),
    {
      id: 'm2',
      name: 'CDS sales order lines (salesorderdetails)',
      wanted: true,
      companies: [],
      obstacles: [],
    },
  ],
};

/** The same, found; and the person lets Dataverse win. */
export const mapsCounted: readonly RunEvent[] = [
  {
    type: 'answered',
    step: 'table-maps',
    answers: { master: 'dataverse', initialSync: true, choices: {}, confirmed: 'Dataverse' },
  },
  ...mapsFound,
  found('sync-feasible', {
    state: 'blocked',
    says: { id: 'sync-feasible.over', values: { names: 'Customers V3 (accounts)' } },
    details: [
      {
        state: 'probable',
        says: {
          id: 'sync-feasible.detail.single-threaded',
          values: { name: 'Customers V3 (accounts)', company: 'USMF' },
        },
      },
    ],
    remedy: {
      owner: 'you',
      steps: [{ id: 'sync-feasible.remedy.before' }, { id: 'sync-feasible.remedy.without' }],
    },
    facts: mapsForecast,
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
