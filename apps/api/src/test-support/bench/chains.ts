/** Something that took its time, and what had to end before it could begin. */
export interface Timed {
  readonly after: readonly string[];
  /** Milliseconds. */
  readonly took: number;
}

/** By id; each stands after everything that it builds on. */
export type Ran = ReadonlyMap<string, Timed>;

/** What no runner can beat: the longest chain of things that waited for each other. Milliseconds. */
export function longestChain(ran: Ran): number {
  const ends = new Map<string, number>();
  for (const [id, { after, took }] of ran)
    ends.set(id, took + Math.max(0, ...after.map((other) => endOf(ends, ran, other))));
  return Math.max(0, ...ends.values());
}

/** What did not run takes no time, and nothing that ran can have waited for it. */
function endOf(ends: ReadonlyMap<string, number>, ran: Ran, id: string): number {
  const end = ends.get(id);
  if (end === undefined && ran.has(id)) throw new Error(`${id} stands after what builds on it`);
  return end ?? 0;
}

/** Anchor: one layer after the other, each with `Promise.all`. Milliseconds. */
export function layered(ran: Ran): number {
  const depths = new Map<string, number>();
  const layers: number[] = [];
  for (const [id, { after, took }] of ran) {
    const depth = Math.max(0, ...after.map((other) => (depths.get(other) ?? -1) + 1));
    depths.set(id, depth);
    layers[depth] = Math.max(layers[depth] ?? 0, took);
  }
  return sum(layers);
}

/** Anchor: one thing after the other. Milliseconds. */
export const sequential = (ran: Ran): number => sum([...ran.values()].map(({ took }) => took));

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
