import { Problem, type ProblemCode } from '@portico/contract/problems';
import type { Plan, Write } from '@portico/merge/plan';
import type { ProblemRecord } from '@portico/plan/finding';
import type { Verbs } from '@portico/plan/action';
import type { Captured, Kept } from '../../site-config/archive.ts';
import { changeSetsOf, withIds } from '../../site-config/change-sets.ts';
import { findKept } from '../../site-config/find-kept.ts';
import { type UpdateInSite, undoOf, updateIn } from '../../site-config/last-update.ts';
import { lookAtSite } from '../../site-config/read-sites.ts';
import { findGenerated, writeSet } from '../../site-config/write-plan.ts';
import type { Targets } from '../../targets/targets.ts';
import { named } from '../../site-config/overview.ts';

/**
 * Writes a plan, in one change set where it can be. A set that is refused takes those before it back, so that all of an
 * update is in the site or none.
 * @returns by planned id, the ids of pages that the portal made by itself
 */
export async function writeAll(
  targets: Targets,
  verbs: Verbs,
  update: Kept<'update'>,
): Promise<Readonly<Record<string, string>>> {
  const { plan, live } = update.content;
  const { content: before } = await findKept(targets.archive, 'live', live);
  const sets = changeSetsOf(plan);
  let ids: Readonly<Record<string, string>> = {};
  const earlier: Write[] = [];
  for (const [index, planned] of sets.entries()) {
    const name = `write ${index + 1} of ${sets.length}`;
    if (
      index > 0 &&
      planned.some((write) => write.op === 'create' && write.mayExist) &&
      !Object.keys(ids).length
    )
      ids = await verbs.once('pages made by the portal', () => findGenerated(targets, plan));
    const writes = withIds(planned, ids);
    const set = { name, writes, earlier: [...earlier], before, generated: Object.values(ids) };
    const { refused } = await verbs.once(name, (attempt) => writeSet(targets, set, attempt));
    if (refused) {
      if (index > 0) await takeBack(targets, verbs, update, index);
      throw problemOf(refused);
    }
    earlier.push(...writes);
  }
  return ids;
}

/**
 * Undoes what was written of an update whose rest was refused, and what the portal made of it.
 * @param came how many change sets that is
 */
async function takeBack(targets: Targets, verbs: Verbs, update: Kept<'update'>, came: number): Promise<void> {
  const { id, generated } = await verbs.once('look before taking back', async () => {
    const live = await lookAtSite(targets);
    return { id: live.id, generated: (await updateIn(targets, update, live.content, { came })).generated };
  });
  const now = await findKept(targets.archive, 'live', id);
  const last = await updateIn(targets, update, now.content, { generated, came });
  refuseEdited(last, now.content);
  await writeUndo(targets, verbs, undoOf(last, now.content), now.content);
}

/** What somebody has edited since isn't taken back. @throws Problem `site-edited` */
export function refuseEdited(
  { edited, before }: Pick<UpdateInSite, 'edited' | 'before'>,
  { snapshot }: Captured,
): void {
  const records = [...snapshot.records, ...before.snapshot.records];
  const changed = edited.flatMap((each) => records.find(({ id }) => id === each) ?? []);
  if (changed.length > 0) throw new Problem('site-edited', { values: named(changed) });
}

/**
 * Writes what takes a plan back; it needs nothing that the portal makes by itself.
 * @param which tells several apart that are taken back one after the other
 */
export async function writeUndo(
  targets: Targets,
  verbs: Verbs,
  undo: Plan,
  before: Captured,
  which = '',
): Promise<void> {
  const earlier: Write[] = [];
  for (const [index, writes] of changeSetsOf(undo).entries()) {
    const name = `take back ${which}${index + 1}`;
    const set = { name, writes, earlier: [...earlier], before };
    const { refused } = await verbs.once(name, (attempt) => writeSet(targets, set, attempt));
    if (refused) throw problemOf(refused);
    earlier.push(...writes);
  }
}

/** A refusal as it was stored; its code was a problem's. */
const problemOf = ({ code, values, upstream }: ProblemRecord): Problem =>
  new Problem(code as ProblemCode, {
    ...(values ? { values } : {}),
    ...(upstream ? { upstream } : {}),
  });
