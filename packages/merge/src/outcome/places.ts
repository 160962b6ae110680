import type { Decided } from './decided.ts';
import { placeOf } from './merge-orders.ts';
import { tableOf } from '../tables/standard.ts';

/** New numbers for what stands in a list whose order was decided; only where the number it has doesn't do. */
export function placesOf(records: readonly Decided[]): Map<string, number> {
  const all = new Map(records.map((decided) => [decided.record.id, decided]));
  const places = new Map<string, number>();
  for (const { says } of records) {
    const order = says?.get('order');
    if (!Array.isArray(order)) continue;
    let last = -1;
    for (const id of order) {
      const { record, says: member } = all.get(id) ?? {};
      const column = tableOf(record?.table ?? '').order?.column;
      if (!record || !member || column === undefined) continue;
      const own = record.live && record.sides.ours ? placeOf(record.live, column) : undefined;
      last = own !== undefined && own > last ? own : last + 1;
      if (last !== own) places.set(id, last);
    }
  }
  return places;
}
