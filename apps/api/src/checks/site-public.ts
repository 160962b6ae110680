import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { getSite, sitesPage } from '../targets/portal-site.ts';
import { isProduction } from '../targets/site-clock.ts';
import { defineCheck } from './define-check.ts';

const reached = msg({
  id: 'site-public.ok',
  defaultMessage: 'The site is public: everybody reaches {url}, and your customers can sign in.',
});
const closed = msg({
  id: 'site-public.private',
  defaultMessage:
    'Only colleagues can open the site: it is private, so your customers can’t reach {url} yet.',
});
const later = msg({
  id: 'site-public.later',
  defaultMessage: 'Only colleagues can open {url}, as long as the site is a trial and private.',
});
const unsaid = msg({
  id: 'site-public.unsaid',
  defaultMessage: 'Power Pages doesn’t say whether the site is private or public.',
});
const cause = msg({
  id: 'site-public.cause',
  defaultMessage:
    'Every new site is private: only people of your organization see it, those who administer the environment and up to 50 whom somebody let in.',
});
const publish = msg({
  id: 'site-public.remedy.publish',
  defaultMessage:
    'When it is ready for them, select “Make the site public”. That can be taken back at any time.',
});
const convert = msg({
  id: 'site-public.remedy.convert',
  defaultMessage:
    'Convert the site first: while it is a trial, your tenant may keep it private. When it is ready for them after that, select “Make the site public”.',
});
const stay = msg({
  id: 'site-public.remedy.stay',
  defaultMessage: 'If it is to stay private for now, leave this for later, and say why.',
});
const look = msg({
  id: 'site-public.remedy.look',
  defaultMessage:
    'In Power Pages, edit the site, “Security”, “Site visibility”, and read which one is selected.',
});

/**
 * Who can see the site (power-pages-docs, security/site-visibility). Going public is a person’s decision: so is staying
 * private, and a site that no customer can open isn’t live unless somebody said so.
 */
export default defineCheck({
  title: msg({ id: 'site-public.title', defaultMessage: 'Your customers can reach the site' }),
  why: msg({
    id: 'site-public.why',
    defaultMessage: 'In front of a private site everybody meets the sign-in of your own organization.',
  }),
  owner: 'you',
  after: ['site-provisioned'],
  observe: async (targets) => {
    const [site, link] = await Promise.all([getSite(targets), sitesPage(targets)]);
    const trial = !isProduction(site);
    return {
      url: site.websiteUrl ?? '',
      visibility: (site.siteVisibility ?? '').toLowerCase(),
      // Who converts it later has decided that nobody needs it yet.
      waits: targets.answers['go-live']?.convert === 'later' && trial,
      trial,
      link,
    };
  },
  judge: ({ url, visibility, waits, trial, link }) => {
    const open = text(trial ? convert : publish);
    const facts = (seen: FindingFacts['site-public']['visibility']) => ({ facts: { visibility: seen } });
    if (visibility === 'public') return { state: 'ok', says: text(reached, { url }), ...facts('public') };
    if (visibility === 'private' && waits)
      return {
        state: 'warn',
        says: text(later, { url }),
        cause: text(cause),
        remedy: { owner: 'you', steps: [open], link },
        ...facts('private'),
      };
    if (visibility === 'private')
      return {
        state: 'blocked',
        todo: true,
        says: text(closed, { url }),
        cause: text(cause),
        remedy: { owner: 'you', steps: [open, text(stay)], link },
        ...facts('private'),
      };
    return {
      state: 'unknown',
      says: text(unsaid),
      problem: { code: 'not-readable' },
      remedy: { owner: 'you', steps: [text(look)], link },
      ...facts('unknown'),
    };
  },
});
