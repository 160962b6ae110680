import type { Decided } from './decided.ts';
import type { Open } from './decisions.ts';

/** What would refer to a record that the plan takes away, or that isn't there and the plan would newly refer to. */
export function findGone(records: readonly Decided[]): Open[] {
  const there = new Map(records.map(({ record, says }) => [record.id, says !== undefined]));
  const was = new Map(records.map(({ record }) => [record.id, record.sides.ours !== undefined]));
  return records.flatMap(({ record, says }) =>
    [...(says ?? [])].flatMap(([cell, value]): Open[] => {
      const kind = kindOf(record, cell);
      if (kind !== 'reference' && kind !== 'set') return [];
      const before = new Set([record.sides.ours?.get(cell)?.value ?? []].flat());
      const gone = [value ?? []].flat().filter((id) => {
        const target = String(id);
        return there.get(target) === false && (was.get(target) === true || !before.has(target));
      });
      return gone.map((target) => ({
        why: 'refers-to-gone',
        record: record.id,
        cell,
        target: String(target),
      }));
    }),
  );
}

function kindOf({ sides }: Decided['record'], cell: string): string | undefined {
  return (sides.ours?.get(cell) ?? sides.theirs?.get(cell) ?? sides.base?.get(cell))?.kind;
}
