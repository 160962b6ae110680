import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const ready = msg({
  id: 'site-provisioned.ok',
  defaultMessage: '{name} is created and its package installed: {url}.',
});
const none = msg({ id: 'site-provisioned.none', defaultMessage: 'The site isn’t there yet.' });
const busy = msg({
  id: 'site-provisioned.busy',
  defaultMessage: 'Microsoft is still creating the site: {status}, package {packaged}.',
});
const failed = msg({
  id: 'site-provisioned.failed',
  defaultMessage: 'Microsoft could not create the site: {status}, package {packaged}.',
});
const create = msg({ id: 'site-provisioned.remedy.create', defaultMessage: 'Create the site below.' });
const wait = msg({
  id: 'site-provisioned.remedy.wait',
  defaultMessage: 'Wait: it usually takes ten to twenty minutes.',
});
const look = msg({
  id: 'site-provisioned.remedy.look',
  defaultMessage: 'Open Power Pages, read what it says of the site, delete it there and create it again.',
});

/** Ready by Microsoft's own words; `StateConfigured` was seen live beside the documented ones. */
const done = /^(OperationComplete|StateConfigured)$/;
const broken = /Failed$/;

/** The proof of creating the site: it is in the list, ready, with its package installed. */
export default defineCheck({
  title: msg({ id: 'site-provisioned.title', defaultMessage: 'The site is created' }),
  why: msg({
    id: 'site-provisioned.why',
    defaultMessage: 'Microsoft creates a site in the background and only the list says when it is ready.',
  }),
  owner: 'you',
  after: ['site-address'],
  observe: async ({ answers, sites, environment, cloud }) => {
    const subdomain = answers['portal-site']?.subdomain;
    return {
      site: (await sites()).find((each) => each.subdomain?.toLowerCase() === subdomain),
      link: `${cloud.pages.powerPages}/environments/${(await environment()).name}/portals/home`,
    };
  },
  judge: ({ site, link }) => {
    if (!site) return { state: 'blocked', says: text(none), remedy: { owner: 'you', steps: [text(create)] } };
    const {
      name,
      websiteUrl: url = '',
      status = '?',
      packageInstallStatus: packaged = '?',
      trialExpiringInDays: days,
      type,
    } = site;
    const facts: FindingFacts['site-provisioned'] = {
      url: url ?? '',
      status: status ?? '?',
      // A production site has no clock, whatever number it carries along.
      ...(typeof days === 'number' && type !== 'Production' ? { trialDaysLeft: days } : {}),
    };
    if (done.test(status ?? '') && packaged === 'Installed')
      return { state: 'ok', says: text(ready, { name: name ?? '', url: url ?? '' }), facts };
    const values = { status: status ?? '?', packaged: packaged ?? '?' };
    if (broken.test(status ?? '') || broken.test(packaged ?? ''))
      return {
        state: 'blocked',
        says: text(failed, values),
        remedy: { owner: 'environment-admin', steps: [text(look)], link },
        facts,
      };
    return {
      state: 'blocked',
      says: text(busy, values),
      remedy: { owner: 'microsoft', steps: [text(wait)], link },
      facts,
    };
  },
});
