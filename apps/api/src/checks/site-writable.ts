import { component } from '@portico/merge/tables/enhanced';
import { msg, text } from '@portico/plan/text';
import { modelOf } from '../site-config/capture-site.ts';
import { ownSite } from '../site-config/read-sites.ts';
import { recordOf } from '../targets/portal-site.ts';
import { defineCheck } from './define-check.ts';

const writable = msg({
  id: 'site-writable.ok',
  defaultMessage: 'The site is on the standard data model, which Portico reads and writes.',
});
const readOnly = msg({
  id: 'site-writable.enhanced',
  defaultMessage:
    'The site is on the enhanced data model. Portico reads and compares it, and doesn’t write to it.{unread, plural, =0 {} one { It has a record of a kind that Portico doesn’t know, compared as it is: {names}.} other { It has # records of kinds that Portico doesn’t know, compared as they are: {names}.}}',
});
const cause = msg({
  id: 'site-writable.cause',
  defaultMessage:
    'On this model files can’t be written together with the rest. So nobody can promise that an update arrives as a whole, or is taken back as a whole.',
});
const decide = msg({
  id: 'site-writable.remedy.decide',
  defaultMessage:
    'Decide what is open on this page, then select “Download the plan”: it names each record, what to write, and what is there now.',
});
const write = msg({
  id: 'site-writable.remedy.write',
  defaultMessage:
    'Make these changes in the app “Power Pages Management”, or in the design studio, first in a copy of the site.',
});
const compare = msg({
  id: 'site-writable.remedy.compare',
  defaultMessage: 'Check again: the comparison then shows what is still missing.',
});

/** So many names are enough to find the records by. */
const most = 3;

/** Asked before an update is written at all: what a site is, no decision changes. */
export default defineCheck({
  title: msg({ id: 'site-writable.title', defaultMessage: 'Portico can write to the site' }),
  why: msg({
    id: 'site-writable.why',
    defaultMessage: 'An update is written as a whole or not at all, and taken back the same way.',
  }),
  owner: 'you',
  after: ['baseline-kept'],
  observe: async (targets) => {
    const [site, client] = await Promise.all([ownSite(targets), targets.dataverse()]);
    const model = await modelOf(client, { website: recordOf(site), dataModel: site.dataModel });
    const kept = (await targets.archive.latest('live')) ?? (await targets.archive.latest('baseline'));
    const unread = (kept?.content.snapshot.records ?? []).filter(({ table }) => table === component);
    return { model, unread: unread.map(({ fields }) => String(fields['name'] ?? '')) };
  },
  judge: ({ model, unread }) => {
    if (model === 'standard') return { state: 'ok', says: text(writable) };
    const names = unread.slice(0, most).join(', ') + (unread.length > most ? ', …' : '');
    return {
      state: 'blocked',
      says: text(readOnly, { unread: unread.length, names }),
      cause: text(cause),
      remedy: { owner: 'you', steps: [text(decide), text(write), text(compare)] },
    };
  },
});
