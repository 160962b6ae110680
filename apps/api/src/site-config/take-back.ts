import { applyPlan } from '@portico/merge/plan';
import { keyOfChoice, updateChoice } from '@portico/contract/update';
import type { Targets } from '../targets/targets.ts';
import type { Captured, Kept } from './archive.ts';
import { findKept } from './find-kept.ts';
import { isAway, standingUpdates, undoOf, type UpdateInSite, updateIn } from './last-update.ts';

/**
 * The updates to take back, from the last to the one that somebody chose: each as much of it as is in the site once
 * those after it are gone. Without a choice it is the last one that wrote anything. What never came isn't among them.
 */
export async function toTakeBack(targets: Targets, live: Captured): Promise<readonly UpdateInSite[]> {
  const standing = await standingUpdates(targets.archive);
  const chosen = chosenIn(targets.choices);
  const at = standing.findIndex(({ id }) => id === chosen);
  const all: UpdateInSite[] = [];
  let now = live;
  for (const [index, update] of standing.entries()) {
    const each = await updateIn(targets, update, now);
    if (index > 0 || !(await isAway(targets.archive, each))) all.push(each);
    const enough = at < 0 ? all.length > 0 && update.content.plan.writes.length > 0 : index >= at;
    if (enough && all.length > 0) break;
    now = without(each, now);
  }
  return all;
}

/** The site as it will be once an update is taken back. */
function without(update: UpdateInSite, now: Captured): Captured {
  const records = applyPlan(now.snapshot.records, undoOf(update, now));
  return { ...now, snapshot: { ...now.snapshot, records } };
}

function chosenIn(choices: Targets['choices']): string | undefined {
  const key = keyOfChoice({ kind: 'back', update: '' });
  const { data } = updateChoice.safeParse(choices[key]?.choice);
  return data?.kind === 'back' ? data.update : undefined;
}

/** The baseline is the one from before the update again, and so is the update before it the last one. */
export async function keepTakenBack({ archive }: Targets, { id, content }: Kept<'update'>): Promise<null> {
  const baseline = await findKept(archive, 'baseline', content.baseline);
  await archive.keep('baseline', baseline.content);
  await archive.keep('update', { ...content, plan: { writes: [] }, takesBack: id });
  return null;
}
