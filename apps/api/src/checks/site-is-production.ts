import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { findSite, sitesAdminPage } from '../targets/portal-site.ts';
import { isProduction, isSuspended, trialClock } from '../targets/site-clock.ts';
import { defineCheck } from './define-check.ts';

const good = msg({
  id: 'site-is-production.ok',
  defaultMessage: '{name} is a production site: it stays.',
});
const later = msg({
  id: 'site-is-production.later',
  defaultMessage: '{name} is a trial, as decided. {by} converts it before {suspendedOn}.',
});
const laterUndated = msg({
  id: 'site-is-production.later-undated',
  defaultMessage: '{name} is a trial, as decided. {by} converts it; Power Pages doesn’t say until when.',
});
const trial = msg({
  id: 'site-is-production.trial',
  defaultMessage: '{name} is still a trial.',
});
const suspended = msg({
  id: 'site-is-production.suspended',
  defaultMessage: '{name} is suspended, because nobody converted it before its trial ended.',
});
const none = msg({
  id: 'site-is-production.none',
  defaultMessage: 'No site has this address any more, or not yet.',
});
const convert = msg({
  id: 'site-is-production.remedy.convert',
  defaultMessage: 'Convert it below. There is no way back to a trial.',
});
const remind = msg({
  id: 'site-is-production.remedy.remind',
  defaultMessage: 'Save the reminder below, and send it to {by}.',
});
const create = msg({
  id: 'site-is-production.remedy.create',
  defaultMessage: 'Create the site at the step “Portal site”.',
});

/** The proof of going live: a production site; or a trial of which somebody said who converts it. */
export default defineCheck({
  title: msg({ id: 'site-is-production.title', defaultMessage: 'The site is a production site' }),
  why: msg({
    id: 'site-is-production.why',
    defaultMessage: 'A trial is suspended and deleted; only a production site stays.',
  }),
  owner: 'you',
  after: [],
  observe: async (targets) => {
    const [site, { properties }] = await Promise.all([findSite(targets), targets.environment()]);
    const decided = targets.answers['go-live'];
    return {
      site,
      by: decided?.convert === 'later' ? decided.by : undefined,
      until: site && trialClock(site, properties.environmentSku ?? undefined, targets.now())?.suspendedOn,
      link: sitesAdminPage(targets),
    };
  },
  judge: ({ site, by, until, link }) => {
    const facts = (type: FindingFacts['site-is-production']['type']) => ({ facts: { type } });
    if (!site)
      return {
        state: 'blocked',
        says: text(none),
        remedy: { owner: 'you', steps: [text(create)] },
        ...facts('none'),
      };
    const name = site.name ?? '';
    if (isProduction(site)) return { state: 'ok', says: text(good, { name }), ...facts('production') };
    if (by !== undefined && !isSuspended(site))
      return {
        state: 'warn',
        says:
          until === undefined
            ? text(laterUndated, { name, by })
            : text(later, { name, by, suspendedOn: until }),
        remedy: { owner: 'you', steps: [text(remind, { by })] },
        ...facts('trial'),
      };
    return {
      state: 'blocked',
      ...(isSuspended(site) ? {} : { todo: true }),
      says: text(isSuspended(site) ? suspended : trial, { name }),
      remedy: { owner: 'you', steps: [text(convert)], link },
      ...facts('trial'),
    };
  },
});
