import { msg, text } from '@portico/plan/text';
import { getSite } from '../targets/portal-site.ts';
import { isProduction } from '../targets/site-clock.ts';
import { defineCheck } from './define-check.ts';
import { hubOf } from './hub-of.ts';

const done = msg({
  id: 'conversion-kind.done',
  defaultMessage: 'The site is a production site already.',
});
const fit = msg({
  id: 'conversion-kind.ok',
  defaultMessage: 'A {sku} environment can hold a production site.',
});
const trial = msg({
  id: 'conversion-kind.trial',
  defaultMessage: 'In a trial environment no site can become a production site.',
});
const developer = msg({
  id: 'conversion-kind.developer',
  defaultMessage: 'In a developer environment no site can become a production site, nor be made public.',
});
const odd = msg({
  id: 'conversion-kind.odd',
  defaultMessage:
    '{sku} is a kind of environment that Portico doesn’t know; Microsoft says when it is asked to convert.',
});
const cause = msg({
  id: 'conversion-kind.cause',
  defaultMessage: 'Microsoft converts sites in production and sandbox environments only.',
});
const convertFirst = msg({
  id: 'conversion-kind.remedy.convert',
  defaultMessage:
    'Convert the environment first: in the Power Platform admin centre open it and select “Convert to production”. The tenant needs 1 GB of free database storage for it.',
});
const move = msg({
  id: 'conversion-kind.remedy.move',
  defaultMessage:
    'Begin a new set-up in a production or sandbox environment. What was made in this site can be brought there with the Power Platform command line (“pac pages download” and “upload”).',
});
const read = msg({
  id: 'conversion-kind.remedy.read',
  defaultMessage: 'In the Power Platform admin centre, open the environment and read its “Type”.',
});

/** Where a site can become a production site (power-pages-docs, admin/lifecycle). A hard stop: it is certainly refused. */
export default defineCheck({
  title: msg({ id: 'conversion-kind.title', defaultMessage: 'The environment lets the site stay' }),
  why: msg({
    id: 'conversion-kind.why',
    defaultMessage: 'Not every kind of environment can hold a production site.',
  }),
  owner: 'environment-admin',
  after: ['site-provisioned'],
  observe: async (targets) => {
    const [site, { name, properties }] = await Promise.all([getSite(targets), targets.environment()]);
    const decided = targets.answers['go-live'];
    return {
      production: isProduction(site),
      sku: properties.environmentSku ?? '?',
      // Who doesn’t convert now is only told.
      later: decided?.convert === 'later',
      link: hubOf(targets.cloud, name),
    };
  },
  judge: ({ production, sku, later, link }) => {
    if (production) return { state: 'ok', says: text(done) };
    // Of the default environment nothing is written; recorded sites in it were trials of ninety days.
    if (/^(Production|Sandbox|Default)$/.test(sku)) return { state: 'ok', says: text(fit, { sku }) };
    const owner = 'environment-admin';
    if (!/^(Trial|Developer)$/.test(sku))
      return { state: 'warn', says: text(odd, { sku }), remedy: { owner, steps: [text(read)], link } };
    return {
      state: later ? 'warn' : 'blocked',
      says: text(sku === 'Trial' ? trial : developer),
      cause: text(cause),
      remedy: { owner, steps: [text(sku === 'Trial' ? convertFirst : move)], link },
    };
  },
});
