import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { getSite, sitesAdminPage } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const none = msg({
  id: 'custom-domain.ok',
  defaultMessage: 'The site goes by {url}; it has no domain of its own.',
});
const own = msg({
  id: 'custom-domain.own',
  defaultMessage:
    'The site has {hosts}. That its name leads there, and until when its certificate holds, isn’t in Power Pages’ list.',
});
const unsaid = msg({
  id: 'custom-domain.unsaid',
  defaultMessage: 'Power Pages doesn’t say whether the site has a domain of its own.',
});
const look = msg({
  id: 'custom-domain.remedy.look',
  defaultMessage:
    'In the Power Platform admin centre, “Manage”, “Power Pages”, select the site, “Manage”, and read “Site Details”.',
});

/** A domain of the site’s own, as Power Pages lists it. Nothing is asked there: it is no host of Microsoft’s. */
export default defineCheck({
  title: msg({ id: 'custom-domain.title', defaultMessage: 'Which addresses the site has' }),
  why: msg({
    id: 'custom-domain.why',
    defaultMessage: 'A domain of your own needs a production site, a DNS record and a certificate.',
  }),
  owner: 'you',
  after: ['site-provisioned'],
  observe: async (targets) => {
    const site = await getSite(targets);
    return {
      url: site.websiteUrl ?? '',
      hosts: site.customHostNames?.filter((host) => !site.websiteUrl?.endsWith(`//${host}`)),
      link: sitesAdminPage(targets),
    };
  },
  judge: ({ url, hosts, link }) => {
    if (!hosts)
      return {
        state: 'unknown',
        says: text(unsaid),
        problem: { code: 'not-readable' },
        remedy: { owner: 'you', steps: [text(look)], link },
      };
    const facts: FindingFacts['custom-domain'] = { hosts };
    if (hosts.length === 0) return { state: 'ok', says: text(none, { url }), facts };
    return { state: 'ok', says: text(own, { hosts: hosts.join(', ') }), facts };
  },
});
