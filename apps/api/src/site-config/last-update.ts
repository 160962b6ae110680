import { Problem } from '@portico/contract/problems';
import { type Plan, undoPlan, type Write } from '@portico/merge/plan';
import type { Targets } from '../targets/targets.ts';
import type { AppliedUpdate, Captured, Kept } from './archive.ts';
import { changeSetsOf, withIds } from './change-sets.ts';
import { hasCome, idsOf, notAsWritten, pagesBelow } from './compare-rows.ts';
import { findGenerated } from './write-plan.ts';

/** An update of a site, and how much of it is in the site now. */
export interface UpdateInSite {
  readonly id: string;
  readonly update: AppliedUpdate;
  readonly before: Captured;
  /** What of it has come, with the ids that rows really got. */
  readonly plan: Plan;
  /** By planned id, the ids of pages that the portal made by itself. */
  readonly generated: Readonly<Record<string, string>>;
  /** Of those, what says nothing yet but what the portal gave it. */
  readonly made: readonly string[];
  /** Records that say what the update wrote, or what the portal makes of that. */
  readonly written: ReadonlySet<string>;
  /** Records that say neither that nor what they said before, of those that it has come to. */
  readonly edited: readonly string[];
  /** Whether any of it is there for sure, whatever people have made of it since. */
  readonly some: boolean;
  /** Whether each of its change sets is there for sure. */
  readonly whole: boolean;
}

/** What whoever has written knows of it, and reading the site doesn't tell for sure. */
export interface KnownOfUpdate {
  /** Ids of pages that the portal made: once taken back they are gone. */
  readonly generated?: UpdateInSite['generated'];
  /** How many of its change sets have come: the next one was refused. */
  readonly came?: number;
}

/** How much of an update is in the site. @throws Problem `update-gone` where it is an update of another one */
export async function updateIn(
  targets: Targets,
  { id, content }: Kept<'update'>,
  live: Captured,
  known: KnownOfUpdate = {},
): Promise<UpdateInSite> {
  const before = (await targets.archive.find('live', content.live))?.content;
  if (before?.snapshot.website !== live.snapshot.website) throw new Problem('update-gone');
  const generated = known.generated ?? (await findGenerated(targets, content.plan));
  const sets = changeSetsOf(content.plan).map((set) => withIds(set, generated));
  const all = sets.flat();
  const { made, others } = pagesBelow(all, live);
  const told =
    known.came ?? ((await wasConcluded(targets.archive, { id, content })) ? sets.length : undefined);
  const { came, isGuess = false } =
    told === undefined ? countSets(sets, { before, now: live, made }) : { came: told };
  const plan = { writes: sets.slice(0, came).flat() };
  const reached = idsOf(plan.writes);
  const [atFirst, now] = [[], plan.writes].map((done) => new Set(notAsWritten(done, before, live, all)));
  const changed = reached.filter((id) => atFirst?.has(id) && !made.includes(id));
  // Below a new root there was nothing before: whatever nobody planned there, or hasn't come yet, is somebody's.
  const theirs = others.filter((id) => !reached.includes(id));
  const written = new Set([...changed.filter((id) => !now?.has(id)), ...made]);
  const edited = [...changed.filter((id) => now?.has(id)), ...theirs];
  return {
    id,
    update: content,
    before,
    plan,
    generated,
    made,
    written,
    edited,
    some: written.size > 0 || (edited.length > 0 && !isGuess),
    whole: came === sets.length && !isGuess,
  };
}

/**
 * How many change sets have come, one after the other. A set of which people changed each record since may be there or
 * not: it counts, as a guess. Pages that say what the portal made them with are changed by nobody.
 */
function countSets(
  sets: readonly (readonly Write[])[],
  {
    made,
    ...around
  }: { readonly before: Captured; readonly now: Captured; readonly made: readonly string[] },
): { readonly came: number; readonly isGuess?: boolean } {
  const earlier = (count: number) => sets.slice(0, count).flat();
  const came = 1 + sets.findLastIndex((set, index) => hasCome(set, { ...around, earlier: earlier(index) }));
  const next = sets[came];
  if (!next) return { came };
  const changed = notAsWritten(earlier(came), around.before, around.now, next);
  const isGuess = changed.filter((id) => !made.includes(id)).length === idsOf(next).length;
  return isGuess ? { came: came + 1, isGuess } : { came };
}

/** Whether all of an update came once: it moved the baseline, or another update was begun after it. */
async function wasConcluded(
  archive: Targets['archive'],
  { id, content }: Pick<Kept<'update'>, 'id' | 'content'>,
): Promise<boolean> {
  const [standing, baseline] = await Promise.all([standingUpdates(archive), archive.latest('baseline')]);
  const index = standing.findIndex((each) => each.id === id);
  return index > 0 || (index === 0 && content.baseline !== baseline?.id);
}

/** The last update, or the one that was taken back last. */
export async function lastUpdate(archive: Targets['archive']): Promise<Kept<'update'> | undefined> {
  const last = await archive.latest('update');
  const back = last?.content.takesBack;
  return back === undefined ? last : archive.find('update', back);
}

/** Updates that were begun and not taken back, from the last to the first. One that wrote nothing takes nothing back. */
export async function standingUpdates(archive: Targets['archive']): Promise<readonly Kept<'update'>[]> {
  const standing: Kept<'update'>[] = [];
  let next = await archive.latest('update');
  while (next) {
    if (next.content.takesBack === undefined) standing.push(next);
    const { former } = next.content;
    next = former === undefined ? undefined : await archive.find('update', former);
  }
  return standing;
}

/** The last update that was concluded, and what was begun after it: an update moves the baseline when it ends. */
export async function lastConcluded(
  archive: Targets['archive'],
): Promise<{ readonly former?: string | undefined; readonly begun?: Kept<'update'> }> {
  const [[last], baseline] = await Promise.all([standingUpdates(archive), archive.latest('baseline')]);
  if (!last) return {};
  if (last.content.baseline !== baseline?.id) return { former: last.id };
  return { former: last.content.former, begun: last };
}

/** Whether nothing of an update has come: no row says so, and the baseline is the one from before it. */
export async function isAway(
  archive: Targets['archive'],
  { update, some }: Pick<UpdateInSite, 'update' | 'some'>,
): Promise<boolean> {
  if (some) return false;
  const [former, now] = await Promise.all([
    archive.find('baseline', update.baseline),
    archive.latest('baseline'),
  ]);
  return JSON.stringify(former?.content) === JSON.stringify(now?.content);
}

/** What takes back whatever of an update is in the site; each row only while it is as it was read just now. */
export function undoOf(
  { plan, written, made }: Pick<UpdateInSite, 'plan' | 'written' | 'made'>,
  now: Captured,
): Plan {
  const etags = new Map(now.snapshot.records.map(({ id, etag }) => [id, etag]));
  const guarded = new Set<string>();
  const pages = made.map((id) => ({ op: 'delete', table: 'adx_webpage', id }) as const);
  const back = undoPlan({ writes: plan.writes.filter(({ id }) => written.has(id) && !made.includes(id)) });
  const writes: readonly Write[] = [...pages, ...back.writes];
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
