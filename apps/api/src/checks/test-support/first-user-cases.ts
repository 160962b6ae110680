import { type JudgeCase, link } from './judge-case.ts';

const needs = (states: Readonly<Record<string, string>>) =>
  ['company', 'number', 'customer', 'currency', 'prices', 'country'].map((need) => ({
    need,
    state: states[need] ?? 'there',
    value: need,
  }));
const cora = { contact: 'c1', name: 'Cora Lind', role: 'Authorized users', needs: needs({}) };
const of = (...people: readonly object[]) => ({ people, link });

export const firstUserCases = {
  'users-chosen': [
    { when: 'some are', facts: 2, state: 'ok', says: 'users-chosen.ok' },
    { when: 'nobody is', facts: 0, state: 'blocked', todo: true, says: 'users-chosen.none', owner: 'you' },
  ],
  'contacts-usable': [
    { when: 'all is there', facts: of(cora), state: 'ok', says: 'contacts-usable.ok' },
    { when: 'nobody was chosen', facts: of(), state: 'ok', says: 'contacts-usable.nobody' },
    {
      when: 'the account has what is missing',
      facts: of({ ...cora, needs: needs({ customer: 'fill', currency: 'fill', country: 'fill' }) }),
      state: 'ok',
      says: 'contacts-usable.fills',
    },
    {
      when: 'company, customer and prices are missing',
      facts: of({ ...cora, needs: needs({ company: 'missing', customer: 'missing', prices: 'missing' }) }),
      state: 'blocked',
      says: 'contacts-usable.lacking',
      owner: 'you',
    },
    {
      when: 'the customer is of another company',
      facts: of(cora, { ...cora, needs: needs({ customer: 'elsewhere' }) }),
      state: 'blocked',
      says: 'contacts-usable.lacking',
    },
    {
      when: 'the contact is gone',
      facts: of({ contact: 'c1', name: '', needs: [] }),
      state: 'blocked',
      says: 'contacts-usable.lacking',
    },
    {
      when: 'the site has no such role',
      facts: of({ contact: 'c1', name: 'Cora Lind', needs: needs({}) }),
      state: 'blocked',
      says: 'contacts-usable.lacking',
    },
  ],
  'contacts-synced': [
    { when: 'all are there', facts: { count: 2, link, absent: [] }, state: 'ok', says: 'contacts-synced.ok' },
    { when: 'nobody was chosen', facts: { count: 0, link }, state: 'ok', says: 'contacts-synced.nobody' },
    {
      when: 'one isn’t',
      facts: { count: 2, link, absent: [{ name: 'Cora Lind', number: 'US-C001', company: 'USMF' }] },
      state: 'blocked',
      says: 'contacts-synced.some',
      owner: 'you',
    },
    {
      when: 'nobody may look',
      facts: { count: 2, link, refused: { code: 'upstream-forbidden' } },
      state: 'unknown',
      says: 'contacts-synced.unread',
      owner: 'finance-operations-admin',
    },
  ],
  'contacts-ready': [
    {
      when: 'nothing is empty',
      facts: { count: 2, lacking: [], link },
      state: 'ok',
      says: 'contacts-ready.ok',
    },
    {
      when: 'nobody was chosen',
      facts: { count: 0, lacking: [], link },
      state: 'ok',
      says: 'contacts-ready.nobody',
    },
    {
      when: 'something is',
      facts: { count: 2, lacking: [{ name: 'Cora Lind', needs: ['prices', 'country'] }], link },
      state: 'blocked',
      todo: true,
      says: 'contacts-ready.some',
      owner: 'you',
    },
  ],
  'web-roles-assigned': [
    {
      when: 'given, or everybody’s',
      facts: {
        seen: [
          { name: 'Cora Lind', role: 'Customer representative', by: 'given' },
          { name: 'Dev Rao', role: 'Authorized users', by: 'everybody' },
        ],
        link,
      },
      state: 'ok',
      says: 'web-roles-assigned.ok',
    },
    { when: 'nobody was chosen', facts: { seen: [], link }, state: 'ok', says: 'web-roles-assigned.nobody' },
    {
      when: 'one lacks it',
      facts: { seen: [{ name: 'Dev Rao', role: 'Authorized users', by: 'none' }], link },
      state: 'blocked',
      todo: true,
      says: 'web-roles-assigned.some',
      owner: 'you',
    },
  ],
  'users-invited': [
    {
      when: 'open, without an end, or taken; and the site is private',
      facts: {
        people: [
          { contact: 'c1', name: 'Cora Lind', state: 'open', until: '2026-12-24T10:00:00Z' },
          { contact: 'c2', name: 'Dev Rao', state: 'open' },
          { contact: 'c3', name: 'Eva Horn', state: 'signed-up' },
        ],
        private: true,
        link,
      },
      state: 'ok',
      says: 'users-invited.ok',
    },
    {
      when: 'nobody was chosen',
      facts: { people: [], private: false, link },
      state: 'ok',
      says: 'users-invited.nobody',
    },
    {
      when: 'one has none, and the time of another is over',
      facts: {
        people: [
          { contact: 'c1', name: 'Cora Lind', state: 'none' },
          { contact: 'c2', name: 'Dev Rao', state: 'run-out' },
        ],
        private: false,
        link,
      },
      state: 'blocked',
      todo: true,
      says: 'users-invited.some',
      owner: 'you',
    },
  ],
} satisfies Readonly<Record<string, readonly JudgeCase[]>>;
