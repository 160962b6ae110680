/**
 * Sets can always be merged: a member is in when one side put it in, and out when one side took it out. Of those that
 * were there before, only what both sides kept stays.
 */
export function mergeSet(
  base: readonly string[],
  ours: readonly string[],
  theirs: readonly string[],
): string[] {
  const [before, mine, yours] = [new Set(base), new Set(ours), new Set(theirs)];
  const all = [...new Set([...ours, ...theirs])];
  return all.filter((one) => (before.has(one) ? mine.has(one) && yours.has(one) : true)).sort();
}
