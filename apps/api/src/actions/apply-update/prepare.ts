import { Problem } from '@portico/contract/problems';
import { checkTexts } from '@portico/merge/check-text';
import type { Captured, Kept } from '../../site-config/archive.ts';
import { editedSince } from '../../site-config/compare-rows.ts';
import { lastConcluded, updateIn } from '../../site-config/last-update.ts';
import { named } from '../../site-config/overview.ts';
import { lookAtSite } from '../../site-config/read-sites.ts';
import { refuseReadOnly } from '../../site-config/write-plan.ts';
import type { Targets } from '../../targets/targets.ts';
import { decidedUpdate, keepUpdate } from './decided-update.ts';
import { keepBaseline } from './keep-baseline.ts';

/** What an update is decided by: the ids of a reading of the site and of the baseline; null where there is none. */
export interface Looked {
  readonly live: string | null;
  readonly baseline: string | null;
}

export async function lookedAt(archive: Targets['archive']): Promise<Looked> {
  const [live, baseline] = await Promise.all([archive.latest('live'), archive.latest('baseline')]);
  return { live: live?.id ?? null, baseline: baseline?.id ?? null };
}

/**
 * Plans the update by what was looked at and decided, and keeps the plan; then reads the site once more. What somebody
 * edited since comes back to the list, and nothing is written.
 * @param looked what it was decided by: reading the site once more must not take its place
 * @returns the id of the kept update
 */
export async function prepare(targets: Targets, looked: Looked): Promise<string> {
  const now = await lookAtSite(targets);
  refuseReadOnly(now.content);
  const { former, begun } = await lastConcluded(targets.archive);
  if (begun) await conclude(targets, now.content, begun);
  // What was decided was decided beside the baseline before it.
  const baseline = await targets.archive.latest('baseline');
  if ((baseline?.id ?? null) !== looked.baseline) throw new Problem('update-undecided');
  const decided = await decidedUpdate(targets, looked.live ?? undefined);
  const { merging, plan } = decided;
  if ((await checkTexts(merging.decision)).length > 0) throw new Problem('update-undecided');
  const edited = editedSince(plan, merging.sides.live.content, now.content);
  if (edited.length > 0) throw new Problem('site-edited', { values: named(edited) });
  return keepUpdate(targets, decided, former);
}

/**
 * Of an update that was interrupted all may be there but the baseline after it: then that is kept now. What is there by
 * halves is taken back before anything else is planned.
 */
async function conclude(targets: Targets, now: Captured, begun: Kept<'update'>): Promise<void> {
  const { some, whole, generated } = await updateIn(targets, begun, now);
  if (!some) return;
  if (!whole) throw new Problem('update-unfinished');
  await keepBaseline(targets, begun.content, generated);
}
