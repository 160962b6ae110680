import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { getSite, sitesPage } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const open = msg({
  id: 'site-public.ok',
  defaultMessage: 'The site is public: everybody reaches {url}, and your customers can sign in.',
});
const closed = msg({
  id: 'site-public.private',
  defaultMessage: 'The site is private: your customers can’t reach {url} yet.',
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
  defaultMessage: 'When it is ready for them, make it public below. That can be taken back at any time.',
});
const look = msg({
  id: 'site-public.remedy.look',
  defaultMessage:
    'In Power Pages, edit the site, “Security”, “Site visibility”, and read which one is selected.',
});

/** Who can see the site (power-pages-docs, security/site-visibility). Advice: going public is a person’s decision. */
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
    return { url: site.websiteUrl ?? '', visibility: (site.siteVisibility ?? '').toLowerCase(), link };
  },
  judge: ({ url, visibility, link }) => {
    const facts = (seen: FindingFacts['site-public']['visibility']) => ({ facts: { visibility: seen } });
    if (visibility === 'public') return { state: 'ok', says: text(open, { url }), ...facts('public') };
    if (visibility === 'private')
      return {
        state: 'warn',
        says: text(closed, { url }),
        cause: text(cause),
        remedy: { owner: 'you', steps: [text(publish)], link },
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
