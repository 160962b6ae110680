import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import {
  findSite,
  hasFailed,
  isBeingDeleted,
  isReady,
  showsOthers,
  sitesPage,
} from '../targets/portal-site.ts';
import { isSuspended } from '../targets/site-clock.ts';
import { defineCheck } from './define-check.ts';

const ready = msg({
  id: 'site-provisioned.ok',
  defaultMessage: '{name} is created: {url}.',
});
const suspended = msg({
  id: 'site-provisioned.suspended',
  defaultMessage: '{name} is created and suspended, because its trial has ended: {url}.',
});
const deleting = msg({
  id: 'site-provisioned.deleting',
  defaultMessage: 'Microsoft is deleting the site’s host: {status}.',
});
const convert = msg({
  id: 'site-provisioned.remedy.convert',
  defaultMessage: 'Convert it at the step “Go live”, within seven days of its end: then it answers again.',
});
const waitGone = msg({
  id: 'site-provisioned.remedy.gone',
  defaultMessage:
    'Wait until it is gone from the list; then its pages can be shown by a new host, or a new site be created.',
});
const former = msg({
  id: 'site-provisioned.remedy.former',
  defaultMessage:
    'If it was there before, its host was deleted, as seven days after the end of a trial. Its pages are in Dataverse: choose them above.',
});
const none = msg({ id: 'site-provisioned.none', defaultMessage: 'The site isn’t there.' });
const busy = msg({
  id: 'site-provisioned.busy',
  defaultMessage: 'Microsoft is still creating the site: {status}.',
});
const failed = msg({
  id: 'site-provisioned.failed',
  defaultMessage: 'Microsoft could not create the site: {status}.',
});
const otherPages = msg({
  id: 'site-provisioned.other-pages',
  defaultMessage: 'The site at {url} shows other pages than those that were chosen.',
});
const takeNew = msg({
  id: 'site-provisioned.remedy.pages',
  defaultMessage:
    'If its pages are right, choose “New pages” above. If not, delete the site in Power Pages and create it again.',
});
const create = msg({ id: 'site-provisioned.remedy.create', defaultMessage: 'Create the site below.' });
const wait = msg({
  id: 'site-provisioned.remedy.wait',
  defaultMessage: 'Wait: it usually takes ten to twenty minutes.',
});
const another = msg({
  id: 'site-provisioned.remedy.another',
  defaultMessage:
    'If its address was the reason, choose another one above: what failed holds nothing back, and can be deleted later.',
});
const look = msg({
  id: 'site-provisioned.remedy.look',
  defaultMessage: 'Open Power Pages, read what it says of the site, delete it there and create it again.',
});

/** The proof of creating the site: it is in the list, ready, and shows the pages that it was made for. */
export default defineCheck({
  title: msg({ id: 'site-provisioned.title', defaultMessage: 'The site is created' }),
  why: msg({
    id: 'site-provisioned.why',
    defaultMessage: 'Microsoft creates a site in the background and only the list says when it is ready.',
  }),
  owner: 'you',
  after: ['site-address'],
  observe: async (targets) => ({
    site: await findSite(targets),
    wanted: targets.answers['portal-site']?.record,
    link: await sitesPage(targets),
  }),
  judge: ({ site, wanted, link }) => {
    if (!site)
      return {
        state: 'blocked',
        says: text(none),
        remedy: { owner: 'you', steps: [text(create), text(former)] },
      };
    const status = site.status ?? '?';
    const url = site.websiteUrl ?? '';
    const facts: FindingFacts['site-provisioned'] = { url, status };
    if (hasFailed(site))
      return {
        state: 'blocked',
        says: text(failed, { status }),
        remedy: { owner: 'environment-admin', steps: [text(look), text(another)], link },
        facts,
      };
    if (isBeingDeleted(site))
      return {
        state: 'blocked',
        says: text(deleting, { status }),
        remedy: { owner: 'microsoft', steps: [text(waitGone)], link },
        facts,
      };
    if (!isReady(site) && !isSuspended(site))
      return {
        state: 'blocked',
        says: text(busy, { status }),
        remedy: { owner: 'microsoft', steps: [text(wait)], link },
        facts,
      };
    if (showsOthers(site, wanted))
      return {
        state: 'blocked',
        says: text(otherPages, { url }),
        remedy: { owner: 'you', steps: [text(takeNew)], link },
        facts,
      };
    // It was created all the same: what is to be done now belongs to another step.
    if (isSuspended(site))
      return {
        state: 'warn',
        says: text(suspended, { name: site.name ?? '', url }),
        remedy: { owner: 'you', steps: [text(convert)], link },
        facts,
      };
    return { state: 'ok', says: text(ready, { name: site.name ?? '', url }), facts };
  },
});
