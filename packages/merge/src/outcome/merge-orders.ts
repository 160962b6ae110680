import type { Match, Matching } from '../matching/matching.ts';
import type { SiteRecord } from '../record.ts';
import { tableOf } from '../tables/standard.ts';
import type { MergedCell } from '../values/merge-cell.ts';
import { mergeList } from '../values/merge-list.ts';

type Side = 'base' | 'ours' | 'theirs';
type Lists = Record<Side, string[]>;
const sides: readonly Side[] = ['base', 'ours', 'theirs'];

/**
 * Lists that people order, by the record that holds them. Only who comes after whom counts: the studio numbers
 * everything anew when one thing is moved.
 */
export function mergeOrders({ matches, ids }: Matching): Map<string, MergedCell> {
  const merged = new Map<string, MergedCell>();
  const to = { base: ids.base, ours: ids.base, theirs: ids.theirs };
  for (const [owner, lists] of listsOf(matches, (side, id) => to[side].get(id) ?? id)) {
    const cell = mergeOrder(lists);
    if (cell) merged.set(owner, cell);
  }
  return merged;
}

function listsOf(matches: readonly Match[], to: (side: Side, id: string) => string): Map<string, Lists> {
  const places = new Map<string, Record<Side, (readonly [place: number, id: string])[]>>();
  for (const match of matches) {
    for (const side of sides) {
      const record = match[side];
      const owner = record && ownerOf(record);
      if (!owner) continue;
      const key = to(side, owner.id);
      const lists = places.get(key) ?? { base: [], ours: [], theirs: [] };
      lists[side].push([owner.place, match.id]);
      places.set(key, lists);
    }
  }
  return new Map(
    [...places].map(([owner, { base, ours, theirs }]) => [
      owner,
      { base: inOrder(base), ours: inOrder(ours), theirs: inOrder(theirs) },
    ]),
  );
}

/** The record in whose list a record stands, and where; nothing for what nobody orders. */
export function ownerOf(record: SiteRecord): { id: string; place: number } | undefined {
  const { order } = tableOf(record.table);
  const id = order?.within.flatMap((column) => record.refs[column] ?? []).at(-1);
  return order && id !== undefined ? { id, place: placeOf(record, order.column) } : undefined;
}

export const placeOf = ({ fields }: SiteRecord, column: string): number => Number(fields[column] ?? 0);

const inOrder = (places: (readonly [number, string])[]): string[] =>
  places.sort(([one, id], [other, second]) => one - other || (id < second ? -1 : 1)).map(([, id]) => id);

/** @returns nothing when nobody put anything to another place: who is in the list is decided elsewhere */
function mergeOrder({ base, ours, theirs }: Lists): MergedCell | undefined {
  const three = { kind: 'order', base, ours, theirs } as const;
  const list = mergeList(base, ours, theirs);
  const kept = new Set(list);
  if (
    list &&
    equal(
      list,
      ours.filter((id) => kept.has(id)),
    )
  )
    return undefined;
  if (list) return { ...three, state: equal(base, ours) ? 'theirs' : 'merged', value: list };
  return {
    ...three,
    state: 'conflict',
    mine: extended(ours, theirs, base),
    yours: extended(theirs, ours, base),
  };
}

const equal = (one: readonly string[], other: readonly string[]) => one.join() === other.join();

/** A list in its order, and after it what only the other side has new. */
function extended(list: readonly string[], other: readonly string[], base: readonly string[]): string[] {
  const known = new Set([...list, ...base]);
  return [...list, ...other.filter((id) => !known.has(id))];
}
