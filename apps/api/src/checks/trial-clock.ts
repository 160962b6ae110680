import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { getSite, sitesAdminPage } from '../targets/portal-site.ts';
import { isProduction, trialClock } from '../targets/site-clock.ts';
import { defineCheck } from './define-check.ts';

const none = msg({
  id: 'trial-clock.ok',
  defaultMessage: '{name} is a production site: no clock runs.',
});
const runs = msg({
  id: 'trial-clock.runs',
  defaultMessage:
    '{name} is a trial until {suspendedOn}. Then it is suspended, and on {deletedOn} its host is deleted.',
});
const soon = msg({
  id: 'trial-clock.soon',
  defaultMessage:
    'The trial of {name} ends on {suspendedOn}{left, plural, =0 {, in less than a day} one {, in # day} other {, in # days}}. On {deletedOn} its host is deleted.',
});
const suspended = msg({
  id: 'trial-clock.suspended',
  defaultMessage:
    'The trial of {name} ended on {suspendedOn}: it is suspended, and on {deletedOn} its host is deleted.',
});
const unsaid = msg({
  id: 'trial-clock.unsaid',
  defaultMessage: '{name} is a trial, and Power Pages doesn’t say how long.',
});
const cause = msg({
  id: 'trial-clock.cause',
  defaultMessage:
    'Every site begins as a trial: 30 days in a trial environment, 90 in others, then seven days suspended. Its pages and settings stay in Dataverse.',
});
const counts = msg({
  id: 'trial-clock.counted',
  defaultMessage:
    'Microsoft counts {counted, plural, one {# day} other {# days}}, which isn’t what its documentation says; the dates follow its count.',
});
const convert = msg({
  id: 'trial-clock.remedy.convert',
  defaultMessage: 'Convert it to production at the step “Go live” before that day.',
});
const look = msg({
  id: 'trial-clock.remedy.look',
  defaultMessage:
    'In the Power Platform admin centre, open “Manage”, “Power Pages”, select the site and read “Site Details”.',
});

/** Days before the end from which on it is said with emphasis. */
const near = 14;

/** When a trial is suspended and its host deleted. Advice: whether that matters is what somebody decides. */
export default defineCheck({
  title: msg({ id: 'trial-clock.title', defaultMessage: 'The site’s trial doesn’t end soon' }),
  why: msg({
    id: 'trial-clock.why',
    defaultMessage: 'A trial that nobody minds takes the site with it.',
  }),
  owner: 'you',
  after: ['site-provisioned'],
  observe: async (targets) => {
    const [site, { properties }] = await Promise.all([getSite(targets), targets.environment()]);
    return {
      name: site.name ?? '',
      url: site.websiteUrl ?? '',
      production: isProduction(site),
      clock: trialClock(site, properties.environmentSku ?? undefined, targets.now()),
      link: sitesAdminPage(targets),
    };
  },
  judge: ({ name, url, production, clock: found, link }) => {
    const bare: FindingFacts['trial-clock'] = { name, url };
    if (production) return { state: 'ok', says: text(none, { name }), facts: bare };
    if (!found)
      return {
        state: 'unknown',
        says: text(unsaid, { name }),
        problem: { code: 'not-readable' },
        remedy: { owner: 'you', steps: [text(look)], link },
      };
    const { counted, ...clock } = found;
    const { suspendedOn, deletedOn, left } = clock;
    const facts: FindingFacts['trial-clock'] = { ...bare, clock };
    const details =
      counted === undefined
        ? {}
        : { details: [{ state: 'probable', says: text(counts, { counted }) } as const] };
    if (!clock.suspended && left > near)
      return { state: 'ok', says: text(runs, { name, suspendedOn, deletedOn }), ...details, facts };
    return {
      state: 'warn',
      says: clock.suspended
        ? text(suspended, { name, suspendedOn, deletedOn })
        : text(soon, { name, suspendedOn, deletedOn, left }),
      cause: text(cause),
      remedy: { owner: 'you', steps: [text(convert)], link },
      ...details,
      facts,
    };
  },
});
