import { msg, text } from '@portico/plan/text';
import { formerSites } from '../targets/former-sites.ts';
import { sitesPage } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const offered = msg({
  id: 'first-site.ok',
  defaultMessage: 'This environment has a site already, so Power Pages offers the Dynamics 365 templates.',
});
const before = msg({
  id: 'first-site.before',
  defaultMessage:
    'This environment had a site before, so Power Pages probably offers the Dynamics 365 templates.',
});
const trace = msg({
  id: 'first-site.trace',
  defaultMessage: 'Dataverse still has the pages of “{name}”, which is no active site any more.',
});
const first = msg({
  id: 'first-site.first',
  defaultMessage:
    'This environment never had a site: Power Pages doesn’t offer the Dynamics 365 templates yet.',
});
const cause = msg({
  id: 'first-site.cause',
  defaultMessage:
    'Microsoft leaves those templates out of the first experience of an environment. It matters only if a person creates the site in Power Pages; when Portico does it, it isn’t known to matter.',
});
const skip = msg({
  id: 'first-site.remedy.skip',
  defaultMessage:
    'When somebody creates the site by hand: open Power Pages, choose this environment, and see whether “Templates” has the tab “Dynamics 365”. If it asks you to begin with a template, select “Skip” first.',
});
const starter = msg({
  id: 'first-site.remedy.starter',
  defaultMessage:
    'If the tab isn’t there, create any site first: “Create a site”, “Starter layout 1”, “Done”. It is a private trial.',
});
const remove = msg({
  id: 'first-site.remedy.remove',
  defaultMessage:
    'Once the Customer Portal exists, delete that site under “Active sites”, “Site details”, “Delete”.',
});

/**
 * The trap of the first run: Dynamics 365 templates are only “for subsequent site creation” (power-pages-docs,
 * templates/dynamics-365-apps/overview). Advice: only the guided way meets it.
 */
export default defineCheck({
  title: msg({ id: 'first-site.title', defaultMessage: 'Power Pages offers the Dynamics 365 templates' }),
  why: msg({
    id: 'first-site.why',
    defaultMessage: 'The Customer Portal is one of them; in an environment’s first site they aren’t offered.',
  }),
  owner: 'you',
  after: ['environment-user'],
  observe: async (targets) => {
    const [{ length: active }, link] = await Promise.all([targets.sites(), sitesPage(targets)]);
    const traces = active > 0 ? [] : (await formerSites(targets)).map(({ name }) => name);
    return { active, traces, link };
  },
  judge: ({ active, traces: [name], link }) => {
    if (active > 0) return { state: 'ok', says: text(offered) };
    if (name !== undefined)
      return {
        state: 'ok',
        says: text(before),
        details: [{ state: 'probable', says: text(trace, { name }) }],
      };
    return {
      state: 'warn',
      says: text(first),
      cause: text(cause),
      remedy: { owner: 'you', steps: [text(skip), text(starter), text(remove)], link },
    };
  },
});
