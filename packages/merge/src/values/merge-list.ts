import { mergeSequences } from '../text/merge-text.ts';

/**
 * Merges the order in which people put things.
 * @returns undefined when both sides moved something to another place, or the same thing to two
 */
export function mergeList(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] | undefined {
  const merged: string[] = [];
  for (const region of mergeSequences(base, ours, theirs)) {
    if (region.kind === 'conflict') return undefined;
    merged.push(...region.pieces);
  }
  // What one side moved up and the other down would be there twice, and what both moved and one deleted, not at all.
  const [before, mine, yours] = [new Set(base), new Set(ours), new Set(theirs)];
  const due = new Set(
    [...ours, ...theirs].filter((one) => !before.has(one) || (mine.has(one) && yours.has(one))),
  );
  const isWhole =
    merged.length === due.size && merged.every((one) => due.has(one)) && new Set(merged).size === due.size;
  return isWhole ? merged : undefined;
}
