import { applyPlan, type Plan, type Write } from '@portico/merge/plan';
import { contentOf } from '@portico/merge/canonical/content';
import { isSame } from '@portico/merge/merge-record';
import type { SiteRecord } from '@portico/merge/record';
import type { Captured } from './archive.ts';

const byId = (records: readonly SiteRecord[]) => new Map(records.map((record) => [record.id, record]));

/**
 * Records of a plan that aren't as they were when it was made: their row, their relationships (which don't move a row's
 * version) or their file (whose note has a version of its own).
 */
export function editedSince(plan: Plan, then: Captured, now: Captured): readonly SiteRecord[] {
  const [before, after] = [byId(then.snapshot.records), byId(now.snapshot.records)];
  const touched = [...new Set(plan.writes.map(({ id }) => id))];
  return touched.flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    const same =
      was?.etag === is?.etag &&
      JSON.stringify(was?.sets ?? {}) === JSON.stringify(is?.sets ?? {}) &&
      then.notes[id]?.etag === now.notes[id]?.etag;
    const named = is ?? was;
    return same || !named ? [] : [named];
  });
}

/**
 * Of the records that writes are about, those that don't say what they would say after `done` of them, whoever changed
 * them. Without any done: those that aren't as they were.
 */
export function notAsWritten(
  done: readonly Write[],
  before: Captured,
  now: Captured,
  about: readonly Write[] = done,
): readonly string[] {
  const planned = byId(applyPlan(before.snapshot.records, { writes: done }));
  const there = byId(now.snapshot.records);
  return [...new Set(about.map(({ id }) => id))].filter((id) => !says(planned.get(id), there.get(id)));
}

export const idsOf = (writes: readonly Write[]): readonly string[] => [...new Set(writes.map(({ id }) => id))];

interface Around {
  /** What was written before. */
  readonly earlier: readonly Write[];
  readonly before: Captured;
  readonly now: Captured;
}

/**
 * Whether a change set has happened. It does as a whole: one record that says what it says only since tells it, even
 * where somebody has edited others in the meantime.
 */
export function hasCome(writes: readonly Write[], { earlier, before, now }: Around): boolean {
  const [was, is] = [earlier, [...earlier, ...writes]].map(
    (done) => new Set(notAsWritten(done, before, now, writes)),
  );
  return is?.size === 0 || idsOf(writes).some((id) => was?.has(id) && !is?.has(id));
}

/** Whether two rows say the same to the site: absent and deactivated are not the same, for one can be found again. */
function says(one: SiteRecord | undefined, other: SiteRecord | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    one.inactive === other.inactive &&
    isSame(contentOf(one), contentOf(other)) &&
    placeOf(one) === placeOf(other)
  );
}

/** What orders a list is no content of its own, and is written all the same. */
const placeOf = ({ fields }: SiteRecord): unknown => fields['adx_displayorder'];

/** Pages for languages that say what their root was created with, as the portal makes them, and nothing of the plan yet. */
export function asThePortalMade(
  writes: readonly Write[],
  live: Pick<Captured, 'snapshot'>,
): readonly string[] {
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
