import { Problem, type ProblemCode } from '@portico/contract/problems';
import { type Plan, undoPlan, type Write } from '@portico/merge/plan';
import type { ProblemRecord } from '@portico/plan/finding';
import type { Verbs } from '@portico/plan/action';
import type { AppliedUpdate, Captured } from '../../site-config/archive.ts';
import { changeSetsOf, withIds } from '../../site-config/change-sets.ts';
import { findGenerated, writeSet } from '../../site-config/write-plan.ts';
import type { Targets } from '../../targets/targets.ts';

/**
 * Writes a plan, in one change set where it can be. A set that is refused takes those before it back, so that all of an
 * update is in the site or none.
 * @returns by planned id, the ids of pages that the portal made by itself
 */
export async function writeAll(
  targets: Targets,
  verbs: Verbs,
  { plan, live }: AppliedUpdate,
): Promise<Readonly<Record<string, string>>> {
  const before = (await targets.archive.find('live', live))?.content;
  if (!before) throw new Problem('update-gone');
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
      await takeBack(targets, verbs, { written: earlier, made: Object.values(ids), before });
      throw problemOf(refused);
    }
    earlier.push(...writes);
  }
  return ids;
}

interface Halfway {
  readonly written: readonly Write[];
  /** Pages that the portal made by itself because of what was written. */
  readonly made: readonly string[];
  readonly before: Captured;
}

/** Undoes what was written of a plan whose rest was refused, and what the portal made of it. */
async function takeBack(targets: Targets, verbs: Verbs, { written, made, before }: Halfway): Promise<void> {
  if (written.length === 0) return;
  const known = new Set(written.map(({ id }) => id));
  const pages = made
    .filter((id) => !known.has(id))
    .map((id) => ({ op: 'delete', table: 'adx_webpage', id }) as const);
  const undo = { writes: [...pages, ...undoPlan({ writes: written }).writes] };
  await writeUndo(targets, verbs, undo, before, written);
}

/** Writes what takes a plan back; it needs nothing that the portal makes by itself. */
export async function writeUndo(
  targets: Targets,
  verbs: Verbs,
  undo: Plan,
  before: Captured,
  written: readonly Write[] = [],
): Promise<void> {
  const earlier = [...written];
  for (const [index, writes] of changeSetsOf(undo).entries()) {
    const name = `take back ${index + 1}`;
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
