import type { Chance } from '../seeded.ts';
import { longestChain, type Timed } from './chains.ts';

export type Ending = 'ok' | 'warn' | 'blocked' | 'problem';

/** A made-up check: what it builds on, how long it looks, and how that ends. */
export interface Node extends Timed {
  readonly ending: Ending;
}
export type Graph = ReadonlyMap<string, Node>;

/** How many checks a graph has; the plan has 17. */
const size = [8, 20] as const;

/** Milliseconds that the longest chain of a graph takes: so long that a turn of the loop is little beside it. */
const length = [250, 350] as const;

/** One check in six says no, or can't be had, and whatever builds on it is skipped. */
const drawEnding = (chance: Chance): Ending =>
  chance.next() < 1 / 6 ? chance.pick(['blocked', 'problem']) : chance.pick(['ok', 'ok', 'ok', 'warn']);

/** Draws a graph as a plan might have it: each check builds on up to three earlier ones. */
export function drawGraph(chance: Chance): Graph {
  const count = chance.between(...size);
  const drawn = Array.from({ length: count }, (_, index): [string, Node] => {
    const links = Array.from({ length: index === 0 ? 0 : chance.between(0, 3) }, () =>
      idOf(chance.between(0, index - 1)),
    );
    const node = { after: [...new Set(links)], took: chance.between(20, 120), ending: drawEnding(chance) };
    return [idOf(index), node];
  });
  const graph = new Map(drawn);
  const stretch = chance.between(...length) / longestChain(opened(graph));
  return new Map(drawn.map(([id, node]) => [id, { ...node, took: Math.round(node.took * stretch) }]));
}

/** What is looked at: all that builds on nothing that says no, or that couldn't be had. */
export function opened(graph: Graph): Graph {
  const open = new Map<string, Node>();
  for (const [id, node] of graph)
    if (node.after.every((other) => /^(ok|warn)$/.test(open.get(other)?.ending ?? ''))) open.set(id, node);
  return open;
}

const idOf = (index: number) => `c${index}`;
