import type { NeedState } from '@portico/contract/findings';
import type { Choice } from '@portico/contract/routes';
import type { RunEvent } from '@portico/plan/event';
import type { Review, StepModel } from '../parts/step-model.ts';
import { review } from './sample-model.ts';
import { beforeSite, siteAnswers, siteDone } from './sample-events.ts';
import { found, ok } from './sample-run.ts';

const ids = {
  cora: '3f1e2d3c-4b5a-4968-8778-695a4b3c2d01',
  dev: '3f1e2d3c-4b5a-4968-8778-695a4b3c2d02',
  representative: '3f1e2d3c-4b5a-4968-8778-695a4b3c2d11',
  authorized: '3f1e2d3c-4b5a-4968-8778-695a4b3c2d12',
} as const;

const contact = (value: string, label: string, number: string, customer: string, email = ''): Choice => ({
  value,
  label,
  fitness: number ? 2 : 1,
  facts: { number, company: number ? 'USMF' : '', customer, email },
});

export const contacts: readonly Choice[] = [
  contact(ids.cora, 'Cora Lind', 'US-C001', 'Fourth Coffee (US-001)', 'cora.lind@fourthcoffee.example'),
  contact(ids.dev, 'Dev Rao', 'US-C002', ''),
  contact('c3', 'Eva Horn', 'US-C003', 'Lucerne Verlag (US-003)'),
  contact('c4', 'Finn Moss', '', '', 'finn@alpine.example'),
];

const role = (value: string, label: string, fitness = 1): Choice => ({ value, label, fitness });
export const roles: readonly Choice[] = [
  role('r1', 'Administrator'),
  role(ids.representative, 'Customer representative'),
  role(ids.authorized, 'Authorized users'),
  { ...role('r4', 'Unauthorized users', 0), reason: { id: 'choices.web-role.anonymous' } },
];

const accounts: readonly Choice[] = [
  { value: 'a1', label: 'Fourth Coffee (US-001)', fitness: 1, facts: { company: 'USMF' } },
  { value: 'a2', label: 'Litware (US-002)', fitness: 1, facts: { company: 'USMF' } },
];

const idle = { run: () => undefined, busy: false, problem: undefined };

export const lists: Pick<StepModel, 'choices' | 'invitees'> = {
  choices: { status: 'ready', value: roles },
  invitees: {
    contacts: { status: 'ready', value: contacts },
    accounts: { status: 'ready', value: accounts },
    search: () => undefined,
    show: idle,
    link: undefined,
    forget: () => undefined,
  },
};

/** More than are shown. */
export const longList: StepModel['invitees'] = {
  ...lists.invitees,
  contacts: {
    status: 'ready',
    value: Array.from({ length: 51 }, (_, n) => ({ value: `c${n}`, label: `Contact ${n}`, fitness: 2 })),
  },
};

export const withLink: StepModel['invitees'] = {
  ...lists.invitees,
  link: {
    contact: ids.cora,
    address: 'https://contoso-orders.powerappsportals.com/register/?invitationCode=sample-of-a-code',
  },
};

export const beforeUsers: readonly RunEvent[] = [
  ...beforeSite,
  siteAnswers,
  ok('site-address', 'site-address.ok'),
  ...siteDone,
];

const answered: RunEvent = {
  type: 'answered',
  step: 'first-users',
  answers: {
    people: [
      { contact: ids.cora, role: ids.representative },
      { contact: ids.dev, role: ids.authorized },
    ],
  },
};

const all: readonly NeedState[] = [
  { need: 'company', state: 'there', value: 'USMF' },
  { need: 'number', state: 'there', value: 'US-C001' },
  { need: 'customer', state: 'there', value: 'Fourth Coffee (US-001)' },
  { need: 'currency', state: 'fill', value: 'USD' },
  { need: 'prices', state: 'fill', value: 'Contoso USD' },
  { need: 'country', state: 'fill', value: 'US' },
];
const there = all.map((need): NeedState => ({ ...need, state: 'there' }));
const cora = { contact: ids.cora, name: 'Cora Lind', role: 'Customer representative' };
const dev = { contact: ids.dev, name: 'Dev Rao', role: 'Authorized users' };

const chosen = ok('users-chosen', 'users-chosen.ok', { count: 2 });
const missing = (need: string) => ({
  state: 'not-found' as const,
  says: { id: 'contacts-usable.missing', values: { need, name: 'Dev Rao' } },
});

/** One of them lacks what only people know. */
export const usersLack: readonly RunEvent[] = [
  ...beforeUsers,
  answered,
  chosen,
  found('contacts-usable', {
    state: 'blocked',
    says: { id: 'contacts-usable.lacking', values: { count: 1 } },
    cause: { id: 'contacts-usable.cause' },
    details: ['customer', 'currency', 'prices', 'country'].map(missing),
    remedy: {
      owner: 'you',
      steps: ['open', 'company', 'account', 'choose'].map((step) => ({
        id: `contacts-usable.remedy.${step}`,
      })),
      link: 'https://contoso.crm4.dynamics.com/main.aspx?pagetype=entitylist&etn=contact',
    },
    facts: {
      people: [
        { ...cora, needs: all },
        {
          ...dev,
          needs: all.map(
            ({ need, value }): NeedState =>
              /company|number/.test(need) ? { need, state: 'there', value } : { need, state: 'missing' },
          ),
        },
      ],
    },
  }),
  found('contacts-synced', { state: 'skipped', because: 'contacts-usable', says: { id: 'check.skipped' } }),
];

/** All can be filled in. */
export const usersReady: readonly RunEvent[] = [
  ...beforeUsers,
  answered,
  chosen,
  ok(
    'contacts-usable',
    'contacts-usable.fills',
    { count: 6 },
    { people: [cora, dev].map((person) => ({ ...person, needs: all })) },
  ),
  ok('contacts-synced', 'contacts-synced.ok', { count: 2 }),
];

/** Done: one has signed up already. */
export const usersInvited: readonly RunEvent[] = [
  ...beforeUsers,
  answered,
  chosen,
  ok('contacts-usable', 'contacts-usable.ok', undefined, {
    people: [cora, dev].map((person) => ({ ...person, needs: there })),
  }),
  ok('contacts-synced', 'contacts-synced.ok', { count: 2 }),
  ok('contacts-ready', 'contacts-ready.ok', { count: 2 }),
  ok('web-roles-assigned', 'web-roles-assigned.ok', { count: 2 }),
  found('users-invited', {
    state: 'ok',
    says: { id: 'users-invited.ok', values: { count: 2 } },
    details: [
      {
        state: 'proved',
        says: { id: 'users-invited.open', values: { name: 'Cora Lind', until: '2026-12-24T10:00:00Z' } },
      },
      { state: 'proved', says: { id: 'users-invited.signed-up', values: { name: 'Dev Rao' } } },
      { state: 'not-found', says: { id: 'users-invited.private' } },
    ],
    facts: {
      people: [
        { contact: ids.cora, name: 'Cora Lind', state: 'open', until: '2026-12-24T10:00:00Z' },
        { contact: ids.dev, name: 'Dev Rao', state: 'signed-up' },
      ],
    },
  }),
];

/** Nobody yet, on purpose. */
export const usersLater: readonly RunEvent[] = [
  ...beforeUsers,
  { type: 'answered', step: 'first-users', answers: { people: [] } },
  found('users-chosen', {
    state: 'blocked',
    todo: true,
    says: { id: 'users-chosen.none' },
    cause: { id: 'users-chosen.cause' },
    remedy: {
      owner: 'you',
      steps: [{ id: 'users-chosen.remedy.choose' }, { id: 'users-chosen.remedy.later' }],
    },
  }),
  ...['contacts-usable', 'contacts-synced'].map((check) =>
    found(check, { state: 'skipped', because: 'users-chosen', says: { id: 'check.skipped' } }),
  ),
];

const fill = (name: string, need: string, value: string) => ({
  system: 'Dataverse',
  says: { id: 'invite-users.change.fill', values: { name, need, value } },
  undo: 'possible' as const,
});

export const usersReview: Review = {
  ...review,
  changes: [
    fill('Cora Lind', 'currency', 'USD'),
    fill('Cora Lind', 'prices', 'Contoso USD'),
    fill('Cora Lind', 'country', 'US'),
    {
      system: 'Dataverse',
      says: {
        id: 'invite-users.change.role',
        values: { name: 'Cora Lind', role: 'Customer representative' },
      },
      undo: 'possible',
    },
    {
      system: 'Dataverse',
      says: { id: 'invite-users.change.invite', values: { name: 'Cora Lind', days: 30 } },
      undo: 'possible',
    },
  ],
};
