import { msg, text } from '@portico/plan/text';
import { countOf } from '../targets/count-of.ts';
import { defineCheck } from './define-check.ts';
import { lasting, read } from '../targets/read.ts';

const all = msg({
  id: 'sales-units-set.ok',
  defaultMessage:
    '{count, plural, one {The released product has} other {All # released products have}} a sales unit.',
});
const missing = msg({
  id: 'sales-units-set.missing',
  defaultMessage:
    '{count, plural, one {A released product has} other {# released products have}} no sales unit.',
});
const one = msg({ id: 'sales-units-set.one', defaultMessage: 'the sales unit of {number} in {company}' });
const nothing = msg({
  id: 'sales-units-set.nothing',
  defaultMessage:
    'No released product is to be seen: none is released, or you work in none of the companies.',
});
const cause = msg({
  id: 'sales-units-set.cause',
  defaultMessage: 'A product in Dataverse must have a unit, so these rows fail when products are copied.',
});
const unread = msg({
  id: 'sales-units-set.unread',
  defaultMessage: 'The released products of finance and operations can’t be read with your sign-in.',
});
const open = msg({
  id: 'sales-units-set.remedy.open',
  defaultMessage:
    'In “Product information management”, “Products”, open “Released products”, in each company.',
});
const fill = msg({
  id: 'sales-units-set.remedy.fill',
  defaultMessage: 'Fill in the sales unit of each of them: it is “Unit” on the tab “Sell”.',
});
const look = msg({
  id: 'sales-units-set.remedy.look',
  defaultMessage:
    'Show the column “Sales unit”, filter for those where it is empty, and look that none is left.',
});
const release = msg({
  id: 'sales-units-set.remedy.release',
  defaultMessage:
    'See that the products to be sold are there, and that your user may work in these companies.',
});

/**
 * The sales unit is mandatory in Dataverse (unified product experience): a product without fails the products map's
 * initial sync. Soft: where this can't be read, somebody who looked may say so.
 */
export default defineCheck({
  title: msg({ id: 'sales-units-set.title', defaultMessage: 'Released products have a sales unit' }),
  why: msg({
    id: 'sales-units-set.why',
    defaultMessage: 'One product without it ends the copying of products with errors, after hours.',
  }),
  owner: 'finance-operations-admin',
  after: ['fno-linked'],
  observe: async ({ finance, financeForm }) => {
    const [client, link] = await Promise.all([finance(), financeForm('EcoResProductDetailsExtendedGrid')]);
    const few = { $select: 'dataAreaId,ProductNumber', $top: 5, $count: true };
    const seen = await read(
      Promise.all([
        client.listReleasedProducts({ ...few, $top: 1 }),
        client.listReleasedProducts({ ...few, $filter: "SalesUnitSymbol eq ''" }),
      ]),
      lasting,
    );
    if ('refused' in seen) return { link, refused: seen.refused };
    const [every, without] = seen.value;
    const first = without.value.map(({ dataAreaId: company, ProductNumber: number }) => ({
      company,
      number,
    }));
    return { link, count: countOf(every), missing: countOf(without), first };
  },
  judge: (seen) => {
    const owner = 'finance-operations-admin';
    const { link } = seen;
    if ('refused' in seen)
      return {
        state: 'unknown',
        says: text(unread),
        problem: seen.refused,
        remedy: { owner, steps: [text(open), text(look)], link },
      };
    const { count, missing: lacking, first } = seen;
    if (lacking > 0)
      return {
        state: 'blocked',
        says: text(missing, { count: lacking }),
        cause: text(cause),
        details: first.map(({ company, number }) => ({
          state: 'not-found',
          says: text(one, { company: (company ?? '').toUpperCase(), number: number ?? '' }),
        })),
        remedy: { owner, steps: [text(open), text(fill)], link },
      };
    if (count === 0)
      return {
        state: 'warn',
        says: text(nothing),
        remedy: { owner, steps: [text(open), text(release)], link },
      };
    return { state: 'ok', says: text(all, { count }) };
  },
});
