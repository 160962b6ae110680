import type { RunEvent } from '@portico/plan/event';
import { evidence, found, ok } from './sample-run.ts';

const org = 'https://contoso.crm4.dynamics.com';
const finance = 'https://contoso.operations.dynamics.com/?mi=EcoResProductDetailsExtendedGrid';
const read = evidence.slice(0, 1);
const readThere = read.map((call) => ({
  ...call,
  service: 'Finance and operations',
  endpoint: 'listOrderSettings',
  standing: 'observed' as const,
  url: 'https://contoso.operations.dynamics.com/data/ProductDefaultOrderSettings?cross-company=true',
}));

const okThere = (id: string, values: Record<string, string | number>) =>
  found(id, { state: 'ok', says: { id: `${id}.ok`, values } }, readThere);

/** What Table maps and Order readiness share. */
export const dataReady: readonly RunEvent[] = [
  ok('unit-symbols', 'unit-symbols.ok', { count: 42 }),
  okThere('sales-units-set', { count: 1110 }),
  ok('products-matched', 'products-matched.ok'),
  ok('products-active', 'products-active.ok'),
];

export const ordersReady: readonly RunEvent[] = [
  ...dataReady,
  ok('pricing-settings', 'pricing-settings.ok'),
  okThere('order-settings-set', { count: 1110 }),
  okThere('number-sequences-distinct', { prefix: 'ORD' }),
  ok('price-lists-present', 'price-lists-present.ok'),
  ok('accounts-are-customers', 'accounts-are-customers.ok'),
];

const lacking = (id: string, values: Record<string, string>) =>
  ({ state: 'not-found', says: { id, values } }) as const;

export const ordersWrong: readonly RunEvent[] = [
  found('unit-symbols', {
    state: 'blocked',
    says: { id: 'unit-symbols.twice', values: { count: 1 } },
    cause: { id: 'unit-symbols.cause' },
    details: [
      lacking('unit-symbols.shared', { units: 'Each, Piece', symbol: 'ea' }),
      lacking('unit-symbols.without', { unit: 'Primary Unit' }),
    ],
    remedy: {
      owner: 'environment-admin',
      steps: [{ id: 'unit-symbols.remedy.open' }, { id: 'unit-symbols.remedy.fill' }],
      link: `${org}/main.aspx?pagetype=entitylist&etn=uom`,
    },
  }),
  okThere('sales-units-set', { count: 1110 }),
  ok('products-matched', 'products-matched.ok'),
  found('products-active', {
    state: 'blocked',
    says: { id: 'products-active.draft' },
    cause: { id: 'products-active.cause' },
    remedy: {
      owner: 'environment-admin',
      steps: [{ id: 'products-active.remedy.open' }, { id: 'products-active.remedy.set' }],
      link: `${org}/apps`,
    },
  }),
  ok('pricing-settings', 'pricing-settings.ok'),
  found(
    'order-settings-set',
    {
      state: 'blocked',
      says: { id: 'order-settings-set.missing', values: { count: 214 } },
      cause: { id: 'order-settings-set.cause' },
      details: ['D0002', 'D0003', 'D0010', 'D0011', 'D0012'].map((item) =>
        lacking('order-settings-set.one', { item, company: 'DEMF' }),
      ),
      remedy: {
        owner: 'finance-operations-admin',
        steps: ['open', 'fill', 'many'].map((step) => ({ id: `order-settings-set.remedy.${step}` })),
        link: finance,
      },
    },
    readThere,
  ),
  found(
    'number-sequences-distinct',
    {
      state: 'unknown',
      says: { id: 'number-sequences-distinct.unread' },
      problem: { code: 'token-refused', upstream: { status: 401 } },
      remedy: {
        owner: 'finance-operations-admin',
        steps: [
          { id: 'number-sequences-distinct.remedy.parameters' },
          { id: 'number-sequences-distinct.remedy.compare', values: { prefix: 'ORD' } },
        ],
        link: 'https://contoso.operations.dynamics.com/?mi=CustParameters',
      },
    },
    readThere.map((call) => ({ ...call, status: 401, endpoint: 'listSequenceReferences' })),
  ),
  found('price-lists-present', {
    state: 'warn',
    says: { id: 'price-lists-present.several', values: { count: 1 } },
    details: [
      {
        state: 'probable',
        says: {
          id: 'price-lists-present.first',
          values: { currency: 'EUR', name: 'Angebot 2024', others: '“Standard EUR”' },
        },
      },
      {
        state: 'proved',
        says: { id: 'price-lists-present.single', values: { currency: 'USD', name: 'Standard USD' } },
      },
    ],
    remedy: {
      owner: 'environment-admin',
      steps: [{ id: 'price-lists-present.remedy.rename' }],
      link: `${org}/main.aspx?pagetype=entitylist&etn=pricelevel`,
    },
  }),
  ok('accounts-are-customers', 'accounts-are-customers.ok'),
];
