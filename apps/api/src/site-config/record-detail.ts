import { Problem } from '@portico/contract/problems';
import type { UpdateCell, UpdateRecordDetail } from '@portico/contract/update';
import { idsIn, type Value } from '@portico/merge/canonical/content';
import type { MergedRecord } from '@portico/merge/merge-record';
import { suggest } from '@portico/merge/text/suggest';
import type { MergedCell } from '@portico/merge/values/merge-cell';
import { type Merging } from './merge-kept.ts';
import { namesOf } from './overview.ts';
import { shownOf } from './shown-of.ts';

/** One record of an update, side by side, with what it becomes as it is decided now. */
export function recordDetail(merging: Merging, id: string): UpdateRecordDetail {
  const decided = merging.decision.records.find(({ record }) => record.id === id);
  if (!decided) throw new Problem('not-found');
  const { record, says } = decided;
  const open = new Map(
    merging.decision.open.flatMap((each) =>
      each.why === 'conflict' && each.record === id ? [[each.cell, each] as const] : [],
    ),
  );
  const named = namesOf(merging);
  const cells = Object.entries(allCells(record)).map(([name, merged]): UpdateCell => {
    const value = name === 'presence' ? says !== undefined : (says?.get(name) ?? null);
    return {
      name,
      merged,
      shown: shownOf(record, name) ?? '',
      ...(open.get(name)?.outdated && { outdated: true as const }),
      ...(open.has(name) ? {} : { becomes: { value } }),
      ...suggestionsOf(merged),
      names: Object.fromEntries(valuesIn(merged).map((each) => [each, named(each).title] as const)),
    };
  });
  const { origin } = merging.sides.baseline.content.snapshot;
  const first = origin === 'inferred' ? 'unknown' : 'new';
  return { id, table: record.table, title: record.title, ...(!record.sides.base && { first }), cells };
}

/** Of a record that only one side has, all that it says: who decides whether it comes or goes wants to read it. */
function allCells({ cells, sides }: MergedRecord): Readonly<Record<string, MergedCell>> {
  const { presence } = cells;
  const [only, by] = sides.ours ? [sides.ours, 'ours' as const] : [sides.theirs, 'theirs' as const];
  if (!presence || !only || (sides.ours && sides.theirs)) return cells;
  const shown = [...only].map(([name, { kind, value }]): readonly [string, MergedCell] => [
    name,
    {
      kind,
      base: sides.base?.get(name)?.value,
      ours: undefined,
      theirs: undefined,
      [by]: value,
      state: by,
      value,
    },
  ]);
  return { ...cells, ...Object.fromEntries(shown) };
}

function suggestionsOf(cell: MergedCell): { suggestions?: (string | null)[] } {
  if (cell.state !== 'conflict' || !cell.regions) return {};
  return {
    suggestions: cell.regions.flatMap((region) =>
      region.kind === 'conflict' ? [suggest(region) ?? null] : [],
    ),
  };
}

/** The ids that stand anywhere in a cell. */
function valuesIn({ base, ours, theirs }: MergedCell): readonly string[] {
  const texts = [base, ours, theirs].flatMap((value: Value | undefined) =>
    typeof value === 'string' ? idsIn(value) : Array.isArray(value) ? value : [],
  );
  return [...new Set(texts)];
}
