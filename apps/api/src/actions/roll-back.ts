import type { FindingFacts } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { findKept } from '../site-config/find-kept.ts';
import { isBack, type LastUpdate, lastUpdate, undoOf } from '../site-config/last-update.ts';
import { titleOf } from '../site-config/overview.ts';
import { lookAtSite } from '../site-config/read-sites.ts';
import type { Targets } from '../targets/targets.ts';
import { guideIn } from './apply-update/by-hand.ts';
import { line } from './apply-update/changes-of.ts';
import { restartAfter } from './apply-update/restart-after.ts';
import { refuseEdited, writeUndo } from './apply-update/write-all.ts';
import { defineAction } from './define-action.ts';

const change = msg({
  id: 'roll-back.change',
  defaultMessage: 'Put {count, plural, one {a record} other {# records}} back as before the update: {names}',
});
const look = msg({
  id: 'roll-back.guide.look',
  defaultMessage: 'Select “Download the plan” on this page: it names each record, and what was there before.',
});
const write = msg({
  id: 'roll-back.guide.write',
  defaultMessage:
    'Open the app “Power Pages Management” of the environment, and put each record back, from the last to the first.',
});
const notice = msg({
  id: 'roll-back.guide.notice',
  defaultMessage: 'We read the site every few minutes, and notice when it is as it was before.',
});
const watching = msg({
  id: 'roll-back.watching',
  defaultMessage: 'We watch until the site is as it was before the update.',
});

/** Takes the last update back, record by record as it was; refused where somebody edited one since. */
export default defineAction({
  title: msg({ id: 'roll-back.title', defaultMessage: 'Take the update back' }),
  left: msg({
    id: 'roll-back.left',
    defaultMessage: 'Nothing is taken back by halves: the update is in the site as a whole, or not at all.',
  }),
  // Facts of this check are of this shape (findings.ts).
  holds: (finding) => (finding?.facts as FindingFacts['update-applied'] | undefined)?.takenBack === true,
  changes: async (targets) => {
    const live = await lookAtSite(targets);
    const { written, before } = await lastUpdate(targets, live);
    const records = [...before.snapshot.records, ...live.content.snapshot.records];
    const titles = new Map(records.map((record) => [record.id, titleOf(record)]));
    return [
      line(
        change,
        [...written].map((id) => titles.get(id) ?? id),
      ),
    ];
  },
  drivers: {
    automatic: { run: automatic },
    guided: {
      guide: (targets) => guideIn(targets, [text(look), text(write)], text(notice)),
      run: byHand,
    },
  },
});

async function automatic(targets: Targets, verbs: Verbs): Promise<void> {
  const { id, generated } = await verbs.once('prepare', async () => {
    const live = await lookAtSite(targets);
    const last = await lastUpdate(targets, live);
    refuseEdited(last, live.content);
    if (last.written.size === 0 && (await isBack(targets.archive, last))) throw new Problem('update-gone');
    return { id: live.id, generated: last.generated };
  });
  const now = await findKept(targets.archive, 'live', id);
  const last = await lastUpdate(targets, now, { generated });
  await writeUndo(targets, verbs, undoOf(last, now.content), now.content);
  await verbs.once('baseline', () => putBaselineBack(targets, last));
  await restartAfter(targets, verbs);
}

async function putBaselineBack({ archive }: Targets, { update }: LastUpdate): Promise<null> {
  const former = await findKept(archive, 'baseline', update.baseline);
  await archive.keep('baseline', former.content);
  return null;
}

async function byHand(targets: Targets, verbs: Verbs): Promise<void> {
  const wait = { says: text(watching), for: 'person', every: 120, usually: 3600 } as const;
  await verbs.until('taken back by a person', wait, async () => {
    const { written, edited } = await lastUpdate(targets, await lookAtSite(targets));
    return written.size === 0 && edited.length === 0 ? true : undefined;
  });
  await verbs.once('baseline', async () =>
    putBaselineBack(targets, await lastUpdate(targets, await lookAtSite(targets))),
  );
}
