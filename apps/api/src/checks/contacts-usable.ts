import type { FindingFacts, InviteeReadiness } from '@portico/contract/findings';
import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { readInvitees } from '../targets/invitees.ts';
import { webRoles } from '../targets/web-roles.ts';
import { defineCheck } from './define-check.ts';

const whole = msg({
  id: 'contacts-usable.ok',
  defaultMessage: 'The contacts have what only people know.',
});
const filled = msg({
  id: 'contacts-usable.fills',
  defaultMessage:
    'The contacts have what only people know. {count, plural, one {One value comes} other {# values come}} from their customer accounts.',
});
const nobody = msg({ id: 'contacts-usable.nobody', defaultMessage: 'No contact is needed yet.' });
const lacking = msg({
  id: 'contacts-usable.lacking',
  defaultMessage:
    '{count, plural, one {One contact can’t} other {# contacts can’t}} be used yet, for what only people know is missing.',
});
const cause = msg({
  id: 'contacts-usable.cause',
  defaultMessage:
    'An order takes its company, customer, currency, price list and country from the contact who places it.',
});
const missing = msg({
  id: 'contacts-usable.missing',
  defaultMessage:
    '{need, select, company {Company} number {Account number} customer {A customer account} currency {Currency} prices {Price list} other {Country/region}} of {name}',
});
const fromAccount = msg({
  id: 'contacts-usable.fill',
  defaultMessage:
    '{need, select, customer {Customer account} currency {Currency} prices {Price list} other {Country/region}} of {name}: {value}',
});
const elsewhere = msg({
  id: 'contacts-usable.elsewhere',
  defaultMessage: 'a customer account in the company of {name}; {value} is of another one',
});
const gone = msg({
  id: 'contacts-usable.gone',
  defaultMessage: 'the contact {id}, active in Dataverse',
});
const noRole = msg({
  id: 'contacts-usable.no-role',
  defaultMessage: 'the web role that was chosen for {name}, active on the site',
});
const open = msg({
  id: 'contacts-usable.remedy.open',
  defaultMessage: 'Open each of these contacts, and fill in what is named here. Then check again.',
});
const company = msg({
  id: 'contacts-usable.remedy.company',
  defaultMessage:
    'Company is the legal entity in finance and operations; it can’t be changed once it is saved. Account number is the customer’s account there.',
});
const account = msg({
  id: 'contacts-usable.remedy.account',
  defaultMessage:
    'Where a customer account is missing, choose it above instead: the contact gets it together with what it has.',
});
const again = msg({
  id: 'contacts-usable.remedy.choose',
  defaultMessage: 'Where a contact or a web role is gone, take it off your list above and choose again.',
});

/** What the documentation wants of an ordering contact (customer-portal-customize), as far as nothing but people can give it. */
export default defineCheck({
  title: msg({ id: 'contacts-usable.title', defaultMessage: 'The contacts can be used' }),
  why: msg({
    id: 'contacts-usable.why',
    defaultMessage: 'A contact without company, account or prices can sign in, and every order fails.',
  }),
  owner: 'you',
  after: ['users-chosen', 'site-provisioned'],
  observe: async (targets) => {
    const [invitees, roles, link] = await Promise.all([
      readInvitees(targets),
      webRoles(targets),
      targets.dataversePage('main.aspx?pagetype=entitylist&etn=contact'),
    ]);
    const people = invitees.map(({ contact, name, role, needs }): InviteeReadiness => {
      const known = roles.find(({ id, anonymous }) => id === role && !anonymous);
      return { contact, name, needs, ...(known ? { role: known.name } : {}) };
    });
    return { people, link };
  },
  judge: ({ people, link }) => {
    const facts: FindingFacts['contacts-usable'] = { people };
    if (people.length === 0) return { state: 'ok', says: text(nobody), facts };
    const bad = people.map(lackOf).filter((lack) => lack.length > 0);
    const fills = people.flatMap(({ name, needs }) =>
      needs.flatMap(({ need, state, value }): Detail[] =>
        state === 'fill'
          ? [{ state: 'probable', says: text(fromAccount, { need, name, value: value ?? '' }) }]
          : [],
      ),
    );
    if (bad.length === 0)
      return {
        state: 'ok',
        says: fills.length > 0 ? text(filled, { count: fills.length }) : text(whole),
        details: fills,
        facts,
      };
    return {
      state: 'blocked',
      says: text(lacking, { count: bad.length }),
      cause: text(cause),
      details: bad.flat(),
      remedy: {
        owner: 'you',
        steps: [text(open), text(company), text(account), text(again)],
        link,
      },
      facts,
    };
  },
});

/** What stands in the way of one of them. */
function lackOf({ contact, name, role, needs }: InviteeReadiness): readonly Detail[] {
  if (name === '') return [{ state: 'not-found', says: text(gone, { id: contact }) }];
  const lacks = needs.flatMap(({ need, state, value }): Detail[] => {
    if (state === 'missing') return [{ state: 'not-found', says: text(missing, { need, name }) }];
    if (state !== 'elsewhere') return [];
    return [{ state: 'not-found', says: text(elsewhere, { name, value: value ?? '' }) }];
  });
  if (role === undefined) lacks.push({ state: 'not-found', says: text(noRole, { name }) });
  return lacks;
}
