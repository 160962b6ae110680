import { msg, text } from '@portico/plan/text';
import { getSite, recordOf, sitesPage } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const standard = msg({
  id: 'site-standard-model.ok',
  defaultMessage: 'It is on the standard data model, and its record is in Dataverse.',
});
const enhanced = msg({
  id: 'site-standard-model.enhanced',
  defaultMessage: 'The site is on another data model than the Customer Portal ever is: {model}.',
});
const unseen = msg({
  id: 'site-standard-model.unseen',
  defaultMessage: 'The site’s record can’t be seen in Dataverse, so its data model can’t be verified.',
});
const cause = msg({
  id: 'site-standard-model.cause',
  defaultMessage:
    'Microsoft creates the Customer Portal on the standard data model, whatever the environment prefers. So this site was made from another template, or somebody has changed it.',
});
const look = msg({
  id: 'site-standard-model.remedy.look',
  defaultMessage:
    'In the Power Platform admin centre, open “Power Pages sites” and this site: “Site details” names its data model and template.',
});
const remake = msg({
  id: 'site-standard-model.remedy.remake',
  defaultMessage: 'If it isn’t the Customer Portal, delete it and create the site from the right template.',
});
const see = msg({
  id: 'site-standard-model.remedy.see',
  defaultMessage:
    'Open the app Portal Management, “Websites”: the site must be in the list. Then check again.',
});

/** What Power Pages says of the model isn’t in its documentation, so Dataverse is the second witness. */
export default defineCheck({
  title: msg({ id: 'site-standard-model.title', defaultMessage: 'The site is on the standard data model' }),
  why: msg({
    id: 'site-standard-model.why',
    defaultMessage: 'It shows that the site is the Customer Portal, and where its pages and settings are.',
  }),
  owner: 'environment-admin',
  after: ['site-provisioned'],
  observe: async (targets) => {
    const site = await getSite(targets);
    const record = recordOf(site);
    const found = await targets.rows({
      set: 'adx_websites',
      $select: 'adx_websiteid',
      $filter: `adx_websiteid eq ${record}`,
    });
    return { model: site.dataModel ?? '', record: found.length > 0, link: await sitesPage(targets) };
  },
  judge: ({ model, record, link }) => {
    if (model !== '' && !/^standard$/i.test(model))
      return {
        state: 'blocked',
        says: text(enhanced, { model }),
        cause: text(cause),
        remedy: { owner: 'environment-admin', steps: [text(look), text(remake)], link },
      };
    if (!record)
      return {
        state: 'unknown',
        says: text(unseen),
        problem: { code: 'not-readable' },
        remedy: { owner: 'environment-admin', steps: [text(see), text(look)], link },
      };
    return { state: 'ok', says: text(standard) };
  },
});
