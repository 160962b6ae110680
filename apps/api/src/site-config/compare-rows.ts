import { applyPlan, type Plan, type Write } from '@portico/merge/plan';
import { contentOf } from '@portico/merge/canonical/content';
import { isSame } from '@portico/merge/merge-record';
import type { SiteRecord } from '@portico/merge/record';
import type { Captured } from './archive.ts';

export const byId = (records: readonly SiteRecord[]) => new Map(records.map((record) => [record.id, record]));

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

export const idsOf = (writes: readonly Write[]): readonly string[] => [
  ...new Set(writes.map(({ id }) => id)),
];

interface Around {
  /** What was written before. */
  readonly earlier: readonly Write[];
  readonly before: Captured;
  readonly now: Captured;
}

/**
 * Whether a change set has happened. It does as a whole, and people edit some of its records since: so it has where a row
 * is there that only it can have made, or where more of them say what they say only since than what they said before.
 */
export function hasCome(writes: readonly Write[], { earlier, before, now }: Around): boolean {
  const there = byId(now.snapshot.records);
  if (writes.some((write) => write.op === 'create' && !write.mayExist && there.has(write.id))) return true;
  const [was = new Set(), is = new Set()] = [earlier, [...earlier, ...writes]].map(
    (done) => new Set(notAsWritten(done, before, now, writes)),
  );
  const ids = idsOf(writes);
  const [since, still] = [
    ids.filter((id) => was.has(id) && !is.has(id)),
    ids.filter((id) => !was.has(id) && is.has(id)),
  ];
  return is.size === 0 || since.length > still.length;
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

/**
 * Pages for languages below a new root, whether or not they were planned: those that say what the root was created with,
 * as the portal makes them, and the others.
 */
export function pagesBelow(
  writes: readonly Write[],
  { snapshot }: Pick<Captured, 'snapshot'>,
): { readonly made: readonly string[]; readonly others: readonly string[] } {
  const creates = writes.filter((write) => write.op === 'create');
  const roots = byId(applyPlan([], { writes: creates }));
  const [made, others]: [string[], string[]] = [[], []];
  for (const page of snapshot.records) {
    const { adx_rootwebpageid = '', adx_webpagelanguageid = '' } = page.refs;
    const root = roots.get(adx_rootwebpageid);
    if (page.table !== 'adx_webpage' || !root) continue;
    const { adx_isroot: _, ...fields } = root.fields;
    const copied = { ...page, fields, refs: { ...root.refs, adx_rootwebpageid, adx_webpagelanguageid } };
    (says(copied, page) ? made : others).push(page.id);
  }
  return { made, others };
}
