import { msg, text } from '@portico/plan/text';
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
const cause = msg({
  id: 'site-absent.cause',
  defaultMessage: 'Microsoft allows one site of this template in an environment.',
});
const adopt = msg({
  id: 'site-absent.remedy.adopt',
  defaultMessage: 'To go on with that site, keep it: it needs no second one.',
});
const remove = msg({
  id: 'site-absent.remedy.remove',
  defaultMessage:
    'To begin anew, delete it in Power Pages first. Its pages and settings stay in Dataverse until somebody removes them.',
});
const other = msg({ id: 'site-absent.remedy.other', defaultMessage: 'Or choose another environment.' });

/** No other site of this template: Microsoft allows one per environment. */
export default defineCheck({
  title: msg({ id: 'site-absent.title', defaultMessage: 'No other Customer Portal is in the way' }),
  why: msg({ id: 'site-absent.why', defaultMessage: 'An environment can hold one site of this template.' }),
  owner: 'environment-admin',
  after: ['dataverse-ready'],
  observe: async ({ answers, cloud, sites, environment }) => {
    const found = await sites();
    return {
      sites: found.filter(({ templateName }) => templateName === 'CustomerPortal'),
      mine: answers['portal-site']?.subdomain,
      link: `${cloud.pages.powerPages}/environments/${(await environment()).name}/portals/home`,
    };
  },
  judge: ({ sites, mine, link }) => {
    const [site] = sites;
    if (!site) return { state: 'ok', says: text(absent) };
    const url = site.websiteUrl ?? '';
    if (mine && site.subdomain?.toLowerCase() === mine) return { state: 'ok', says: text(ours, { url }) };
    return {
      state: 'blocked',
      says: text(there, { name: site.name ?? '', url }),
      cause: text(cause),
      remedy: { owner: 'environment-admin', steps: [text(adopt), text(remove), text(other)], link },
    };
  },
});
