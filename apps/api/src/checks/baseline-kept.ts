import { msg, text } from '@portico/plan/text';
import { baselineOf, ownSite } from '../site-config/read-sites.ts';
import { read } from '../targets/read.ts';
import { defineCheck } from './define-check.ts';

const kept = msg({
  id: 'baseline-kept.ok',
  defaultMessage:
    'The site is kept as its template made it: {records, plural, one {# record} other {# records}}, read {at}.',
});
const inferred = msg({
  id: 'baseline-kept.inferred',
  defaultMessage:
    'Nobody kept the site when it was made. {records, plural, one {# record} other {# records}} that nobody has touched since stand for it.',
});
const given = msg({
  id: 'baseline-kept.imported',
  defaultMessage:
    'The site as its template made it comes from a {from, select, folder {folder} other {file}} that {by} gave: {records, plural, one {# record} other {# records}}.',
});
const noSite = msg({ id: 'baseline-kept.none', defaultMessage: 'There is no site yet that could be kept.' });
const cause = msg({
  id: 'baseline-kept.inferred.cause',
  defaultMessage:
    'It was made before Portico looked after it. For every record that somebody has changed, each difference from the new template is asked about.',
});
const go = msg({
  id: 'baseline-kept.inferred.remedy',
  defaultMessage: 'Go on. After this update the template is kept, and the next one asks less.',
});

/** What an update is merged from. It is taken when provisioning ends; looking for it takes it where there is none. */
export default defineCheck({
  title: msg({ id: 'baseline-kept.title', defaultMessage: 'The site is kept as it was made' }),
  why: msg({
    id: 'baseline-kept.why',
    defaultMessage:
      'Only who knows what the template brought can tell your changes from Microsoft’s when a new one is out.',
  }),
  owner: 'portico',
  after: [],
  observe: async (targets) => {
    // Before there is a site nobody can keep it; one that goes away later is kept all the same.
    const site = await read(ownSite(targets), ['not-found']);
    if (!('value' in site)) return undefined;
    const { content, at } = await baselineOf(targets);
    const { origin, records } = content.snapshot;
    const { imported } = content;
    return { at, origin, records: records.length, ...(imported ? { imported } : {}) };
  },
  judge: (facts) => {
    if (!facts) return { state: 'skipped', because: 'site-provisioned', says: text(noSite) };
    const { at, origin, records, imported } = facts;
    if (origin === 'captured' && imported)
      return { state: 'ok', says: text(given, { ...imported, records }), facts };
    if (origin === 'captured') return { state: 'ok', says: text(kept, { records, at }), facts };
    return {
      state: 'warn',
      says: text(inferred, { records }),
      cause: text(cause),
      remedy: { owner: 'you', steps: [text(go)] },
      facts,
    };
  },
});
