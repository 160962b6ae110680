import type { SiteRecord } from '../record.ts';
import { byDepth, keyOf } from './natural-key.ts';

/** A record of the site, in its baseline, live, or both. */
export interface Local {
  readonly id: string;
  readonly base?: SiteRecord;
  readonly ours?: SiteRecord;
  /** Of the baseline where there is one: the template knows a record by what it was called when it came. */
  readonly key: string;
  /** What it is called now, when that is something else. */
  readonly renamed?: string;
}

/**
 * The site's records, baseline and live together. They share ids, so that renaming loses nobody; a row that was
 * deleted and made again by the same name is the same record, under its new id.
 */
export function localRecords(base: readonly SiteRecord[], ours: readonly SiteRecord[]) {
  const live = new Map(ours.map((record) => [record.id, record]));
  const known = new Set(base.map(({ id }) => id));
  const ids = new Map<string, string>();
  const made = groupBy(
    ours.filter(({ id }) => !known.has(id)),
    (record) => keyOf(record, (id) => id),
  );
  const locals: Local[] = [];
  for (const record of byDepth(base).flat()) {
    const key = keyOf(record, (id) => ids.get(id) ?? id);
    const again = live.has(record.id) ? undefined : made.get(key);
    const now = live.get(record.id) ?? (again?.length === 1 ? again[0] : undefined);
    if (again?.length === 1) made.delete(key);
    const id = now?.id ?? record.id;
    ids.set(record.id, id);
    const renamed = now && keyOf(now, (id) => ids.get(id) ?? id);
    locals.push({
      id,
      base: record,
      ...(now && { ours: now }),
      key,
      ...(renamed !== undefined && renamed !== key && { renamed }),
    });
  }
  for (const [key, records] of made)
    for (const each of records) locals.push({ id: each.id, ours: each, key });
  return { locals, ids };
}

export function groupBy<T>(all: readonly T[], key: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const name = key(each);
    const group = groups.get(name);
    if (group) group.push(each);
    else groups.set(name, [each]);
  }
  return groups;
}
