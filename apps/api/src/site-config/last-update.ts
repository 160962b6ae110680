import { Problem } from '@portico/contract/problems';
import { applyPlan, type Plan, undoPlan, type Write } from '@portico/merge/plan';
import type { Targets } from '../targets/targets.ts';
import type { AppliedUpdate, Captured, Kept } from './archive.ts';
import { changeSetsOf, withIds } from './change-sets.ts';
import { notAsWritten, says } from './compare-rows.ts';
import { findGenerated } from './write-plan.ts';

/** The last update of a site, and how much of it is in the site now. */
export interface LastUpdate {
  readonly update: AppliedUpdate;
  readonly before: Captured;
  /** With the ids that rows really got. */
  readonly plan: Plan;
  /** By planned id, the ids of pages that the portal made by itself. */
  readonly generated: Readonly<Record<string, string>>;
  /** Records that say what the update wrote, or what the portal makes of that. */
  readonly written: ReadonlySet<string>;
  /** Records that say neither that nor what they said before, of those that it has come to. */
  readonly edited: readonly string[];
  /** Whether each of its change sets is there. */
  readonly whole: boolean;
}

/**
 * @param known ids of pages that the portal made, where they were found before: once taken back they are gone
 * @throws Problem `update-gone` where there was none
 */
export async function lastUpdate(
  targets: Targets,
  { content: live }: Pick<Kept<'live'>, 'content'>,
  known?: LastUpdate['generated'],
): Promise<LastUpdate> {
  const update = await lastThatWrote(targets.archive);
  const before = update && (await targets.archive.find('live', update.live))?.content;
  if (!before || before.snapshot.website !== live.snapshot.website) throw new Problem('update-gone');
  const generated = known ?? (await findGenerated(targets, update.plan));
  const plan = withIds(update.plan, generated);
  const all = idsOf(plan.writes);
  const notWritten = new Set(notAsWritten(plan.writes, before, live));
  const changed = new Set(notAsWritten([], before, live, plan.writes));
  const written = all.filter((id) => !notWritten.has(id) && changed.has(id));
  const made = asThePortalMade(plan, live);

  // A set happens as a whole: where nothing says as written and something as before, it hasn't come.
  const sets = changeSetsOf(update.plan).map((set) => idsOf(withIds(set, generated)));
  const came = sets.filter((ids) => ids.some((id) => written.includes(id)) || ids.every((id) => changed.has(id)));
  const reached = new Set([...came.flat(), ...Object.values(generated)]);
  return {
    update,
    before,
    plan,
    generated,
    written: new Set([...written, ...made]),
    edited: all.filter((id) => notWritten.has(id) && changed.has(id) && !made.includes(id) && reached.has(id)),
    whole: came.length === sets.length,
  };
}

const idsOf = (writes: readonly Write[]): readonly string[] => [...new Set(writes.map(({ id }) => id))];

/** One that had nothing to write has nothing to take back: it doesn't stand for those before it. */
async function lastThatWrote(archive: Targets['archive']): Promise<AppliedUpdate | undefined> {
  let update = (await archive.latest('update'))?.content;
  while (update?.former !== undefined && update.plan.writes.length === 0)
    update = (await archive.find('update', update.former))?.content;
  return update;
}

/** Pages for languages that say what their root was created with, as the portal makes them, and nothing of the plan yet. */
function asThePortalMade({ writes }: Plan, live: Captured): readonly string[] {
  const creates = writes.filter((write) => write.op === 'create');
  const rows = new Map(applyPlan([], { writes: creates }).map((record) => [record.id, record]));
  const there = new Map(live.snapshot.records.map((record) => [record.id, record]));
  return creates.flatMap(({ id, mayExist, refs }) => {
    const [page, root] = [rows.get(id), rows.get(refs?.['adx_rootwebpageid'] ?? '')];
    if (!mayExist || !page || !root) return [];
    const { adx_isroot: _, ...fields } = root.fields;
    const { adx_rootwebpageid = '', adx_webpagelanguageid = '' } = page.refs;
    const copied = { ...root, id, fields, refs: { ...root.refs, adx_rootwebpageid, adx_webpagelanguageid } };
    return says(copied, there.get(id)) ? [id] : [];
  });
}

/** What takes back whatever of an update is in the site; each row only while it is as it was read just now. */
export function undoOf({ plan, written }: Pick<LastUpdate, 'plan' | 'written'>, now: Captured): Plan {
  const etags = new Map(now.snapshot.records.map(({ id, etag }) => [id, etag]));
  const guarded = new Set<string>();
  const { writes } = undoPlan({ writes: plan.writes.filter(({ id }) => written.has(id)) });
  return {
    writes: writes.map((write): Write => {
      if (write.op === 'create' || write.op === 'link') return write;
      const etag = etags.get(write.id);
      // The first write of a row moves its version.
      if (etag === undefined || guarded.has(write.id)) return write;
      guarded.add(write.id);
      return { ...write, etag };
    }),
  };
}
