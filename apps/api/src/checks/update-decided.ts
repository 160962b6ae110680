import { Problem } from '@portico/contract/problems';
import { openThings, writesIn } from '@portico/contract/update-needs';
import { msg, text } from '@portico/plan/text';
import { overviewOf, planOf } from '../site-config/overview.ts';
import { lookAtSite, updateOf } from '../site-config/read-sites.ts';
import { defineCheck } from './define-check.ts';

const decided = msg({
  id: 'update-decided.ok',
  defaultMessage:
    'All is decided: {writes, plural, =0 {nothing has to be written} one {# record is to be written} other {# records are to be written}}.',
});
const open = msg({
  id: 'update-decided.open',
  defaultMessage: 'Not everything is decided yet.',
});
const cause = msg({
  id: 'update-decided.open.cause',
  defaultMessage:
    'Your site and the new template differ where nothing but a person can say what shall stand, or it would change rights or a security setting. Nobody decides that for you.',
});
const decide = msg({
  id: 'update-decided.remedy.decide',
  defaultMessage:
    'Go through what needs you on this page, and decide each one. Decisions are saved as you make them.',
});
const faulty = msg({
  id: 'update-decided.faulty',
  defaultMessage:
    '{faults, plural, one {A text} other {# texts}} would have a fault that neither side has, and could break a page.',
});
const mend = msg({
  id: 'update-decided.remedy.mend',
  defaultMessage: 'Open each text that is marked in the list, and edit it.',
});

/** The site as it is now, merged with the new template: nothing that only a person can say is left. */
export default defineCheck({
  title: msg({ id: 'update-decided.title', defaultMessage: 'Everything is decided' }),
  why: msg({
    id: 'update-decided.why',
    defaultMessage: 'What is written to the site is all known before the first write.',
  }),
  owner: 'you',
  after: ['template-suitable'],
  observe: async (targets) => {
    await lookAtSite(targets);
    const merging = await updateOf(targets);
    if (!merging) throw new Problem('answers-missing', { values: { step: 'update' } });
    const overview = await overviewOf(merging);
    return {
      open: planOf(merging) ? 0 : openThings(overview),
      faults: overview.faults.length,
      writes: writesIn(overview),
    };
  },
  judge: (facts) => {
    const { open: left, faults, writes } = facts;
    if (left > 0)
      return {
        state: 'blocked',
        todo: true,
        // How many things are left changes with each decision: the page counts them.
        says: text(open),
        cause: text(cause),
        remedy: { owner: 'you', steps: [text(decide)] },
        facts,
      };
    if (faults > 0)
      return {
        state: 'blocked',
        says: text(faulty, { faults }),
        remedy: { owner: 'you', steps: [text(mend)] },
        facts,
      };
    return { state: 'ok', says: text(decided, { writes }), facts };
  },
});
