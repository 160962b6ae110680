import { msg, text } from '@portico/plan/text';
import { readInvitees } from '../targets/invitees.ts';
import { defineCheck } from './define-check.ts';

const all = msg({
  id: 'contacts-ready.ok',
  defaultMessage:
    '{count, plural, one {The contact has} other {The # contacts have}} company, account number, customer, currency, price list and country.',
});
const nobody = msg({ id: 'contacts-ready.nobody', defaultMessage: 'No contact is needed yet.' });
const some = msg({
  id: 'contacts-ready.some',
  defaultMessage:
    '{count, plural, one {One contact lacks} other {# contacts lack}} something that an order needs.',
});
const lack = msg({
  id: 'contacts-ready.lack',
  defaultMessage:
    '{need, select, company {Company} number {Account number} customer {Customer account} currency {Currency} prices {Price list} other {Country/region}} of {name}',
});
const cause = msg({
  id: 'contacts-ready.cause',
  defaultMessage: 'An order takes these from the contact who places it, and fails without.',
});
const fill = msg({
  id: 'contacts-ready.remedy',
  defaultMessage: 'Inviting fills in what their customer accounts have; fill in the rest in Dataverse.',
});

/** Read back from the contacts themselves: nothing that an order needs is empty (customer-portal-customize). */
export default defineCheck({
  title: msg({ id: 'contacts-ready.title', defaultMessage: 'The contacts are ready to order' }),
  why: msg({
    id: 'contacts-ready.why',
    defaultMessage: 'What is empty here shows as an error when the first order is submitted.',
  }),
  owner: 'you',
  after: ['contacts-usable'],
  observe: async (targets) => {
    const [people, link] = await Promise.all([
      readInvitees(targets),
      targets.dataversePage('main.aspx?pagetype=entitylist&etn=contact'),
    ]);
    const lacking = people.map(({ name, needs }) => ({
      name,
      needs: needs.filter(({ state }) => state !== 'there').map(({ need }) => need),
    }));
    return { count: people.length, lacking: lacking.filter(({ needs }) => needs.length > 0), link };
  },
  judge: ({ count, lacking, link }) => {
    if (count === 0) return { state: 'ok', says: text(nobody) };
    if (lacking.length === 0) return { state: 'ok', says: text(all, { count }) };
    return {
      state: 'blocked',
      todo: true,
      says: text(some, { count: lacking.length }),
      cause: text(cause),
      details: lacking.flatMap(({ name, needs }) =>
        needs.map((need) => ({ state: 'not-found' as const, says: text(lack, { need, name }) })),
      ),
      remedy: { owner: 'you', steps: [text(fill)], link },
    };
  },
});
