import { msg, text } from '@portico/plan/text';
import { fingerprintOf } from '../site-config/fingerprint.ts';
import { modelOf } from '../site-config/capture-site.ts';
import { lookAtTemplate, ownSite } from '../site-config/read-sites.ts';
import { recordOf } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const suits = msg({
  id: 'template-suitable.ok',
  defaultMessage:
    'The new template is read from “{name}”: {records, plural, one {# record} other {# records}}.',
});
const known = msg({
  id: 'template-suitable.known',
  defaultMessage:
    'The new template is read from “{name}”: {records, plural, one {# record} other {# records}}. It is the same template as at “{sameAs}”.',
});
const imported = msg({
  id: 'template-suitable.imported',
  defaultMessage:
    'The new template comes from the file “{name}”, taken on {taken}: {records, plural, one {# record} other {# records}}, fingerprint {fingerprint}.{again, plural, =0 {} other { It is the same template as at “{sameAs}”.}}',
});
const folder = msg({
  id: 'template-suitable.folder',
  defaultMessage:
    'The new template comes from the folder “{name}”, read on {taken}: {records, plural, one {# record} other {# records}}, fingerprint {fingerprint}.{again, plural, =0 {} other { It is the same template as at “{sameAs}”.}}',
});
const shared = msg({
  id: 'template-suitable.shared',
  defaultMessage:
    'The new template is “{name}”, as it is kept at “{sharedBy}” since {taken}: {records, plural, one {# record} other {# records}}, fingerprint {fingerprint}.',
});
const folderCause = msg({
  id: 'template-suitable.folder.cause',
  defaultMessage:
    'A folder says nothing of dates, versions and solutions, so nobody can tell from it whether somebody had changed that site.',
});
const folderRemedy = msg({
  id: 'template-suitable.folder.remedy',
  defaultMessage:
    'Go on, when you know that it was downloaded from a fresh site. Else choose a reference site.',
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
const model = msg({
  id: 'template-suitable.model',
  defaultMessage:
    'It is on another data model than the site: {theirs, select, enhanced {enhanced} other {standard}} instead of {ours, select, enhanced {enhanced} other {standard}}.',
});
const modelCause = msg({
  id: 'template-suitable.model.cause',
  defaultMessage:
    'The enhanced model has no ads, polls and tags, and Microsoft doesn’t say what its columns are at first. What it doesn’t say would be taken for deleted or changed.',
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
    const [{ content, at }, own, baseline, client] = await Promise.all([
      lookAtTemplate(targets),
      ownSite(targets),
      targets.archive.latest('baseline'),
      targets.dataverse(),
    ]);
    const { snapshot } = content;
    const fingerprint = fingerprintOf(snapshot);
    const sameAs = await targets.archive.seenAt(fingerprint);
    return {
      at,
      records: snapshot.records.length,
      name: content.name ?? '',
      fingerprint,
      ...(sameAs === undefined ? {} : { sameAs }),
      ...(content.sharedBy === undefined
        ? {}
        : { shared: { by: content.sharedBy, taken: snapshot.capturedAt } }),
      ...(content.imported ? { imported: { from: content.imported.from, taken: snapshot.capturedAt } } : {}),
      same: snapshot.website.toLowerCase() === recordOf(own).toLowerCase(),
      theirs: snapshot.language,
      ours: baseline?.content.snapshot.language ?? snapshot.language,
      models: {
        theirs: snapshot.model,
        ours: await modelOf(client, { website: recordOf(own), dataModel: own.dataModel }),
      },
      touched: snapshot.records.filter(({ untouched }) => untouched === false).length,
    };
  },
  judge: ({ same: isSame, theirs, ours, models, touched: count, ...facts }) => {
    const remedy = { owner: 'you', steps: [text(another)] } as const;
    if (isSame) return { state: 'blocked', says: text(same), remedy };
    if (theirs !== ours)
      return {
        state: 'blocked',
        says: text(language, { theirs, ours }),
        cause: text(languageCause),
        remedy,
      };
    if (models.theirs !== models.ours)
      return { state: 'blocked', says: text(model, models), cause: text(modelCause), remedy };
    const { name, records, sameAs, fingerprint } = facts;
    if (count > 0)
      return {
        state: 'warn',
        says: text(touched, { name, touched: count }),
        cause: text(touchedCause),
        remedy: { owner: 'you', steps: [text(touchedRemedy)] },
        facts,
      };
    if (facts.imported) {
      const { from, taken } = facts.imported;
      const again = sameAs === undefined ? 0 : 1;
      // So much of a fingerprint is enough to compare it by eye.
      const values = {
        name,
        records,
        taken,
        fingerprint: fingerprint.slice(0, 12),
        again,
        sameAs: sameAs ?? '',
      };
      if (from === 'file') return { state: 'ok', says: text(imported, values), facts };
      return {
        state: 'warn',
        says: text(folder, values),
        cause: text(folderCause),
        remedy: { owner: 'you', steps: [text(folderRemedy)] },
        facts,
      };
    }
    if (facts.shared) {
      const { by: sharedBy, taken } = facts.shared;
      const values = { name, records, taken, sharedBy, fingerprint: fingerprint.slice(0, 12) };
      return { state: 'ok', says: text(shared, values), facts };
    }
    if (sameAs !== undefined) return { state: 'ok', says: text(known, { name, records, sameAs }), facts };
    return { state: 'ok', says: text(suits, { name, records }), facts };
  },
});
