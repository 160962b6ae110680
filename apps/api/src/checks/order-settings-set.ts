import { msg, text } from '@portico/plan/text';
import { countOf } from '../targets/count-of.ts';
import { defineCheck } from './define-check.ts';
import { lasting, read } from '../targets/read.ts';

const all = msg({
  id: 'order-settings-set.ok',
  defaultMessage:
    '{count, plural, one {The released product is} other {All # released products are}} filled from a site and warehouse by default.',
});
const missing = msg({
  id: 'order-settings-set.missing',
  defaultMessage:
    '{count, plural, one {A released product has} other {# released products have}} no default site or no default warehouse for sales.',
});
const one = msg({
  id: 'order-settings-set.one',
  defaultMessage: 'the default site and warehouse of {item} in {company}',
});
const nothing = msg({
  id: 'order-settings-set.nothing',
  defaultMessage:
    'No default order settings are to be seen: no product is released, or you work in none of the companies.',
});
const cause = msg({
  id: 'order-settings-set.cause',
  defaultMessage:
    'Site and warehouse are required on each order line. The site’s visitors aren’t asked for them, so they come from the product’s default order settings, or not at all.',
});
const unread = msg({
  id: 'order-settings-set.unread',
  defaultMessage: 'The default order settings of finance and operations can’t be read with your sign-in.',
});
const open = msg({
  id: 'order-settings-set.remedy.open',
  defaultMessage:
    'In “Product information management”, “Products”, “Released products”, select a product, then “Manage inventory”, “Default order settings”.',
});
const fill = msg({
  id: 'order-settings-set.remedy.fill',
  defaultMessage: 'Under “Sales order”, fill in the default site and the default warehouse.',
});
const many = msg({
  id: 'order-settings-set.remedy.many',
  defaultMessage:
    'For many products, use “Data management” with the entity “Default order settings”, columns SALESSITEID and SALESWAREHOUSEID.',
});
const look = msg({
  id: 'order-settings-set.remedy.look',
  defaultMessage: 'See under “Sales order” that the default site and the default warehouse are filled in.',
});

/**
 * Lines need a site and a warehouse, and get them from here (prospect to cash in dual-write; default order settings).
 * Soft: products that aren't sold on the site need none, and nobody but the customer knows which those are.
 */
export default defineCheck({
  title: msg({
    id: 'order-settings-set.title',
    defaultMessage: 'Released products have a default site and warehouse',
  }),
  why: msg({
    id: 'order-settings-set.why',
    defaultMessage: 'An order line without them doesn’t reach finance and operations.',
  }),
  owner: 'finance-operations-admin',
  after: ['fno-linked'],
  observe: async ({ finance, financeForm }) => {
    const [client, link] = await Promise.all([finance(), financeForm('EcoResProductDetailsExtendedGrid')]);
    const few = { $select: 'dataAreaId,ItemNumber', $top: 5, $count: true };
    const seen = await read(
      Promise.all([
        client.listOrderSettings({ ...few, $top: 1 }),
        client.listOrderSettings({ ...few, $filter: "SalesSiteId eq '' or SalesWarehouseId eq ''" }),
      ]),
      lasting,
    );
    if ('refused' in seen) return { link, refused: seen.refused };
    const [every, without] = seen.value;
    const first = without.value.map(({ dataAreaId: company, ItemNumber: item }) => ({ company, item }));
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
        details: first.map(({ company, item }) => ({
          state: 'not-found',
          says: text(one, { company: (company ?? '').toUpperCase(), item: item ?? '' }),
        })),
        remedy: { owner, steps: [text(open), text(fill), text(many)], link },
      };
    if (count === 0)
      return { state: 'warn', says: text(nothing), remedy: { owner, steps: [text(open)], link } };
    return { state: 'ok', says: text(all, { count }) };
  },
});
