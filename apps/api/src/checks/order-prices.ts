import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import type { Row } from '../targets/targets.ts';
import { textOf } from '../targets/text-of.ts';
import { nameOf } from '../targets/invitees.ts';
import { idsIn } from '../targets/rows.ts';
import { defineCheck } from './define-check.ts';

const all = msg({
  id: 'order-prices.ok',
  defaultMessage: 'Each first user has an active price list in the currency they pay in.',
});
const nobody = msg({ id: 'order-prices.nobody', defaultMessage: 'Nobody is to order yet.' });
const some = msg({
  id: 'order-prices.some',
  defaultMessage:
    '{count, plural, one {One first user has} other {# first users have}} no price list that an order can take.',
});
const without = msg({ id: 'order-prices.without', defaultMessage: '{name}: no price list' });
const inactive = msg({ id: 'order-prices.inactive', defaultMessage: '{name}: {list} is not active' });
const otherCurrency = msg({
  id: 'order-prices.currency',
  defaultMessage: '{name}: {list} is in another currency than theirs',
});
const cause = msg({
  id: 'order-prices.cause',
  defaultMessage:
    'The order takes the contact’s price list and currency. Without a usable one it isn’t saved.',
});
const activate = msg({
  id: 'order-prices.remedy',
  defaultMessage:
    'Open the price list in Dataverse and activate it, or choose another at the contact, in the same currency.',
});

type Fault = 'without' | 'inactive' | 'currency';

/** What the order wizard takes from the contact (customer-portal-customize): the price list, in the contact’s currency. */
export default defineCheck({
  title: msg({ id: 'order-prices.title', defaultMessage: 'Their price lists can be used' }),
  why: msg({
    id: 'order-prices.why',
    defaultMessage: 'An order without a price list, or with one in another currency, is refused.',
  }),
  owner: 'you',
  after: ['contacts-usable'],
  observe: async ({ answers, rows, dataversePage }) => {
    const ids = (answers['first-users']?.people ?? []).map(({ contact }) => contact);
    const $filter = idsIn('contactid', ids);
    const [people, lists, link] = await Promise.all([
      $filter === undefined
        ? []
        : rows({
            set: 'contacts',
            $select: 'contactid,firstname,lastname,_defaultpricelevelid_value,_transactioncurrencyid_value',
            $filter,
          }),
      rows({ set: 'pricelevels', $select: 'pricelevelid,name,statecode,_transactioncurrencyid_value' }),
      dataversePage('main.aspx?pagetype=entitylist&etn=pricelevel'),
    ]);
    const faults = people.flatMap((person) => {
      const list = lists.find((each) => each['pricelevelid'] === person['_defaultpricelevelid_value']);
      const fault = faultOf(person, list);
      return fault ? [{ fault, name: nameOf(person), list: textOf(list?.['name']) }] : [];
    });
    return { count: ids.length, faults, link };
  },
  judge: ({ count, faults, link }) => {
    if (count === 0) return { state: 'ok', says: text(nobody) };
    if (faults.length === 0) return { state: 'ok', says: text(all) };
    const words = { without, inactive, currency: otherCurrency } as const;
    const details = faults.map(
      ({ fault, name, list }): Detail => ({ state: 'not-found', says: text(words[fault], { name, list }) }),
    );
    return {
      state: 'blocked',
      says: text(some, { count: faults.length }),
      cause: text(cause),
      details,
      remedy: { owner: 'you', steps: [text(activate)], link },
    };
  },
});

function faultOf(person: Row, list: Row | undefined): Fault | undefined {
  if (!list) return 'without';
  if (list['statecode'] !== 0) return 'inactive';
  return list['_transactioncurrencyid_value'] === person['_transactioncurrencyid_value']
    ? undefined
    : 'currency';
}
