import { translated } from './canonical/content.ts';
import type { Matching } from './matching/matching.ts';
import type { Scalar, SiteRecord } from './record.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * A baseline for a site that is older than the product: the rows that nobody touched since they were made are what the
 * template brought. Everything else is compared two ways, and each difference is asked about.
 */
export const inferBaseline = (live: Snapshot): Snapshot => ({
  ...live,
  origin: 'inferred',
  records: withoutSets(live).records.filter(({ untouched, inactive }) => untouched === true && !inactive),
});

/** Putting rows together or apart touches neither: in an older site nobody can tell what the template put together. */
export const withoutSets = (live: Snapshot): Snapshot => ({
  ...live,
  records: live.records.map((record) => ({ ...record, sets: {} })),
});

/** The baseline after an update: the template that was taken over, in the words of the live environment. */
export function nextBaseline(
  live: Snapshot,
  theirs: Snapshot,
  { ids, leftOut }: Matching,
  capturedAt: string,
): Snapshot {
  const [to, out] = [ids.theirs, new Set(leftOut)];
  return {
    ...live,
    origin: 'captured',
    capturedAt,
    solutions: theirs.solutions,
    records: theirs.records
      .filter((record) => !record.inactive && !out.has(record) && to.has(record.id))
      .map((record) => moved(record, to)),
  };
}

function moved(record: SiteRecord, ids: ReadonlyMap<string, string>): SiteRecord {
  const { etag: _, body, ...rest } = record;
  const known = (members: readonly string[]) => members.flatMap((id) => ids.get(id) ?? []).sort();
  const text = (value: Scalar) => (typeof value === 'string' ? translated(value, ids) : value);
  return {
    ...rest,
    id: ids.get(record.id) ?? record.id,
    fields: Object.fromEntries(Object.entries(record.fields).map(([name, value]) => [name, text(value)])),
    refs: Object.fromEntries(
      Object.entries(record.refs).flatMap(([name, id]) => (ids.has(id) ? [[name, ids.get(id) ?? id]] : [])),
    ),
    sets: Object.fromEntries(
      Object.entries(record.sets)
        .map(([name, members]) => [name, known(members)] as const)
        .filter(([, members]) => members.length > 0),
    ),
    ...(body && { body: 'text' in body ? { text: translated(body.text, ids) } : body }),
  };
}
