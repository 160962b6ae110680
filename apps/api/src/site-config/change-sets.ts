import type { Plan, Write } from '@portico/merge/plan';
import { mostOperations } from '@portico/microsoft/batch';

/**
 * A plan in as few change sets as can be: one, but where the portal makes pages by itself from others that must be there
 * before, and where there are more writes than one set holds.
 */
export function changeSetsOf({ writes }: Plan, most = mostOperations / 2): readonly (readonly Write[])[] {
  const generated = new Set(
    writes.flatMap((write) => (write.op === 'create' && write.mayExist ? [write.id] : [])),
  );
  const [first, then]: [Write[], Write[]] = [[], []];
  const isSplit = generated.size > 0;
  for (const write of writes) {
    const early = isSplit && write.op === 'create' && !needs(write, generated);
    if (!early) generated.add(write.id);
    (early ? first : then).push(write);
  }
  return [first, then].flatMap((some) => {
    const sets: Write[][] = [];
    for (let from = 0; from < some.length; from += most) sets.push(some.slice(from, from + most));
    return sets;
  });
}

/** Whether a new row is one of those, or refers to one. */
function needs(write: Extract<Write, { op: 'create' }>, later: ReadonlySet<string>): boolean {
  return later.has(write.id) || Object.values(write.refs ?? {}).some((id) => id !== null && later.has(id));
}

/** The same writes with other ids: rows that the portal made have its own. */
export const withIds = <T extends readonly Write[] | Plan>(
  writes: T,
  ids: Readonly<Record<string, string>>,
): T => {
  const pairs = Object.entries(ids);
  if (pairs.length === 0) return writes;
  const text = pairs.reduce((all, [planned, real]) => all.replaceAll(planned, real), JSON.stringify(writes));
  // An id in the place of another changes no shape.
  return JSON.parse(text) as T;
};
