/** Maps in an order in which each comes after what it needs, but for those that need each other. */
export interface MapOrder {
  readonly ids: readonly string[];
  /** Maps that need each other, directly or by way of others: no order is right for all of them. */
  readonly circles: readonly (readonly string[])[];
}

/**
 * Orders maps by what each needs: the strongly connected components of "needs", in the order in which Tarjan's
 * algorithm closes them, which is after what they need. A map that isn't a key needs nothing.
 */
export function orderMaps(needs: ReadonlyMap<string, readonly string[]>): MapOrder {
  const found = new Map<string, { index: number; low: number; open: boolean }>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (id: string): number => {
    const place = { index: found.size, low: found.size, open: true };
    found.set(id, place);
    stack.push(id);
    for (const need of needs.get(id) ?? []) {
      const known = found.get(need);
      if (!known) place.low = Math.min(place.low, visit(need));
      else if (known.open) place.low = Math.min(place.low, known.index);
    }
    if (place.low === place.index) groups.push(close(stack, id, found));
    return place.low;
  };
  for (const id of needs.keys()) if (!found.has(id)) visit(id);
  const circles = groups.filter((group) => group.length > 1);
  return { ids: groups.flat(), circles };
}

/** Takes a closed component off the stack, in the order in which its maps were met last first. */
function close(stack: string[], id: string, found: ReadonlyMap<string, { open: boolean }>): string[] {
  const group = stack.splice(stack.indexOf(id)).toReversed();
  for (const each of group) {
    const place = found.get(each);
    if (place) place.open = false;
  }
  return group;
}
