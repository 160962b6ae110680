import type { Detail } from '@portico/plan/finding';
import { msg, text } from '@portico/plan/text';
import { getSite, recordOf, sitesPage } from '../targets/portal-site.ts';
import { textOf } from '../targets/text-of.ts';
import { idsIn } from '../targets/rows.ts';
import { defineCheck } from './define-check.ts';

const whole = msg({
  id: 'order-wizard.ok',
  defaultMessage: 'The order wizard fills in all columns without which an order isn’t taken.',
});
const lacks = msg({
  id: 'order-wizard.lacks',
  defaultMessage:
    'The order wizard doesn’t fill in {count, plural, one {a column} other {# columns}} without which an order isn’t taken.',
});
const absent = msg({
  id: 'order-wizard.absent',
  defaultMessage: 'The order wizard can’t be found in the site’s configuration.',
});
const one = msg({ id: 'order-wizard.column', defaultMessage: '{name} ({column})' });
const cause = msg({
  id: 'order-wizard.cause',
  defaultMessage:
    'Somebody may have removed it from the form while customising it, and asks for it elsewhere.',
});
const restore = msg({
  id: 'order-wizard.remedy.restore',
  defaultMessage:
    'In Power Pages, open the site’s menu “…”, “Power Pages Management”, “Advanced forms”, the order form, its step, and under “Advanced form metadata” set the value on save again.',
});
const attempt = msg({
  id: 'order-wizard.remedy.try',
  defaultMessage: 'Or place a test order: if it arrives, the site fills the column in otherwise.',
});

/**
 * Columns that must not be removed (customer-portal-customize), by their names on the form. Of “Language” nobody has
 * written down which column it is, so it isn’t looked for.
 */
const columns = {
  name: 'Name',
  msdyn_company: 'Company',
  customerid: 'Potential customer',
  transactioncurrencyid: 'Currency',
  pricelevelid: 'Price list',
  shipto_country: 'Ship to country/region',
} as const;

/** Advice: a site may fill a column in by a script, or ask for it. */
export default defineCheck({
  title: msg({ id: 'order-wizard.title', defaultMessage: 'The order wizard is whole' }),
  why: msg({
    id: 'order-wizard.why',
    defaultMessage: 'What customers don’t see is filled in for them when they submit an order.',
  }),
  owner: 'environment-admin',
  after: ['site-answers', 'site-standard-model'],
  observe: async (targets) => {
    const record = recordOf(await getSite(targets));
    const [forms, link] = await Promise.all([
      targets.rows({
        set: 'adx_webforms',
        $select: 'adx_webformid',
        $filter: `_adx_websiteid_value eq ${record} and statecode eq 0`,
      }),
      sitesPage(targets),
    ]);
    const ofForms = idsIn(
      '_adx_webform_value',
      forms.map((row) => textOf(row['adx_webformid'])),
    );
    const steps = ofForms
      ? await targets.rows({
          set: 'adx_webformsteps',
          $select: 'adx_webformstepid',
          $filter: `${ofForms} and statecode eq 0 and adx_targetentitylogicalname eq 'salesorder'`,
        })
      : [];
    const ofSteps = idsIn(
      '_adx_webformstep_value',
      steps.map((row) => textOf(row['adx_webformstepid'])),
    );
    const filled = ofSteps
      ? await targets.rows({
          set: 'adx_webformmetadatas',
          $select: 'adx_attributelogicalname',
          $filter: `${ofSteps} and statecode eq 0 and adx_setvalueonsave eq true`,
        })
      : [];
    const names = new Set(filled.map((row) => textOf(row['adx_attributelogicalname'])));
    return {
      there: steps.length > 0,
      link,
      missing: Object.keys(columns).filter((column) => !names.has(column)),
    };
  },
  judge: ({ there, missing, link }) => {
    if (!there)
      return {
        state: 'warn',
        says: text(absent),
        remedy: { owner: 'environment-admin', steps: [text(attempt)], link },
      };
    if (missing.length === 0) return { state: 'ok', says: text(whole) };
    const named: Readonly<Record<string, string>> = columns;
    const details = missing.map(
      (column): Detail => ({
        state: 'not-found',
        says: text(one, { column, name: named[column] ?? column }),
      }),
    );
    return {
      state: 'warn',
      says: text(lacks, { count: missing.length }),
      cause: text(cause),
      details,
      remedy: { owner: 'environment-admin', steps: [text(restore), text(attempt)], link },
    };
  },
});
