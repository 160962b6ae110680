import type { FindingFacts } from '@portico/contract/findings';
import { Problem } from '@portico/contract/problems';
import type { Verbs } from '@portico/plan/action';
import { msg, text } from '@portico/plan/text';
import { findKept } from '../site-config/find-kept.ts';
import { titleOf } from '../site-config/overview.ts';
import { keepTakenBack, toTakeBack } from '../site-config/take-back.ts';
import { undoOf, updateIn } from '../site-config/last-update.ts';
import { lookAtSite } from '../site-config/read-sites.ts';
import type { Targets } from '../targets/targets.ts';
import { guideIn } from './apply-update/by-hand.ts';
import { line, restartLine } from './apply-update/changes-of.ts';
import { restartAfter } from './apply-update/restart-after.ts';
import { refuseEdited, writeUndo } from './apply-update/write-all.ts';
import { defineAction } from './define-action.ts';

const change = msg({
  id: 'roll-back.change',
  defaultMessage: 'Put {count, plural, one {a record} other {# records}} back as before the update: {names}',
});
const added = msg({
  id: 'roll-back.added',
  defaultMessage:
    'Delete {count, plural, one {the record} other {the # records}} that the update added: {names}',
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
    const all = await toTakeBack(targets, live.content);
    const records = [
      ...all.flatMap(({ before }) => before.snapshot.records),
      ...live.content.snapshot.records,
    ];
    const titles = new Map(records.map((record) => [record.id, titleOf(record)]));
    const written = [...new Set(all.flatMap((each) => [...each.written]))];
    const made = new Set(
      all.flatMap(({ plan, made: pages }) => [
        ...plan.writes.flatMap(({ op, id }) => (op === 'create' ? id : [])),
        ...pages,
      ]),
    );
    const named = (some: readonly string[]) => some.map((id) => titles.get(id) ?? id);
    const [gone, back] = [written.filter((id) => made.has(id)), written.filter((id) => !made.has(id))];
    return [
      ...(back.length > 0 || gone.length === 0 ? [line(change, named(back))] : []),
      ...(gone.length > 0 ? [line(added, named(gone))] : []),
      restartLine,
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

/** One update after the other, the last first: each as a whole, so that whatever stops it, the site is as one of them left it. */
async function automatic(targets: Targets, verbs: Verbs): Promise<void> {
  const ids = await verbs.once('prepare', async () => {
    const { content } = await lookAtSite(targets);
    const all = await toTakeBack(targets, content);
    for (const each of all) refuseEdited(each, content);
    if (all.length === 0) throw new Problem('update-gone');
    return all.map(({ id }) => id);
  });
  for (const [index, id] of ids.entries()) {
    const which = index === 0 ? '' : `${index + 1}, `;
    const update = await findKept(targets.archive, 'update', id);
    const { live, generated } = await verbs.once(`look before ${which}taking back`, async () => {
      const now = await lookAtSite(targets);
      const last = await updateIn(targets, update, now.content);
      refuseEdited(last, now.content);
      return { live: now.id, generated: last.generated };
    });
    const { content: now } = await findKept(targets.archive, 'live', live);
    const last = await updateIn(targets, update, now, { generated });
    await writeUndo(targets, verbs, undoOf(last, now), now, which);
    await verbs.once(`baseline ${which}before`, () => keepTakenBack(targets, update));
  }
  await restartAfter(targets, verbs);
}

async function byHand(targets: Targets, verbs: Verbs): Promise<void> {
  const ids = await verbs.once('prepare', async () => {
    const all = await toTakeBack(targets, (await lookAtSite(targets)).content);
    return all.map(({ id }) => id);
  });
  for (const [index, id] of ids.entries()) {
    const update = await findKept(targets.archive, 'update', id);
    const wait = { says: text(watching), for: 'person', every: 120, usually: 3600 } as const;
    const which = index === 0 ? '' : `, ${index + 1}`;
    await verbs.until(`taken back by a person${which}`, wait, async () => {
      const { content } = await lookAtSite(targets);
      const { written, edited } = await updateIn(targets, update, content);
      return written.size === 0 && edited.length === 0 ? true : undefined;
    });
    await verbs.once(`baseline before${which}`, () => keepTakenBack(targets, update));
  }
}
