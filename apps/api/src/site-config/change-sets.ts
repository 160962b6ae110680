import type { Plan, Write } from '@portico/merge/plan';
import { mostOperations } from '@portico/microsoft/batch';

/**
 * A plan in as few change sets as can be: one, but where the portal makes pages by itself from others that must be there
 * before, and where there are more operations than one set holds.
 */
export function changeSetsOf({ writes }: Plan, most = mostOperations): readonly (readonly Write[])[] {
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
    let count = most;
    for (const write of some.flatMap((each) => cut(each, most))) {
      const more = operationsOf(write);
      if (count + more > most) [count] = [0, sets.push([])];
      sets.at(-1)?.push(write);
      count += more;
    }
    return sets;
  });
}

/** How many requests a write is at most: what it holds is a note of its own. */
function operationsOf(write: Write): number {
  switch (write.op) {
    case 'link':
      return Math.max(1, write.add.length + write.remove.length);
    case 'create':
    case 'update':
      return write.body === undefined ? 1 : 2;
    case 'delete':
      return 2;
    case 'deactivate':
    case 'reactivate':
  }
  return 1;
}

/** A relationship of more members than a set holds, in parts. */
function cut(write: Write, most: number): readonly Write[] {
  if (write.op !== 'link' || operationsOf(write) <= most) return [write];
  const [add, remove] = [
    write.add.slice(0, most),
    write.remove.slice(0, Math.max(0, most - write.add.length)),
  ];
  const rest = { ...write, add: write.add.slice(add.length), remove: write.remove.slice(remove.length) };
  return [{ ...write, add, remove }, ...cut(rest, most)];
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
