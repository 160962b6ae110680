import type { FindingFacts } from '@portico/contract/findings';
import { suggestAddresses } from '@portico/contract/suggest-addresses';
import { msg, text } from '@portico/plan/text';
import { formerSites } from '../targets/former-sites.ts';
import {
  findSite,
  hasFailed,
  isCustomerPortal,
  showsOthers,
  sitesPage,
  thereSite,
} from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const good = msg({
  id: 'site-address.ok',
  defaultMessage:
    'Nothing speaks against this address and language. Microsoft has the last word when the site is created.',
});
const exists = msg({
  id: 'site-address.exists',
  defaultMessage: 'The site is there: {url}. Nothing is created; it is gone on with.',
});
const elsewhere = msg({
  id: 'site-address.elsewhere',
  defaultMessage: 'This environment has a Customer Portal at another address: {name}, {url}.',
});
const cause = msg({
  id: 'site-address.cause',
  defaultMessage: 'Microsoft allows one site of this template in an environment, so a second one is refused.',
});
const taken = msg({
  id: 'site-address.taken',
  defaultMessage: 'Another site of this environment has the address {subdomain}.',
});
const others = msg({
  id: 'site-address.other-pages',
  defaultMessage: 'The site is there, {url}, and shows other pages than those that were chosen.',
});
const takeThese = msg({
  id: 'site-address.remedy.these',
  defaultMessage:
    'If its pages are right, choose “New pages” above: nothing is created, and it is gone on with.',
});
const makeAnew = msg({
  id: 'site-address.remedy.anew',
  defaultMessage:
    'If not, delete the site in Power Pages, wait until it is gone from the list, and check again.',
});
const failed = msg({
  id: 'site-address.failed',
  defaultMessage:
    'Nothing speaks against this address and language. {name}, {url}, is still in Microsoft’s list and could not be created.',
});
const harmless = msg({
  id: 'site-address.failed.cause',
  defaultMessage: 'A site that failed holds neither its address nor the place of the Customer Portal.',
});
const tidy = msg({
  id: 'site-address.remedy.tidy',
  defaultMessage:
    'Go on here. If the old one is still in the list afterwards, open Power Pages, select it, and delete it.',
});
const language = msg({
  id: 'site-address.language',
  defaultMessage: 'The language isn’t turned on in this environment.',
});
const record = msg({
  id: 'site-address.record',
  defaultMessage: 'The pages that the site is to show aren’t free: a site shows them, or they are gone.',
});
const use = msg({
  id: 'site-address.remedy.use',
  defaultMessage: 'Select “Use this site” above. Nothing is created then; all else is done and checked.',
});
const remove = msg({
  id: 'site-address.remedy.remove',
  defaultMessage: 'Or delete it in Power Pages first, wait until it is gone from the list, and check again.',
});
const pickOther = msg({
  id: 'site-address.remedy.other',
  defaultMessage: 'Choose another address, for example {example}.',
});
const pickPages = msg({
  id: 'site-address.remedy.pages',
  defaultMessage: 'Choose other pages above, or new ones.',
});
const turnOn = msg({
  id: 'site-address.remedy.language',
  defaultMessage:
    'In the Power Platform admin centre, open the environment, then “Settings”, “Product”, “Languages”, and turn it on; or choose another language.',
});

/** Name, address, language and pages, as far as anybody can know before the site is created. */
export default defineCheck({
  title: msg({ id: 'site-address.title', defaultMessage: 'The address and language can be used' }),
  why: msg({
    id: 'site-address.why',
    defaultMessage: 'A wrong choice would only show after minutes of waiting.',
  }),
  owner: 'you',
  after: ['site-absent'],
  observe: async (targets) => {
    const { answers, dataverse, sites } = targets;
    const site = answers['portal-site'];
    const [all, mine, spoken, left, link] = await Promise.all([
      sites(),
      findSite(targets),
      dataverse().then((client) => client.listLanguages({})),
      site?.record ? formerSites(targets) : [],
      sitesPage(targets),
    ]);
    const portal = all.find((each) => isCustomerPortal(each) === 'yes' && each.id !== mine?.id);
    const remains = all.find((each) => hasFailed(each) && each.id !== mine?.id);
    return {
      subdomain: site?.subdomain ?? '',
      known: all.flatMap((each) => each.subdomain?.toLowerCase() ?? []),
      ...(portal ? { portal: thereSite(portal) } : {}),
      ...(remains ? { remains: thereSite(remains) } : {}),
      ...(mine
        ? {
            mine: {
              url: mine.websiteUrl ?? '',
              ours: isCustomerPortal(mine),
              failed: hasFailed(mine),
              others: showsOthers(mine, site?.record),
            },
          }
        : {}),
      spoken: spoken.RetrieveProvisionedLanguages.includes(site?.language ?? 0),
      // Once the site shows them they are its own.
      pages:
        site?.record === undefined ||
        mine?.websiteRecordId?.toLowerCase() === site.record.toLowerCase() ||
        left.some((each) => each.record.toLowerCase() === site.record?.toLowerCase()),
      link,
    };
  },
  judge: ({ subdomain, known, portal, mine, remains, spoken, pages, link }) => {
    if (portal) {
      const facts: FindingFacts['site-address'] = { site: portal };
      return {
        state: 'blocked',
        says: text(elsewhere, { name: portal.name, url: portal.url }),
        cause: text(cause),
        remedy: { owner: 'you', steps: [text(use), text(remove)], link },
        facts,
      };
    }
    if (mine?.others && mine.ours !== 'no')
      return {
        state: 'blocked',
        says: text(others, { url: mine.url }),
        remedy: { owner: 'you', steps: [text(takeThese), text(makeAnew)], link },
      };
    if (mine && mine.ours !== 'no' && pages) return { state: 'ok', says: text(exists, { url: mine.url }) };
    if (mine?.ours === 'no' && !mine.failed) {
      const free = suggestAddresses(subdomain, known);
      const facts: FindingFacts['site-address'] = { free };
      return {
        state: 'blocked',
        says: text(taken, { subdomain }),
        remedy: { owner: 'you', steps: [text(pickOther, { example: free[0] ?? '' })] },
        facts,
      };
    }
    if (!spoken)
      return {
        state: 'blocked',
        says: text(language),
        remedy: { owner: 'environment-admin', steps: [text(turnOn)] },
      };
    if (!pages)
      return {
        state: 'blocked',
        says: text(record),
        remedy: { owner: 'you', steps: [text(pickPages)] },
      };
    if (remains)
      return {
        state: 'warn',
        says: text(failed, { name: remains.name, url: remains.url }),
        cause: text(harmless),
        remedy: { owner: 'environment-admin', steps: [text(tidy)], link },
      };
    return { state: 'ok', says: text(good) };
  },
});
