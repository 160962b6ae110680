import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const matched = msg({
  id: 'products-matched.ok',
  defaultMessage: 'Every product that Dataverse sells carries its company and product number.',
});
const loose = msg({
  id: 'products-matched.loose',
  defaultMessage:
    '{count, plural, =5000 {At least 5,000 products in Dataverse have} one {A product in Dataverse has} other {# products in Dataverse have}} no company or no product number of finance and operations.',
});
const one = msg({ id: 'products-matched.one', defaultMessage: 'company and product number of {name}' });
const cause = msg({
  id: 'products-matched.cause',
  defaultMessage:
    'Dual-write finds a product by both. One that finance and operations has as well is copied a second time, beside the one that is there.',
});
const fill = msg({
  id: 'products-matched.remedy.fill',
  defaultMessage:
    'For each product that finance and operations has too, fill in “Company” (for example USMF) and “Product number” as they are there.',
});
const retire = msg({
  id: 'products-matched.remedy.retire',
  defaultMessage: 'Retire those that it doesn’t have: orders with them never reach it.',
});

/**
 * Company and `msdyn_productnumber` are how products of both sides are matched; rows of before dual-write have neither
 * (unified product experience, matching product data). Soft: products that only Dataverse sells do no harm.
 */
export default defineCheck({
  title: msg({
    id: 'products-matched.title',
    defaultMessage: 'Products in Dataverse carry company and product number',
  }),
  why: msg({
    id: 'products-matched.why',
    defaultMessage: 'Otherwise the first copy doubles them, and taking doubles apart again is days of work.',
  }),
  owner: 'environment-admin',
  // Its solutions bring both columns.
  after: ['dual-write-solutions'],
  observe: async ({ some, dataversePage }) => {
    const [{ count, rows }, link] = await Promise.all([
      some({
        set: 'products',
        $select: 'name',
        // Families and bundles have neither; state 1 is Retired.
        $filter:
          '(msdyn_productnumber eq null or _msdyn_companyid_value eq null) and productstructure eq 1 and statecode ne 1',
      }),
      dataversePage('main.aspx?pagetype=entitylist&etn=product'),
    ]);
    return { count, names: rows.map((row) => String(row['name'])), link };
  },
  judge: ({ count, names, link }) => {
    if (count === 0) return { state: 'ok', says: text(matched) };
    return {
      state: 'blocked',
      says: text(loose, { count }),
      cause: text(cause),
      details: names.map((name) => ({ state: 'not-found', says: text(one, { name }) })),
      remedy: { owner: 'environment-admin', steps: [text(fill), text(retire)], link },
    };
  },
});
