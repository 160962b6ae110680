import { msg, text } from '@portico/plan/text';
import { getSite, recordOf, siteSettings, sitesPage } from '../targets/portal-site.ts';
import { lastVisit } from '../targets/portal-visits.ts';
import { defineCheck } from './define-check.ts';
import { visitSeen } from './portal-visit.ts';

const shown = msg({ id: 'site-sign-in.ok', defaultMessage: 'The sign-in page is there: {page}.' });
const hidden = msg({
  id: 'site-sign-in.private',
  defaultMessage:
    'The site is private: before its own sign-in page everybody meets the one of your organization, Portico too.',
});
const visited = msg({
  id: 'site-sign-in.visited',
  defaultMessage: '{name} came in through it. To Portico a private site doesn’t show its sign-in page.',
});
const on = msg({ id: 'site-sign-in.on', defaultMessage: 'A way to sign in is turned on in its settings.' });
const off = msg({
  id: 'site-sign-in.off',
  defaultMessage: 'Nobody can sign in to the site: local and external sign-in are both turned off.',
});
const absent = msg({
  id: 'site-sign-in.absent',
  defaultMessage: 'The sign-in page doesn’t answer as it should ({status}): {page}.',
});
const cause = msg({
  id: 'site-sign-in.cause',
  defaultMessage: 'Invited people come in through this page and through no other.',
});
const edit = msg({
  id: 'site-sign-in.remedy.edit',
  defaultMessage: 'In Power Pages, open the site’s menu “…”, “Power Pages Management”, “Site Settings”.',
});
const turnOn = msg({
  id: 'site-sign-in.remedy.on',
  defaultMessage:
    'Set Authentication/Registration/ExternalLoginEnabled to true, or LocalLoginEnabled if people have passwords of the site’s own. Save.',
});
const restart = msg({
  id: 'site-sign-in.remedy.restart',
  defaultMessage: 'Restart the site in the Power Platform admin centre, wait two minutes and check again.',
});
const look = msg({
  id: 'site-sign-in.remedy.look',
  defaultMessage:
    'Open this page and sign in with your own account; after that the portal’s own sign-in page must appear, with the ways that your customers use.',
});

/** There, or on to the provider where the button leads straight to one (LoginButtonAuthenticationType). */
const answers = (status: number): boolean => status >= 200 && status < 400;

/** The portal’s own sign-in page: seen where the site is public; elsewhere its settings, and who came in. */
export default defineCheck({
  title: msg({ id: 'site-sign-in.title', defaultMessage: 'The sign-in page is there' }),
  why: msg({
    id: 'site-sign-in.why',
    defaultMessage: 'Your customers can order only when they can sign in.',
  }),
  owner: 'environment-admin',
  after: ['site-answers', 'site-standard-model'],
  observe: async (targets) => {
    const site = await getSite(targets);
    const url = site.websiteUrl ?? '';
    const [{ isOn }, { status }, visit, link] = await Promise.all([
      siteSettings(targets, recordOf(site)),
      targets.probe(url, 'sign-in'),
      lastVisit(targets, site),
      sitesPage(targets),
    ]);
    return {
      page: `${url.replace(/\/$/, '')}/SignIn`,
      link,
      visit,
      on: isOn('LocalLoginEnabled') || isOn('ExternalLoginEnabled'),
      public: /^public$/i.test(site.siteVisibility ?? ''),
      status,
    };
  },
  judge: ({ page, link, visit, status, ...site }) => {
    if (!site.on)
      return {
        state: 'warn',
        says: text(off),
        cause: text(cause),
        remedy: { owner: 'environment-admin', steps: [text(edit), text(turnOn)], link },
      };
    if (!site.public && visit)
      return {
        state: 'ok',
        says: text(visited, { name: visit.name }),
        details: [visitSeen(visit), { state: 'proved', says: text(on) }],
      };
    if (!site.public)
      return {
        state: 'unknown',
        says: text(hidden),
        problem: { code: 'not-readable' },
        remedy: { owner: 'you', steps: [text(look)], link: page },
        details: [{ state: 'proved', says: text(on) }],
      };
    if (answers(status)) return { state: 'ok', says: text(shown, { page }) };
    return {
      state: 'warn',
      says: text(absent, { page, status }),
      cause: text(cause),
      remedy: { owner: 'environment-admin', steps: [text(restart)], link },
    };
  },
});
