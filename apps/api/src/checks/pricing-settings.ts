import { msg, text } from '@portico/plan/text';
import { salesSettings } from '../targets/sales-settings.ts';
import { defineCheck } from './define-check.ts';

const both = msg({
  id: 'pricing-settings.ok',
  defaultMessage: 'Prices are calculated by the system, and discounts apply to the line item.',
});
const master = msg({
  id: 'pricing-settings.master',
  defaultMessage:
    'Dataverse calculates no prices, and discounts apply per unit: that fits only where Supply Chain Management is price master.',
});
const notRead = msg({
  id: 'pricing-settings.not-read',
  defaultMessage: 'Whether Supply Chain Management is price master can’t be read from outside.',
});
const wrong = msg({
  id: 'pricing-settings.wrong',
  defaultMessage:
    'The pricing settings don’t fit dual-write: “Use system pricing calculation” is “{pricing, select, yes {Yes} other {No}}”, “Discount calculation method” is “{discount, select, unit {Per unit} other {Line item}}”.',
});
const cause = msg({
  id: 'pricing-settings.cause',
  defaultMessage:
    'The two sides then round discounts and add up orders differently, and an order has two totals.',
});
const open = msg({
  id: 'pricing-settings.remedy.open',
  defaultMessage:
    'In the Sales Hub app, open “App Settings”, “Product Catalog Settings”. Without that app: “Settings”, “Administration”, “System settings”, tab “Sales”.',
});
const set = msg({
  id: 'pricing-settings.remedy.set',
  defaultMessage:
    'Set “Use system pricing calculation” to “Yes” and “Discount calculation method” to “Line item”, and save.',
});
const feature = msg({
  id: 'pricing-settings.remedy.feature',
  defaultMessage:
    'In “Accounts receivable parameters”, tab “Dynamics 365 Sales integration”, look that “Make Supply Chain Management price master” is “Yes”. (Before version 10.0.37: the feature of that name in “Feature management”.)',
});
const otherwise = msg({
  id: 'pricing-settings.remedy.otherwise',
  defaultMessage:
    'If it isn’t, set “Use system pricing calculation” to “Yes” and “Discount calculation method” to “Line item” in Dataverse.',
});

/**
 * Yes and Line item (prospect to cash in dual-write); No and Per unit where "Make Supply Chain Management price master"
 * is on, which sets them so (efficiency in quote-to-cash). Soft: who gives no discounts may never meet the difference.
 */
export default defineCheck({
  title: msg({ id: 'pricing-settings.title', defaultMessage: 'The pricing settings fit dual-write' }),
  why: msg({
    id: 'pricing-settings.why',
    defaultMessage: 'The customer should see the amount on the site that the invoice will have.',
  }),
  owner: 'environment-admin',
  after: ['environment-user'],
  observe: async ({ rows, dataversePage }) => {
    const [{ systemPricing, discountPerUnit }, link] = await Promise.all([
      salesSettings(rows),
      dataversePage('apps'),
    ]);
    return { systemPricing, discountPerUnit, link };
  },
  judge: ({ systemPricing, discountPerUnit, link }) => {
    if (systemPricing && !discountPerUnit) return { state: 'ok', says: text(both) };
    if (!systemPricing && discountPerUnit)
      return {
        state: 'warn',
        says: text(master),
        details: [{ state: 'not-checked', says: text(notRead) }],
        remedy: { owner: 'finance-operations-admin', steps: [text(feature), text(otherwise)] },
      };
    return {
      state: 'blocked',
      says: text(wrong, {
        pricing: systemPricing ? 'yes' : 'no',
        discount: discountPerUnit ? 'unit' : 'line',
      }),
      cause: text(cause),
      remedy: { owner: 'environment-admin', steps: [text(open), text(set)], link },
    };
  },
});
