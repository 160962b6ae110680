import type { RunEvent } from '@portico/plan/event';
import type { Review } from '../parts/step-model.ts';
import { mapAnswers } from './sample-maps.ts';
import { dataReady } from './sample-orders.ts';
import { found, ok } from './sample-run.ts';

const names = [
  'Customers V3 (accounts)',
  'Customers V3 (contacts)',
  'CDS released distinct products (products)',
  'CDS sales order headers (salesorders)',
  'CDS sales order lines (salesorderdetails)',
];

/** All five run; what is paused has a state of its own. */
const mapsStand = (state: 'running' | 'paused') =>
  names.map((name, index) => ({ id: `m${index}`, name, wanted: true, state, companies: [] }));

const mapsHeld: readonly RunEvent[] = [
  mapAnswers,
  ...dataReady,
  ok('maps-resolved', 'maps-resolved.ok'),
  ok('map-prerequisites', 'map-prerequisites.ok', { count: 9, wanted: 5, more: 4 }),
  ok('sync-feasible', 'sync-feasible.ok', { count: 0 }),
  ok('integration-keys', 'integration-keys.ok', { count: 5 }),
];

export const mapsDone: readonly RunEvent[] = [
  ...mapsHeld,
  ok('maps-running', 'maps-running.ok', undefined, { maps: mapsStand('running') }),
];

export const mapsPaused: readonly RunEvent[] = [
  ...mapsHeld,
  found('maps-running', {
    state: 'blocked',
    says: { id: 'maps-running.paused', values: { count: 0, total: 5, paused: 5 } },
    remedy: { owner: 'you', steps: [{ id: 'maps-running.remedy.go-on' }] },
    facts: { maps: mapsStand('paused') },
  }),
];

/** What pausing would change. */
export const pauseReview: Review = {
  changes: [
    ...names.map((name) => ({
      system: 'Dual-write',
      says: { id: 'pause-maps.change', values: { name } },
      undo: 'possible' as const,
    })),
    { system: 'Dual-write', says: { id: 'pause-maps.change.waits' }, undo: 'possible' },
  ],
  drivers: {
    automatic: { available: true, undocumented: true },
    guided: {
      available: true,
      guide: {
        who: 'finance-operations-admin',
        link: 'https://dataintegrator.trafficmanager.net/dualWrite',
        steps: [
          { id: 'standing-maps.guide.pick', values: { names: names.join(', ') } },
          { id: 'pause-maps.guide.press' },
        ],
        notice: { id: 'standing-maps.guide.notice' },
      },
    },
  },
};
