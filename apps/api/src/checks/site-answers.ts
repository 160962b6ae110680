import { Problem } from '@portico/contract/problems';
import { msg, text } from '@portico/plan/text';
import { getSite } from '../targets/portal-site.ts';
import { isSuspended } from '../targets/site-clock.ts';
import { defineCheck } from './define-check.ts';

const answered = msg({ id: 'site-answers.ok', defaultMessage: '{url} answers.' });
const hidden = msg({
  id: 'site-answers.private',
  defaultMessage: '{url} answers and asks for a sign-in: it is private, as every new site is.',
});
const onwards = msg({
  id: 'site-answers.onwards',
  defaultMessage: '{url} answers by sending people on to {to}, which is no sign-in of Microsoft.',
});
const followed = msg({
  id: 'site-answers.onwards.cause',
  defaultMessage: 'That is right where the site has a domain of its own, and wrong otherwise.',
});
const open = msg({
  id: 'site-answers.remedy.open',
  defaultMessage: 'Open the site and look where it leads.',
});
const silent = msg({ id: 'site-answers.silent', defaultMessage: '{url} doesn’t answer yet ({status}).' });
const suspended = msg({
  id: 'site-answers.suspended',
  defaultMessage: '{url} doesn’t answer, because the site is suspended: its trial has ended.',
});
const convert = msg({
  id: 'site-answers.remedy.convert',
  defaultMessage: 'Convert it at the step “Go live”; it answers again some minutes after.',
});
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
  after: ['site-package'],
  observe: async (targets) => {
    const site = await getSite(targets);
    const url = site.websiteUrl;
    if (!url) throw new Problem('upstream-shape', { detail: 'a ready site without an address' });
    const { status, location } = await targets.probe(url);
    const to = location === undefined ? undefined : URL.parse(location, url);
    return {
      url,
      status,
      ...(to ? { to: to.host } : {}),
      signIn: to?.host === new URL(targets.cloud.authority).host,
      suspended: isSuspended(site),
    };
  },
  judge: ({ url, status, to, signIn, suspended: ended }) => {
    if (signIn) return { state: 'ok', says: text(hidden, { url }) };
    if (status >= 200 && status < 300) return { state: 'ok', says: text(answered, { url }) };
    if (ended)
      return {
        state: 'warn',
        says: text(suspended, { url }),
        remedy: { owner: 'you', steps: [text(convert)] },
      };
    if (to !== undefined)
      return {
        state: 'warn',
        says: text(onwards, { url, to }),
        cause: text(followed),
        remedy: { owner: 'you', steps: [text(open)], link: url },
      };
    return {
      state: 'blocked',
      says: text(silent, { url, status: status || '–' }),
      cause: text(cause),
      remedy: { owner: 'microsoft', steps: [text(wait)] },
    };
  },
});
