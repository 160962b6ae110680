import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { salesSettings } from '../targets/sales-settings.ts';
import { defineCheck } from './define-check.ts';

const active = msg({
  id: 'products-active.ok',
  defaultMessage: 'New products are created in the active state, and none is a draft.',
});
const draft = msg({
  id: 'products-active.draft',
  defaultMessage: '“Create products in active state” is set to “No”: products arrive as drafts.',
});
const waiting = msg({
  id: 'products-active.waiting',
  defaultMessage:
    '{count, plural, =5000 {At least 5,000 products are drafts} one {A product is a draft} other {# products are drafts}}: nobody can order them.',
});
const cause = msg({
  id: 'products-active.cause',
  defaultMessage:
    'Dual-write creates products as Dataverse is set. A draft can’t be ordered, and each has to be published by hand.',
});
const open = msg({
  id: 'products-active.remedy.open',
  defaultMessage:
    'In the Sales Hub app, open “App Settings”, “Product Catalog Settings”. Without that app: “Settings”, “Administration”, “System settings”, tab “Sales”.',
});
const setYes = msg({
  id: 'products-active.remedy.set',
  defaultMessage: 'Set “Create products in active state” to “Yes”, and save.',
});
const publish = msg({
  id: 'products-active.remedy.publish',
  defaultMessage: 'Open “Products”, select the drafts that are to be sold, and choose “Publish”.',
});

/**
 * Dual-write's products arrive as drafts unless this setting says otherwise (unified product experience). Soft:
 * the maps run all the same, and somebody may want to publish by hand; but it is hours of copying to regret.
 */
export default defineCheck({
  title: msg({ id: 'products-active.title', defaultMessage: 'Products arrive active' }),
  why: msg({
    id: 'products-active.why',
    defaultMessage:
      'Only active products can be put on an order. It has to be set before products are copied.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, some, dataversePage }) => {
    const [{ activeProducts }, drafts, apps, products] = await Promise.all([
      salesSettings(rows),
      // 2 is Draft. Where from it came doesn't matter: a draft is no offer.
      some({ set: 'products', $select: 'name', $filter: 'statecode eq 2' }),
      dataversePage('apps'),
      dataversePage('main.aspx?pagetype=entitylist&etn=product'),
    ]);
    return { on: activeProducts, drafts: drafts.count, apps, products };
  },
  judge: ({ on, drafts, apps, products }) => {
    const details: Detail[] = drafts > 0 ? [{ state: 'proved', says: text(waiting, { count: drafts }) }] : [];
    if (!on)
      return {
        state: 'blocked',
        says: text(draft),
        cause: text(cause),
        details,
        remedy: {
          owner: 'environment-admin',
          steps: [text(open), text(setYes), ...(drafts > 0 ? [text(publish)] : [])],
          link: apps,
        },
      };
    if (drafts > 0)
      return {
        state: 'warn',
        says: text(waiting, { count: drafts }),
        remedy: { owner: 'environment-admin', steps: [text(publish)], link: products },
      };
    return { state: 'ok', says: text(active) };
  },
});
