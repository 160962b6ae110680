import { msg, text } from '@portico/plan/text';
import { notInFinance } from '../targets/in-finance.ts';
import { readInvitees } from '../targets/invitees.ts';
import { lasting, read } from '../targets/read.ts';
import { defineCheck } from './define-check.ts';

const all = msg({
  id: 'contacts-synced.ok',
  defaultMessage:
    'Finance and operations knows {count, plural, one {the contact} other {the # contacts}} by company and account number.',
});
const nobody = msg({ id: 'contacts-synced.nobody', defaultMessage: 'No contact is needed yet.' });
const some = msg({
  id: 'contacts-synced.some',
  defaultMessage:
    '{count, plural, one {One contact isn’t} other {# contacts aren’t}} in finance and operations.',
});
const one = msg({
  id: 'contacts-synced.one',
  defaultMessage: '{name} under the number {number} in {company}',
});
const cause = msg({
  id: 'contacts-synced.cause',
  defaultMessage:
    'The contacts map copies a contact when it is saved while the map runs. It takes only contacts with a company and an account number.',
});
const unread = msg({
  id: 'contacts-synced.unread',
  defaultMessage: 'The customers of finance and operations can’t be read with your sign-in.',
});
const running = msg({
  id: 'contacts-synced.remedy.running',
  defaultMessage: 'See in the step “Table maps” that the contacts map runs.',
});
const save = msg({
  id: 'contacts-synced.remedy.save',
  defaultMessage:
    'Then save the contact in Dataverse once more. What keeps it from being copied is said when it is saved.',
});
const look = msg({
  id: 'contacts-synced.remedy.look',
  defaultMessage: 'In “Customers” or “Contacts”, filter by the account numbers, in each company.',
});

/**
 * The contact must be seen in Supply Chain Management before it is invited (customer-portal-user-admin). Soft: where this
 * can't be read, somebody who looked may say so.
 */
export default defineCheck({
  title: msg({
    id: 'contacts-synced.title',
    defaultMessage: 'The contacts are in finance and operations',
  }),
  why: msg({
    id: 'contacts-synced.why',
    defaultMessage: 'An order of somebody whom finance and operations doesn’t know isn’t taken.',
  }),
  owner: 'you',
  after: ['contacts-usable', 'fno-linked'],
  observe: async (targets) => {
    const [people, link] = await Promise.all([
      readInvitees(targets),
      targets.financeForm('CustTableListPage'),
    ]);
    const seen = await read(notInFinance(targets, people), lasting);
    if ('refused' in seen && people.length > 0) return { count: people.length, link, refused: seen.refused };
    const absent = 'value' in seen ? seen.value : [];
    return {
      count: people.length,
      link,
      absent: absent.map(({ name, number, company }) => ({ name, number, company })),
    };
  },
  judge: ({ count, link, refused, absent = [] }) => {
    if (refused)
      return {
        state: 'unknown',
        says: text(unread),
        problem: refused,
        remedy: { owner: 'finance-operations-admin', steps: [text(look)], link },
      };
    if (count === 0) return { state: 'ok', says: text(nobody) };
    if (absent.length === 0) return { state: 'ok', says: text(all, { count }) };
    return {
      state: 'blocked',
      says: text(some, { count: absent.length }),
      cause: text(cause),
      details: absent.map((person) => ({ state: 'not-found', says: text(one, person) })),
      remedy: { owner: 'you', steps: [text(running), text(save)], link },
    };
  },
});
