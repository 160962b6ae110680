import type { Guide } from '@portico/plan/action';
import { msg, type Text, text } from '@portico/plan/text';
import { formerSites } from '../../targets/former-sites.ts';
import { findSite, hasFailed, sitesPage } from '../../targets/portal-site.ts';
import { siteTroubles } from '../../targets/site-errors.ts';
import type { Targets } from '../../targets/targets.ts';
import { decided } from './decided.ts';

const openTemplates = msg({ id: 'provision-site.guide.templates', defaultMessage: 'Select “Templates”.' });
const skip = msg({
  id: 'provision-site.guide.skip',
  defaultMessage:
    'This environment never had a site. If you are asked to begin with a template, select “Skip”. If “Templates” has no tab “Dynamics 365”, create any site first: “Starter layout 1”, “Done”. It is a private trial and can be deleted later.',
});
const openTab = msg({ id: 'provision-site.guide.tab', defaultMessage: 'Select the tab “Dynamics 365”.' });
const choose = msg({
  id: 'provision-site.guide.choose',
  defaultMessage: 'On “Customer Portal”, select “Choose this template”.',
});
const fill = msg({
  id: 'provision-site.guide.fill',
  defaultMessage:
    'Enter the site name {name} and the web address {subdomain}, and choose {language} as the site language.',
});
const inactive = msg({ id: 'provision-site.guide.inactive', defaultMessage: 'Select “Inactive sites”.' });
const reactivate = msg({
  id: 'provision-site.guide.reactivate',
  defaultMessage: 'On “{pages}”, select “Reactivate”.',
});
const rename = msg({
  id: 'provision-site.guide.rename',
  defaultMessage: 'Enter the site name {name} and the web address {subdomain}.',
});
const done = msg({ id: 'provision-site.guide.done', defaultMessage: 'Select “Done”.' });
const nothing = msg({
  id: 'provision-site.guide.nothing',
  defaultMessage:
    'The site is there: nothing has to be done in Power Pages. We only look that it is complete.',
});
const notice = msg({
  id: 'provision-site.guide.notice',
  defaultMessage: 'We notice when the site appears, within a minute.',
});

/** The documented clicks: a new site by the template (customer-portal-setup), a former one by its pages (reactivate-website). */
export async function guide(targets: Targets): Promise<Guide> {
  const [steps, link] = await Promise.all([stepsFor(targets), sitesPage(targets)]);
  return { who: 'environment-admin', link, steps, notice: text(notice), troubles: siteTroubles };
}

async function stepsFor(targets: Targets): Promise<readonly Text[]> {
  const { name, subdomain, language, record } = decided(targets);
  const there = await findSite(targets);
  if (there && !hasFailed(there)) return [text(nothing)];
  const former = await formerSites(targets);
  const pages = record && former.find((each) => each.record.toLowerCase() === record.toLowerCase())?.name;
  if (pages)
    return [text(inactive), text(reactivate, { pages }), text(rename, { name, subdomain }), text(done)];
  const first = former.length === 0 && (await targets.sites()).length === 0;
  return [
    ...(first ? [text(skip)] : []),
    text(openTemplates),
    text(openTab),
    text(choose),
    text(fill, { name, subdomain, language }),
    text(done),
  ];
}
