import { msg, text } from '@portico/plan/text';
import { getSite, sitesPage } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const installed = msg({
  id: 'site-package.ok',
  defaultMessage: 'Its package is installed, version {version}.',
});
const busy = msg({
  id: 'site-package.busy',
  defaultMessage: 'Microsoft is still installing the site’s package: {state}.',
});
const failed = msg({
  id: 'site-package.failed',
  defaultMessage: 'The installation of the site’s package has failed: {state}.',
});
const cause = msg({
  id: 'site-package.cause',
  defaultMessage:
    'The package brings what the portal’s pages work with. Without it the address may answer and orders fail.',
});
const wait = msg({
  id: 'site-package.remedy.wait',
  defaultMessage: 'Wait: it usually takes a few minutes after the site is created.',
});
const look = msg({
  id: 'site-package.remedy.look',
  defaultMessage:
    'In the Power Platform admin centre, open “Power Pages sites”, this site, “Manage”, “Websites package(s) details”, and read what it says.',
});
const again = msg({
  id: 'site-package.remedy.again',
  defaultMessage:
    'Install it from there again. If it fails again, ask Microsoft with the words and ids you see.',
});

/** The package that the site runs on, by the states of an application package: only two of them are “installed”. */
export default defineCheck({
  title: msg({ id: 'site-package.title', defaultMessage: 'The site’s package is installed' }),
  why: msg({
    id: 'site-package.why',
    defaultMessage: 'A site can be created while the package that it needs fails.',
  }),
  owner: 'environment-admin',
  after: ['site-provisioned'],
  observe: async (targets) => {
    const { packageInstallStatus, packageVersion } = await getSite(targets);
    return {
      state: packageInstallStatus ?? '?',
      version: packageVersion ?? '?',
      link: await sitesPage(targets),
    };
  },
  judge: ({ state, version, link }) => {
    if (/^(Installed|TemplateInstalled)$/i.test(state))
      return { state: 'ok', says: text(installed, { version }) };
    if (/Failed$/i.test(state))
      return {
        state: 'blocked',
        says: text(failed, { state }),
        cause: text(cause),
        remedy: { owner: 'environment-admin', steps: [text(look), text(again)], link },
      };
    return {
      state: 'blocked',
      says: text(busy, { state }),
      remedy: { owner: 'microsoft', steps: [text(wait)], link },
    };
  },
});
