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

/** Whether two rows say the same to the site: absent and deactivated are not the same, for one can be found again. */
export function says(one: SiteRecord | undefined, other: SiteRecord | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    one.inactive === other.inactive &&
    isSame(contentOf(one), contentOf(other)) &&
    placeOf(one) === placeOf(other)
  );
}

/** What orders a list is no content of its own, and is written all the same. */
const placeOf = ({ fields }: SiteRecord): unknown => fields['adx_displayorder'];
