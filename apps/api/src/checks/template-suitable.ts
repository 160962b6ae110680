import { msg, text } from '@portico/plan/text';
import { lookAtTemplate, ownSite } from '../site-config/read-sites.ts';
import { recordOf } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const suits = msg({
  id: 'template-suitable.ok',
  defaultMessage:
    'The new template is read from “{name}”: {records, plural, one {# record} other {# records}}.',
});
const touched = msg({
  id: 'template-suitable.touched',
  defaultMessage:
    'In “{name}” somebody has changed {touched, plural, one {a record} other {# records}} since it was made.',
});
const touchedCause = msg({
  id: 'template-suitable.touched.cause',
  defaultMessage: 'What was changed there would be taken for a change of Microsoft’s.',
});
const touchedRemedy = msg({
  id: 'template-suitable.touched.remedy',
  defaultMessage:
    'Create a fresh site from the template in a sandbox, and choose that one. Or go on, when you know that what was changed there is meant.',
});
const same = msg({
  id: 'template-suitable.same',
  defaultMessage: 'This is the site itself, not one that the new template made.',
});
const language = msg({
  id: 'template-suitable.language',
  defaultMessage: 'It was made in another base language ({theirs}) than the site ({ours}).',
});
const languageCause = msg({
  id: 'template-suitable.language.cause',
  defaultMessage: 'Names of pages and texts are translated when a site is made, so the two can’t be matched.',
});
const another = msg({
  id: 'template-suitable.remedy.another',
  defaultMessage:
    'In a sandbox with the dual-write solutions, create a site from the template “Customer Portal” in the same base language, and choose it here.',
});

/** The reference site: what the newest template makes, in another environment, where nobody has worked on it. */
export default defineCheck({
  title: msg({ id: 'template-suitable.title', defaultMessage: 'The new template can be read' }),
  why: msg({
    id: 'template-suitable.why',
    defaultMessage:
      'Microsoft publishes no list of what a new template changes. A site that was just made from it shows all of it.',
  }),
  owner: 'you',
  after: ['baseline-kept'],
  observe: async (targets) => {
    const [{ content, at }, own, baseline, sites] = await Promise.all([
      lookAtTemplate(targets),
      ownSite(targets),
      targets.archive.latest('baseline'),
      targets.sites(targets.answers.update?.template.environment),
    ]);
    const { snapshot } = content;
    // Its name is its own, and no part of what is kept.
    const site = sites.find(({ websiteRecordId }) => websiteRecordId?.toLowerCase() === snapshot.website);
    return {
      at,
      records: snapshot.records.length,
      name: site?.name ?? '',
      same: snapshot.website === recordOf(own).toLowerCase(),
      theirs: snapshot.language,
      ours: baseline?.content.snapshot.language ?? snapshot.language,
      touched: snapshot.records.filter(({ untouched }) => untouched === false).length,
    };
  },
  judge: ({ same: isSame, theirs, ours, touched: count, ...facts }) => {
    const remedy = { owner: 'you', steps: [text(another)] } as const;
    if (isSame) return { state: 'blocked', says: text(same), remedy };
    if (theirs !== ours)
      return {
        state: 'blocked',
        says: text(language, { theirs, ours }),
        cause: text(languageCause),
        remedy,
      };
    const { name, records } = facts;
    if (count > 0)
      return {
        state: 'warn',
        says: text(touched, { name, touched: count }),
        cause: text(touchedCause),
        remedy: { owner: 'you', steps: [text(touchedRemedy)] },
        facts,
      };
    return { state: 'ok', says: text(suits, { name, records }), facts };
  },
});
