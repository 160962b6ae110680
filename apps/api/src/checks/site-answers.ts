import { Problem } from '@portico/contract/problems';
import { msg, text } from '@portico/plan/text';
import { defineCheck } from './define-check.ts';

const open = msg({ id: 'site-answers.ok', defaultMessage: '{url} answers.' });
const hidden = msg({
  id: 'site-answers.private',
  defaultMessage: '{url} answers and asks for a sign-in: it is private, as every new site is.',
});
const silent = msg({ id: 'site-answers.silent', defaultMessage: '{url} doesn’t answer yet ({status}).' });
const cause = msg({
  id: 'site-answers.cause',
  defaultMessage: 'After Microsoft says that a site is ready, its address can take some minutes more.',
});
const wait = msg({
  id: 'site-answers.remedy',
  defaultMessage:
    'Wait a few minutes and check again. If it stays, restart the site in the Power Platform admin centre.',
});

/** The site itself answers at its address; a private one sends people to sign in. */
export default defineCheck({
  title: msg({ id: 'site-answers.title', defaultMessage: 'The site answers' }),
  why: msg({
    id: 'site-answers.why',
    defaultMessage: 'Only an answer from the site itself proves that it is there.',
  }),
  owner: 'microsoft',
  after: ['site-provisioned'],
  observe: async ({ answers, sites, probe }) => {
    const subdomain = answers['portal-site']?.subdomain;
    const url = (await sites()).find((each) => each.subdomain?.toLowerCase() === subdomain)?.websiteUrl;
    if (!url) throw new Problem('upstream-shape', { detail: 'a ready site without an address' });
    return { url, ...(await probe(url)) };
  },
  judge: ({ url, status }) => {
    if (status >= 300 && status < 400) return { state: 'ok', says: text(hidden, { url }) };
    if (status >= 200 && status < 300) return { state: 'ok', says: text(open, { url }) };
    return {
      state: 'blocked',
      says: text(silent, { url, status: status || '–' }),
      cause: text(cause),
      remedy: { owner: 'microsoft', steps: [text(wait)] },
    };
  },
});
