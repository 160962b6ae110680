import type { RunEvent } from '@portico/plan/event';
import type { Review } from '../parts/step-model.ts';
import { review } from './sample-model.ts';
import { ordersReady } from './sample-orders.ts';
import { found, ok } from './sample-run.ts';
import { usersInvited } from './sample-users.ts';

const url = 'https://contoso-orders.powerappsportals.com';
const at = '2026-11-26T10:04:00Z';

/** Nothing keeps an order from arriving, and nobody was on the portal yet. */
const ready: readonly RunEvent[] = [
  ...usersInvited,
  ...ordersReady,
  ok('order-permissions', 'order-permissions.ok'),
  ok('order-prices', 'order-prices.ok'),
  ok('order-wizard', 'order-wizard.ok'),
];

/** Under way: a person does it on the portal, with the link that they get here. */
export const placing: readonly RunEvent[] = [
  ...ready,
  {
    type: 'operation-started',
    operation: 'placing',
    action: 'place-order',
    driver: 'guided',
    changes: [],
    key: '9b2f6c1e-0d6b-4a53-8a6e-1f3f5f3f0c61',
    guide: {
      who: 'you',
      link: url,
      steps: ['register', 'gate', 'create', 'information', 'items', 'submit'].map((name) => ({
        id: `place-order.guide.${name}`,
      })),
      notice: { id: 'place-order.guide.notice' },
    },
  },
  {
    type: 'operation-waiting',
    operation: 'placing',
    for: 'person',
    says: { id: 'place-order.watching', values: { names: 'Cora Lind, Dev Rao' } },
  },
];

const orderedBy = { owner: 'you', steps: [{ id: 'order-arrived.remedy.later' }] } as const;

export const toPlace: readonly RunEvent[] = [
  ...ready,
  found('order-arrived', {
    state: 'blocked',
    todo: true,
    says: { id: 'order-arrived.none' },
    remedy: { ...orderedBy, steps: [{ id: 'order-arrived.remedy.place' }, ...orderedBy.steps], link: url },
  }),
];

/** It is in Dataverse, and the maps didn’t carry it over: that is a problem. */
export const stuck: readonly RunEvent[] = [
  ...ready,
  found('order-arrived', {
    state: 'blocked',
    says: { id: 'order-arrived.stays', values: { name: 'Dev Rao' } },
    cause: { id: 'order-arrived.cause' },
    remedy: { ...orderedBy, steps: [{ id: 'order-arrived.remedy.running' }, ...orderedBy.steps] },
  }),
];

const seen = (id: string): RunEvent =>
  found(id, {
    state: 'ok',
    says: { id: `${id}.visited`, values: { name: 'Dev Rao' } },
    details: [{ state: 'proved', says: { id: 'portal-visit.order', values: { name: 'Dev Rao', at } } }],
  });

export const arrived: readonly RunEvent[] = [
  ...ready,
  seen('site-home'),
  seen('site-sign-in'),
  ok(
    'order-arrived',
    'order-arrived.ok',
    { number: 'ORD-01042', name: 'Dev Rao' },
    {
      number: 'ORD-01042',
      dataverse: 'ORD-01042-K7Q2Z9',
      name: 'Dev Rao',
      at,
      link: 'https://contoso.crm4.dynamics.com/main.aspx?pagetype=entityrecord&etn=salesorder&id=5d',
    },
  ),
];

export const placeReview: Review = {
  changes: [
    {
      system: 'The portal',
      says: { id: 'place-order.change', values: { names: 'Cora Lind, Dev Rao' } },
      undo: 'by-hand',
    },
  ],
  drivers: { ...review.drivers, automatic: { available: false } },
};
