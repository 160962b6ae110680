import type { SiteRecord } from '../record.ts';
import { tableOf } from '../tables/standard.ts';

/** What tells a record apart inside its site, as a text. Lookups stand for their targets by what `to` makes of them. */
export function keyOf(record: SiteRecord, to: (id: string) => string): string {
  const { key, singular } = tableOf(record.table);
  const flag = singular?.find((column) => record.fields[column] === true);
  if (flag !== undefined) return JSON.stringify([record.table, flag]);
  const parts = key.map((column) => {
    const ref = record.refs[column];
    return ref === undefined ? plain(record.fields[column]) : to(ref);
  });
  return JSON.stringify([record.table, ...parts]);
}

/** Dataverse compares names without regard to case; spaces at the ends nobody sees. */
const plain = (value: unknown) => (typeof value === 'string' ? value.trim().toLowerCase() : (value ?? ''));

/** The records that a record's key builds on. */
export const keyRefs = ({ table, refs }: SiteRecord): string[] =>
  tableOf(table).key.flatMap((column) => refs[column] ?? []);

/**
 * Records by how many others their keys build on, one after the other: parents before children. What builds on itself
 * in a circle comes last, on a level of its own.
 */
export function byDepth(records: readonly SiteRecord[]): SiteRecord[][] {
  const all = new Map(records.map((record) => [record.id, record]));
  const depths = new Map<string, number>();
  const levels: SiteRecord[][] = [];
  for (const record of records) (levels[depthOf(record.id, all, depths)] ??= []).push(record);
  // Array.from fills the holes that a level without records leaves.
  return Array.from(levels, (level) => level ?? []);
}

/** Deeper than any site; so many parents are a circle. */
const deepest = 100;

function depthOf(
  id: string,
  all: ReadonlyMap<string, SiteRecord>,
  depths: Map<string, number>,
  steps = 0,
): number {
  const known = depths.get(id);
  if (known !== undefined) return known;
  const record = all.get(id);
  if (!record) return -1;
  if (steps > deepest) return deepest;
  const depth = 1 + Math.max(-1, ...keyRefs(record).map((ref) => depthOf(ref, all, depths, steps + 1)));
  depths.set(id, Math.min(depth, deepest));
  return Math.min(depth, deepest);
}

/** Each record's key with those of its parents in it: the same in every environment of one language. */
export function naturalKeys(records: readonly SiteRecord[]): Map<string, string> {
  const keys = new Map<string, string>();
  for (const level of byDepth(records))
    for (const record of level)
      keys.set(
        record.id,
        keyOf(record, (id) => keys.get(id) ?? id),
      );
  return keys;
}
