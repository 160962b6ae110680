import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { isCustomerPortal, sitesPage, thereSite } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const absent = msg({
  id: 'site-absent.ok',
  defaultMessage: 'There is no Customer Portal in this environment yet.',
});
const ours = msg({
  id: 'site-absent.ours',
  defaultMessage: 'The only Customer Portal here is the one of this set-up: {url}.',
});
const there = msg({
  id: 'site-absent.there',
  defaultMessage: 'There is a Customer Portal already: {name}, {url}.',
});
const maybe = msg({
  id: 'site-absent.maybe',
  defaultMessage: 'There is a site that may be a Customer Portal: {name}, {url}.',
});
const cause = msg({
  id: 'site-absent.cause',
  defaultMessage: 'Microsoft allows one site of this template in an environment.',
});
const unsaid = msg({
  id: 'site-absent.unsaid',
  defaultMessage:
    'Power Pages doesn’t say from which template it was made. Microsoft allows one Customer Portal in an environment.',
});
const adopt = msg({
  id: 'site-absent.remedy.adopt',
  defaultMessage:
    'To go on with that site, select “Use this site” at the step “Portal site”. Nothing is created then; all else is done and checked.',
});
const remove = msg({
  id: 'site-absent.remedy.remove',
  defaultMessage:
    'To begin anew, delete it in Power Pages first. Its pages and settings stay in Dataverse until somebody removes them.',
});
const other = msg({ id: 'site-absent.remedy.other', defaultMessage: 'Or choose another environment.' });

/**
 * No other site of this template: Microsoft allows one per environment. Said here, before anything is done; a site
 * that is there can be gone on with, so it stops only who asks for another address (site-address).
 */
export default defineCheck({
  title: msg({ id: 'site-absent.title', defaultMessage: 'No other Customer Portal is in the way' }),
  why: msg({ id: 'site-absent.why', defaultMessage: 'An environment can hold one site of this template.' }),
  owner: 'environment-admin',
  after: ['dataverse-ready'],
  observe: async (targets) => {
    const found = await targets.sites();
    const [sure] = found.filter((site) => isCustomerPortal(site) === 'yes');
    const [possible] = found.filter((site) => isCustomerPortal(site) === 'maybe');
    const site = sure ?? possible;
    return {
      ...(site ? { site: thereSite(site) } : {}),
      sure: sure !== undefined,
      mine: targets.answers['portal-site']?.subdomain,
      link: await sitesPage(targets),
    };
  },
  judge: ({ site, sure, mine, link }) => {
    if (!site) return { state: 'ok', says: text(absent) };
    const facts: FindingFacts['site-absent'] = { site, sure };
    const { name, url } = site;
    if (site.subdomain === mine) return { state: 'ok', says: text(ours, { url }), facts };
    return {
      state: 'warn',
      says: text(sure ? there : maybe, { name, url }),
      cause: text(sure ? cause : unsaid),
      remedy: { owner: 'environment-admin', steps: [text(adopt), text(remove), text(other)], link },
      facts,
    };
  },
});
