import { msg, text } from '@portico/plan/text';
import { idsOf } from '../site-config/compare-rows.ts';
import { isAway, lastUpdate, standingUpdates, updateIn } from '../site-config/last-update.ts';
import { planOf } from '../site-config/overview.ts';
import { lookAtSite, updateOf } from '../site-config/read-sites.ts';
import { defineCheck } from './define-check.ts';

const applied = msg({
  id: 'update-applied.ok',
  defaultMessage: 'The site has all that you took over from the new template.',
});
const missing = msg({
  id: 'update-applied.missing',
  defaultMessage:
    'The site doesn’t have the new template yet: {writes, plural, one {# record differs} other {# records differ}} from what is decided.',
});
const open = msg({
  id: 'update-applied.open',
  defaultMessage: 'What the site takes over from the new template isn’t decided yet.',
});
const back = msg({
  id: 'update-applied.back',
  defaultMessage: 'The update was taken back: the site is as it was before.',
});
const apply = msg({
  id: 'update-applied.remedy',
  defaultMessage: 'Decide what is open, then select “Apply the update”.',
});

const again = msg({
  id: 'update-applied.back.remedy',
  defaultMessage: 'There is nothing to do, unless you want the update again: then apply it once more.',
});

/** The site as it is now, read anew: merging it with the template leaves nothing to write. */
export default defineCheck({
  title: msg({ id: 'update-applied.title', defaultMessage: 'The site has the new template' }),
  why: msg({
    id: 'update-applied.why',
    defaultMessage: 'What was sent isn’t what counts: the site is read once more, record by record.',
  }),
  owner: 'you',
  after: ['template-suitable'],
  observe: async (targets) => {
    const live = await lookAtSite(targets);
    const { archive } = targets;
    const [merging, last, standing] = await Promise.all([
      updateOf(targets),
      lastUpdate(archive).then((update) => update && updateIn(targets, update, live.content)),
      standingUpdates(archive),
    ]);
    const plan = merging && planOf(merging);
    const away = last !== undefined && (await isAway(archive, last));
    return {
      open: plan === undefined,
      writes: new Set(plan?.writes.map(({ id }) => id)).size,
      takenBack: away,
      standing: standing
        .filter(({ id }) => !away || id !== last?.id)
        .map(({ id, at, content }) => ({ id, at, records: idsOf(content.plan.writes).length })),
    };
  },
  judge: ({ open: isOpen, writes, takenBack, standing }) => {
    const state = !isOpen && writes === 0 ? 'applied' : takenBack ? 'taken-back' : 'before';
    const facts = { state, takenBack, standing } as const;
    if (state === 'applied') return { state: 'ok', says: text(applied), facts };
    if (state === 'taken-back')
      return {
        state: 'blocked',
        todo: true,
        says: text(back),
        remedy: { owner: 'you', steps: [text(again)] },
        facts,
      };
    return {
      state: 'blocked',
      says: isOpen ? text(open) : text(missing, { writes }),
      remedy: { owner: 'you', steps: [text(apply)] },
      facts,
    };
  },
});
