import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { findKept } from '../site-config/find-kept.ts';
import type { Targets } from '../targets/targets.ts';
import { changesOf } from './apply-update/changes-of.ts';
import { decidedUpdate } from './apply-update/decided-update.ts';
import { keepBaseline } from './apply-update/keep-baseline.ts';
import { lookedAt, prepare } from './apply-update/prepare.ts';
import { restartAfter } from './apply-update/restart-after.ts';
import { byHand, updateGuide } from './apply-update/by-hand.ts';
import { writeAll } from './apply-update/write-all.ts';
import { defineAction } from './define-action.ts';

/** Takes a new template over, as it is decided: all of it, or nothing. */
export default defineAction({
  title: msg({ id: 'apply-update.title', defaultMessage: 'Apply the update' }),
  left: msg({
    id: 'apply-update.left',
    defaultMessage:
      'New pages come first and the rest after them, each as a whole. “Take the update back” removes whatever of the update is in the site.',
  }),
  changes: async (targets) => {
    const { merging, plan } = await decidedUpdate(targets);
    return changesOf(merging, plan);
  },
  drivers: {
    automatic: { run: automatic },
    guided: { guide: updateGuide, run: byHand },
  },
});

const writing = msg({
  id: 'apply-update.writing',
  defaultMessage: 'The site is read once more, then everything is written at once.',
});

async function automatic(targets: Targets, verbs: Verbs): Promise<void> {
  await verbs.say('writing', text(writing));
  const looked = await verbs.once('looked', () => lookedAt(targets.archive));
  const id = await verbs.once('prepare', () => prepare(targets, looked));
  const update = await findKept(targets.archive, 'update', id);
  const ids = await writeAll(targets, verbs, update);
  await verbs.once('baseline', () => keepBaseline(targets, update.content, ids));
  await restartAfter(targets, verbs);
}
