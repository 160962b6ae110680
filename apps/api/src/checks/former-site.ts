import type { FindingFacts } from '@portico/contract/findings';
import { msg, text } from '@portico/plan/text';
import { formerSites } from '../targets/former-sites.ts';
import { sitesPage } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const none = msg({
  id: 'former-site.ok',
  defaultMessage: 'Dataverse has no pages of a site that is gone.',
});
const left = msg({
  id: 'former-site.left',
  defaultMessage:
    'Dataverse still has the pages and settings of “{name}”{more, plural, =0 {} one { and of another site} other { and of # more sites}}, which no active site shows.',
});
const cause = msg({
  id: 'former-site.cause',
  defaultMessage:
    'Deleting a site, or the end of its trial, removes its host only. Which template it was made from isn’t kept.',
});
const take = msg({
  id: 'former-site.remedy.take',
  defaultMessage:
    'If it was the Customer Portal, its pages can be shown again: choose them at the step “Portal site”. What was changed in them stays.',
});
const leave = msg({
  id: 'former-site.remedy.leave',
  defaultMessage:
    'To begin anew, choose new pages there. The old ones do no harm; they can be deleted in the app Portal Management, “Websites”.',
});

/**
 * A host can be deleted while its record stays, and a new one can be bound to it (power-pages-docs,
 * admin/delete-website). Advice: which of both is right only people know.
 */
export default defineCheck({
  title: msg({ id: 'former-site.title', defaultMessage: 'No pages of a former portal are left' }),
  why: msg({
    id: 'former-site.why',
    defaultMessage: 'Pages that somebody worked on needn’t be lost with the site that showed them.',
  }),
  owner: 'you',
  after: ['environment-user'],
  observe: async (targets) => {
    const [records, link] = await Promise.all([formerSites(targets), sitesPage(targets)]);
    return {
      // The enhanced data model is none of this template.
      records: records
        .filter(({ table }) => table === 'adx_website')
        .map(({ record, name }) => ({ record, name })),
      link,
    };
  },
  judge: ({ records, link }) => {
    const facts: FindingFacts['former-site'] = { records };
    const [first, ...more] = records;
    if (!first) return { state: 'ok', says: text(none), facts };
    return {
      state: 'warn',
      says: text(left, { name: first.name, more: more.length }),
      cause: text(cause),
      remedy: { owner: 'you', steps: [text(take), text(leave)], link },
      facts,
    };
  },
});
