import type { RunEvent } from '@portico/plan/event';
import type { Review } from '../parts/step-model.ts';
import { found } from './sample-run.ts';

export const address = 'https://projectmanagementservice.eu-il107.gateway.prod.island.powerapps.com';
const link = 'https://dataintegrator.trafficmanager.net/dualWrite?axenv=contoso.operations.dynamics.com';

export const silentGateway: RunEvent = found('dual-write-linked', {
  state: 'unknown',
  says: { id: 'dual-write-linked.silent' },
  problem: { code: 'upstream-refused', upstream: { status: 404 } },
  details: [{ state: 'not-found', says: { id: 'dual-write-linked.asked.inferred', values: { address } } }],
  remedy: {
    owner: 'you',
    steps: ['listen', 'copy', 'give'].map((name) => ({ id: `dual-write-linked.remedy.${name}` })),
    link,
  },
  facts: { asked: { address, given: false }, doubtful: true },
});

const solutions = [
  { name: 'Dynamics 365 Finance Extended Maps', maps: 'accounts - Customers V3, contacts - Customers V3' },
  {
    name: 'Dynamics 365 Supply Chain Extended Maps',
    maps: 'products - CDS released distinct products, salesorders - CDS sales order headers',
  },
];

export const neverApplied: RunEvent = found('map-solutions-applied', {
  state: 'blocked',
  says: { id: 'map-solutions-applied.missing', values: { count: 2 } },
  cause: { id: 'map-solutions-applied.cause' },
  details: [
    {
      state: 'proved',
      says: { id: 'map-solutions-applied.there', values: { name: 'Dual-write Application Core Maps' } },
    },
    ...solutions.map((values) => ({
      state: 'not-found' as const,
      says: { id: 'map-solutions-applied.lacks', values },
    })),
  ],
  remedy: {
    owner: 'finance-operations-admin',
    steps: [{ id: 'map-solutions-applied.remedy.only' }, { id: 'map-solutions-applied.remedy.one' }],
    link,
  },
});

export const applyReview: Review = {
  changes: solutions.map(({ name }) => ({
    system: 'Dual-write',
    says: { id: 'apply-map-solutions.change', values: { name } },
    undo: 'by-hand',
  })),
  drivers: {
    automatic: { available: true, undocumented: true },
    guided: {
      available: true,
      guide: {
        who: 'finance-operations-admin',
        link,
        steps: [
          { id: 'apply-map-solutions.guide.open' },
          {
            id: 'apply-map-solutions.guide.choose',
            values: { names: solutions.map(({ name }) => name).join(', ') },
          },
          { id: 'apply-map-solutions.guide.wait' },
          { id: 'apply-map-solutions.guide.next' },
        ],
        notice: { id: 'apply-map-solutions.guide.notice' },
      },
    },
  },
};
