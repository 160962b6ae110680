import { Problem } from '@portico/contract/problems';
import { type Plan, undoPlan, type Write } from '@portico/merge/plan';
import type { Targets } from '../targets/targets.ts';
import type { AppliedUpdate, Captured, Kept } from './archive.ts';
import { withIds } from './change-sets.ts';
import { notAsWritten } from './compare-rows.ts';
import { findGenerated } from './write-plan.ts';

/** The last update of a site, and how much of it is in the site now. */
export interface LastUpdate {
  readonly update: AppliedUpdate;
  readonly before: Captured;
  /** With the ids that rows really got. */
  readonly plan: Plan;
  /** Records that say what the update wrote, and those that say neither that nor what they said before. */
  readonly written: ReadonlySet<string>;
  readonly edited: readonly string[];
}

/** @throws Problem `update-gone` where there was none */
export async function lastUpdate(targets: Targets, live: Kept<'live'>): Promise<LastUpdate> {
  const last = await targets.archive.latest('update');
  const before = last && (await targets.archive.find('live', last.content.live));
  if (!before || before.content.snapshot.website !== live.content.snapshot.website)
    throw new Problem('update-gone');
  const plan = withIds(last.content.plan, await findGenerated(targets, last.content.plan));
  const all = new Set(plan.writes.map(({ id }) => id));
  const notWritten = new Set(notAsWritten(plan.writes, before.content, live.content));
  const changed = new Set(notAsWritten([], before.content, live.content, plan.writes));
  return {
    update: last.content,
    before: before.content,
    plan,
    written: new Set([...all].filter((id) => !notWritten.has(id) && changed.has(id))),
    edited: [...all].filter((id) => notWritten.has(id) && changed.has(id)),
  };
}

/** What takes back whatever of an update is in the site; each row only while it is as it was read just now. */
export function undoOf({ plan, written }: Pick<LastUpdate, 'plan' | 'written'>, now: Captured): Plan {
  const etags = new Map(now.snapshot.records.map(({ id, etag }) => [id, etag]));
  const guarded = new Set<string>();
  const { writes } = undoPlan({ writes: plan.writes.filter(({ id }) => written.has(id)) });
  return {
    writes: writes.map((write): Write => {
      if (write.op !== 'update' && write.op !== 'deactivate' && write.op !== 'reactivate') return write;
      const etag = etags.get(write.id);
      // The first write of a row moves its version.
      if (etag === undefined || guarded.has(write.id)) return write;
      guarded.add(write.id);
      return { ...write, etag };
    }),
  };
}
