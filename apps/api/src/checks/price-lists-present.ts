import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import type { Row } from '../targets/targets.ts';
import { defineCheck } from './define-check.ts';

const each = msg({
  id: 'price-lists-present.ok',
  defaultMessage: 'Each currency that customers pay in has one price list.',
});
const nobody = msg({
  id: 'price-lists-present.nobody',
  defaultMessage: 'No customer is there yet who would need a price list; dual-write creates them as it goes.',
});
const missing = msg({
  id: 'price-lists-present.missing',
  defaultMessage:
    '{count, plural, =5000 {At least 5,000 customers pay} one {A customer pays} other {# customers pay}} in a currency that has no price list.',
});
const lacking = msg({ id: 'price-lists-present.lacking', defaultMessage: 'a price list in {currency}' });
const several = msg({
  id: 'price-lists-present.several',
  defaultMessage:
    '{count, plural, one {A currency has} other {# currencies have}} several price lists: dual-write puts products on the first by name.',
});
const first = msg({
  id: 'price-lists-present.first',
  defaultMessage: '{currency}: “{name}” comes first, before {others}',
});
const single = msg({ id: 'price-lists-present.single', defaultMessage: '{currency}: “{name}”' });
const create = msg({
  id: 'price-lists-present.remedy.create',
  defaultMessage:
    'Create a price list for that currency, or copy the products first: dual-write creates one for the currency of each company that releases products.',
});
const rename = msg({
  id: 'price-lists-present.remedy.rename',
  defaultMessage: 'If another one is meant, rename it so that its name comes first.',
});

/**
 * Who orders needs a price list in their currency. Dual-write takes the first by name, and creates one where there is
 * none for a company's currency (unified product experience): so this is said and stops nobody.
 */
export default defineCheck({
  title: msg({
    id: 'price-lists-present.title',
    defaultMessage: 'There is a price list for each currency that customers pay in',
  }),
  why: msg({
    id: 'price-lists-present.why',
    defaultMessage: 'Without one a customer in that currency can’t order on the site.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, some, dataversePage }) => {
    const [lists, currencies, link] = await Promise.all([
      rows({ set: 'pricelevels', $select: 'name,_transactioncurrencyid_value', $filter: 'statecode eq 0' }),
      rows({ set: 'transactioncurrencies', $select: 'transactioncurrencyid,isocurrencycode' }),
      dataversePage('main.aspx?pagetype=entitylist&etn=pricelevel'),
    ]);
    const codes = new Map(
      currencies.map((row) => [String(row['transactioncurrencyid']), String(row['isocurrencycode'])]),
    );
    const currencyOf = (row: Row) => String(row['_transactioncurrencyid_value']);
    const codeOf = (row: Row) => codes.get(currencyOf(row)) ?? '?';
    const listed = [...Map.groupBy(lists, codeOf)].map(([currency, of]) => ({
      currency,
      names: of.map((list) => String(list['name'])).toSorted((a, b) => a.localeCompare(b, 'en')),
    }));
    const none = await some({
      set: 'accounts',
      $select: 'name,_transactioncurrencyid_value',
      $filter: [
        'customertypecode eq 3 and statecode eq 0 and _transactioncurrencyid_value ne null',
        ...new Set(lists.map((list) => `_transactioncurrencyid_value ne ${currencyOf(list)}`)),
      ].join(' and '),
    });
    return { listed, customers: none.count, currencies: [...new Set(none.rows.map(codeOf))], link };
  },
  judge: ({ listed, customers, currencies, link }) => {
    const many = listed.filter(({ names }) => names.length > 1);
    const details: Detail[] = [
      ...currencies.map((currency): Detail => ({ state: 'not-found', says: text(lacking, { currency }) })),
      ...listed.map(({ currency, names: [name = '', ...others] }): Detail => {
        const after = others.map((other) => `“${other}”`).join(', ');
        if (after === '') return { state: 'proved', says: text(single, { currency, name }) };
        return { state: 'probable', says: text(first, { currency, name, others: after }) };
      }),
    ];
    if (customers === 0 && many.length === 0)
      return { state: 'ok', says: text(listed.length > 0 ? each : nobody), details };
    return {
      state: 'warn',
      says: customers > 0 ? text(missing, { count: customers }) : text(several, { count: many.length }),
      details,
      remedy: {
        owner: 'environment-admin',
        steps: [...(customers > 0 ? [text(create)] : []), ...(many.length > 0 ? [text(rename)] : [])],
        link,
      },
    };
  },
});
