import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const all = msg({
  id: 'accounts-are-customers.ok',
  defaultMessage: 'Every account with a company and an account number is a customer.',
});
const others = msg({
  id: 'accounts-are-customers.others',
  defaultMessage:
    '{count, plural, =5000 {At least 5,000 accounts have} one {An account has} other {# accounts have}} a company and an account number, but not the relationship type “Customer”: dual-write never copies them.',
});
const one = msg({
  id: 'accounts-are-customers.one',
  defaultMessage: 'the relationship type “Customer” of {name} ({number})',
});
const open = msg({
  id: 'accounts-are-customers.remedy.open',
  defaultMessage:
    'Open the accounts, and show the columns “Relationship type”, “Company” and “Account number”.',
});
const set = msg({
  id: 'accounts-are-customers.remedy.set',
  defaultMessage: 'Set “Relationship type” of those that are to order to “Customer”.',
});

/**
 * The accounts map takes `customertypecode eq 3` alone (its reversed filter; integrated customer master). Said and no stop:
 * accounts that only look like customers, such as suppliers, may be right as they are.
 */
export default defineCheck({
  title: msg({
    id: 'accounts-are-customers.title',
    defaultMessage: 'Accounts that look like customers are customers',
  }),
  why: msg({
    id: 'accounts-are-customers.why',
    defaultMessage: 'The people of an account that isn’t copied can sign in, but never order.',
  }),
  owner: 'environment-admin',
  // Its solutions bring the company's column.
  after: ['dual-write-solutions'],
  observe: async ({ some, dataversePage }) => {
    const [{ count, rows }, link] = await Promise.all([
      some({
        set: 'accounts',
        $select: 'name,accountnumber',
        // Whether "not equal" takes in what is empty is left open by the documentation, so it is said.
        $filter:
          'accountnumber ne null and _msdyn_company_value ne null and (customertypecode ne 3 or customertypecode eq null) and statecode eq 0',
      }),
      dataversePage('main.aspx?pagetype=entitylist&etn=account'),
    ]);
    const first = rows.map((row) => ({ name: String(row['name']), number: String(row['accountnumber']) }));
    return { count, first, link };
  },
  judge: ({ count, first, link }) => {
    if (count === 0) return { state: 'ok', says: text(all) };
    return {
      state: 'warn',
      says: text(others, { count }),
      details: first.map((account) => ({ state: 'not-found', says: text(one, account) })),
      remedy: { owner: 'environment-admin', steps: [text(open), text(set)], link },
    };
  },
});
