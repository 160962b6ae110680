import type { UpdateCell } from '@portico/contract/update';

type Names = UpdateCell['names'];
type Titles = ReadonlyMap<string, string>;

/** Names of some ids: those that came with the cell, and of records that are only to be made, their titles. */
export function namesFor(ids: readonly string[], names: Names, titles: Titles): Names {
  const more = ids.flatMap((id) => {
    const title = titles.get(id);
    return title !== undefined && (names[id] ?? id) === id ? [[id, title] as const] : [];
  });
  return more.length > 0 ? { ...names, ...Object.fromEntries(more) } : names;
}

/** A cell in which new records have names, too. */
export function withNames(cell: UpdateCell, titles: Titles): UpdateCell {
  const { base, ours, theirs, kind } = cell.merged;
  if (kind !== 'reference' && kind !== 'set') return cell;
  const ids = [base, ours, theirs, cell.becomes?.value].flatMap((value) => value ?? []).map(String);
  return { ...cell, names: namesFor(ids, cell.names, titles) };
}
