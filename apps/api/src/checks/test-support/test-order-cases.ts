import { type JudgeCase, link } from './judge-case.ts';

const newest = {
  id: 'o1',
  number: 'ORD-01001',
  dataverse: 'ORD-01001-X7',
  name: 'Cora Lind',
  at: '2026-11-26T10:00:00Z',
};

export const testOrderCases = {
  'order-permissions': [
    { when: 'all may', facts: { count: 2, link, lacking: [] }, state: 'ok', says: 'order-permissions.ok' },
    {
      when: 'nobody was chosen',
      facts: { count: 0, link, lacking: [] },
      state: 'ok',
      says: 'order-permissions.nobody',
    },
    {
      when: 'a role has none',
      facts: {
        count: 2,
        link,
        lacking: [{ role: 'Authorized users', tables: ['salesorder', 'salesorderdetail'] }],
      },
      state: 'blocked',
      says: 'order-permissions.some',
      owner: 'environment-admin',
    },
  ],
  'order-prices': [
    { when: 'each has one', facts: { count: 2, link, faults: [] }, state: 'ok', says: 'order-prices.ok' },
    {
      when: 'nobody was chosen',
      facts: { count: 0, link, faults: [] },
      state: 'ok',
      says: 'order-prices.nobody',
    },
    {
      when: 'one has none, one is inactive, one in another currency',
      facts: {
        count: 3,
        link,
        faults: [
          { fault: 'without', name: 'Cora Lind', list: '' },
          { fault: 'inactive', name: 'Dev Rao', list: 'Contoso USD' },
          { fault: 'currency', name: 'Eva Horn', list: 'Contoso EUR' },
        ],
      },
      state: 'blocked',
      says: 'order-prices.some',
      owner: 'you',
    },
  ],
  'order-wizard': [
    {
      when: 'all is filled in',
      facts: { there: true, link, missing: [] },
      state: 'ok',
      says: 'order-wizard.ok',
    },
    {
      when: 'the price list isn’t',
      facts: { there: true, link, missing: ['pricelevelid'] },
      state: 'warn',
      says: 'order-wizard.lacks',
      owner: 'environment-admin',
    },
    {
      when: 'there is none',
      facts: { there: false, link, missing: ['name'] },
      state: 'warn',
      says: 'order-wizard.absent',
    },
  ],
  'order-arrived': [
    {
      when: 'it is on both sides',
      facts: { people: 2, link, newest, page: link, there: true },
      state: 'ok',
      says: 'order-arrived.ok',
    },
    {
      when: 'there is none',
      facts: { people: 2, link },
      state: 'blocked',
      todo: true,
      says: 'order-arrived.none',
      owner: 'you',
    },
    {
      when: 'nobody was chosen',
      facts: { people: 0, link },
      state: 'blocked',
      todo: true,
      says: 'order-arrived.nobody',
    },
    {
      when: 'it stays in Dataverse',
      facts: { people: 2, link, newest, there: false },
      state: 'blocked',
      says: 'order-arrived.stays',
      owner: 'you',
    },
    {
      when: 'nobody may look',
      facts: { people: 2, link, newest, refused: { code: 'upstream-forbidden' } },
      state: 'unknown',
      says: 'order-arrived.unread',
      owner: 'finance-operations-admin',
    },
  ],
} satisfies Record<string, readonly JudgeCase[]>;
