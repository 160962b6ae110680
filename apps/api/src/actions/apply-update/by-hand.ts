import type { Guide, Verbs } from '@portico/plan/action';
import { msg, type Text, text } from '@portico/plan/text';
import { findKept } from '../../site-config/find-kept.ts';
import { lastConcluded } from '../../site-config/last-update.ts';
import { planOf } from '../../site-config/overview.ts';
import { lookAtSite, updateOf } from '../../site-config/read-sites.ts';
import type { Targets } from '../../targets/targets.ts';
import { decidedUpdate, keepUpdate } from './decided-update.ts';
import { keepBaseline } from './keep-baseline.ts';

const open = msg({
  id: 'apply-update.guide.open',
  defaultMessage:
    'Select “Download the plan” on this page: it names each record, what to write, and what is there now.',
});
const write = msg({
  id: 'apply-update.guide.write',
  defaultMessage:
    'Open the app “Power Pages Management” of the environment, and make these changes from the first to the last.',
});
const deactivate = msg({
  id: 'apply-update.guide.deactivate',
  defaultMessage: 'What is to go: deactivate it, don’t delete it.',
});
const notice = msg({
  id: 'apply-update.guide.notice',
  defaultMessage: 'We read the site every few minutes, and notice when all of it is there.',
});
const watching = msg({
  id: 'apply-update.watching',
  defaultMessage: 'We watch until the site has all of it.',
});

export const updateGuide = (targets: Targets): Promise<Guide> =>
  guideIn(targets, [text(open), text(write), text(deactivate)], text(notice));

/** What a person does with records of a site, in the app that shows them. */
export async function guideIn(
  targets: Pick<Targets, 'dataversePage'>,
  steps: readonly Text[],
  noticed: Text,
): Promise<Guide> {
  return { who: 'environment-admin', link: await targets.dataversePage('apps'), steps, notice: noticed };
}

/** A person writes, and reading the site tells: merging it with the template leaves nothing to write. */
export async function byHand(targets: Targets, verbs: Verbs): Promise<void> {
  const id = await verbs.once('prepare', async () => {
    const { former } = await lastConcluded(targets.archive);
    return keepUpdate(targets, await decidedUpdate(targets), former);
  });
  const wait = { says: text(watching), for: 'person', every: 120, usually: 3600 } as const;
  await verbs.until('written by a person', wait, async () => {
    await lookAtSite(targets);
    const merging = await updateOf(targets);
    return merging && planOf(merging)?.writes.length === 0 ? true : undefined;
  });
  const update = await findKept(targets.archive, 'update', id);
  await verbs.once('baseline', () => keepBaseline(targets, update.content, {}));
}
