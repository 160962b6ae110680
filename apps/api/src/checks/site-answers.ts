import { Problem } from '@portico/contract/problems';
import type { Website } from '@portico/microsoft/services/websites';
import { msg, text } from '@portico/plan/text';
import { getSite, sitesAdminPage } from '../targets/portal-site.ts';
import { isProduction, isSuspended, trialClock } from '../targets/site-clock.ts';
import type { Targets } from '../targets/targets.ts';
import { defineCheck } from './define-check.ts';

const answered = msg({ id: 'site-answers.ok', defaultMessage: '{url} answers.' });
const hidden = msg({
  id: 'site-answers.private',
  defaultMessage: '{url} answers and asks for a sign-in: it is private.',
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
const stopped = msg({
  id: 'site-answers.stopped',
  defaultMessage: '{url} is stopped: it is there, and lets nobody in (403).',
});
const shut = msg({
  id: 'site-answers.stopped.cause',
  defaultMessage:
    'A site that was shut down in the admin centre answers so. One that lets only certain networks in answers the same to Portico.',
});
const turnOn = msg({
  id: 'site-answers.remedy.turn-on',
  defaultMessage:
    'In the Power Platform admin centre, open “Manage”, “Power Pages”, select the site, then “Site Actions”, “Turn on this site”.',
});
const networks = msg({
  id: 'site-answers.remedy.networks',
  defaultMessage:
    'If it is on there, open it yourself: where it answers you, it lets only certain IP addresses in, and nothing has to be done.',
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
      // How a suspended site reads in the list is inferred; its dates are documented.
      suspended: isSuspended(site) || (status === 403 && (await isOver(targets, site))),
      link: sitesAdminPage(targets),
    };
  },
  judge: ({ url, status, to, signIn, suspended: ended, link }) => {
    if (signIn) return { state: 'ok', says: text(hidden, { url }) };
    if (status >= 200 && status < 300) return { state: 'ok', says: text(answered, { url }) };
    if (ended)
      return {
        state: 'warn',
        says: text(suspended, { url }),
        remedy: { owner: 'you', steps: [text(convert)] },
      };
    if (status === 403)
      return {
        state: 'blocked',
        says: text(stopped, { url }),
        cause: text(shut),
        remedy: { owner: 'environment-admin', steps: [text(turnOn), text(networks)], link },
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

/** Whether the days of a trial are over. */
async function isOver(targets: Targets, site: Website): Promise<boolean> {
  if (isProduction(site)) return false;
  const { properties } = await targets.environment();
  const clock = trialClock(site, properties.environmentSku ?? undefined, targets.now());
  return clock !== undefined && Date.parse(clock.suspendedOn) <= targets.now().getTime();
}
