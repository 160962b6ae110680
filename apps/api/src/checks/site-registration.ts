import { msg, text } from '@portico/plan/text';
import { getSite, recordOf, siteSettings, sitesPage } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const off = msg({
  id: 'site-registration.ok',
  defaultMessage: 'Self-registration is off: people come in by invitation.',
});
const open = msg({
  id: 'site-registration.open',
  defaultMessage: 'Whoever finds the site may register: “OpenRegistrationEnabled” isn’t “false”.',
});
const cause = msg({
  id: 'site-registration.cause',
  defaultMessage:
    'A setting that is missing counts as on. The Customer Portal is meant for invited contacts of your customers only.',
});
const edit = msg({
  id: 'site-registration.remedy.edit',
  defaultMessage: 'In Power Pages, open the site’s menu “…”, “Power Pages Management”, “Site Settings”.',
});
const turnOff = msg({
  id: 'site-registration.remedy.off',
  defaultMessage:
    'Set Authentication/Registration/OpenRegistrationEnabled to false; add it for this website if it isn’t there. Save.',
});

/** Two settings decide; both are on by default (power-pages-docs, set-authentication-identity). */
export default defineCheck({
  title: msg({ id: 'site-registration.title', defaultMessage: 'Self-registration is off' }),
  why: msg({
    id: 'site-registration.why',
    defaultMessage: 'Only people whom you invite should see your customers’ orders.',
  }),
  owner: 'environment-admin',
  after: ['site-standard-model'],
  observe: async (targets) => {
    const { isOn } = await siteSettings(targets, recordOf(await getSite(targets)));
    return { open: isOn('Enabled') && isOn('OpenRegistrationEnabled'), link: await sitesPage(targets) };
  },
  judge: ({ open: isOpen, link }) =>
    isOpen
      ? {
          state: 'warn',
          says: text(open),
          cause: text(cause),
          remedy: { owner: 'environment-admin', steps: [text(edit), text(turnOff)], link },
        }
      : { state: 'ok', says: text(off) },
});
