import { percentile } from '../../../../../tools/percentile.ts';
import { openStore } from '../../store/open-store.ts';
import { freshFolder } from '../fresh-store.ts';
import { seeded } from '../seeded.ts';
import { layered, longestChain, type Ran, sequential } from './chains.ts';
import { lookForReal } from './look-for-real.ts';
import { drawGraph, type Graph, opened } from './random-graph.ts';
import { type Desk, type GraphRun, inMemory, onDisk, runGraph } from './run-graph.ts';

interface Bench {
  readonly seed: number;
  readonly graphs: number;
  /** Looks at the real plan. */
  readonly runs: number;
  readonly print: (line: string) => void;
}

/** Time to the longest chain of dependent calls. */
const bars = { middle: 1.02, worst: 1.05, real: 1.15 };

/** One graph in so many is played on disk as well. */
const written = 4;

/** P2: how much longer a pre-flight takes than the longest chain of dependent calls that really ran in it. */
export async function measure(bench: Bench): Promise<boolean> {
  const random = await measureGraphs(bench);
  const real = await measureReal(bench);
  return random && real;
}

interface Played {
  readonly index: number;
  readonly graph: Graph;
  /** The runner alone. */
  readonly run: GraphRun;
  /** The same with the journal of the embedded store. */
  readonly kept?: GraphRun;
}

async function measureGraphs({ seed, graphs, print }: Bench): Promise<boolean> {
  const played = await playGraphs(seed, graphs);
  const count = (of: (each: Played) => number) => played.reduce((sum, each) => sum + of(each), 0);
  const [all, ran] = [count(({ graph }) => graph.size), count(({ run }) => run.ran.size)];
  print(`${graphs} random graphs, seed ${seed}: ${all} checks, ${ran} looked at, ${all - ran} skipped`);
  print(`  ${'time ÷ longest chain of calls that ran'.padEnd(44)}    p50    p90  worst`);
  const ratios = (of: (ran: Ran, wall: number) => number) =>
    played.map(({ run }) => of(run.ran, run.wall) / longestChain(run.ran));
  const ours = ratios((_, wall) => wall);
  print(line('our runner', ours));
  print(line('anchor: layers with Promise.all, same calls', ratios(layered)));
  print(line('anchor: one after the other, same calls', ratios(sequential)));
  const kept = played.flatMap((each) => (each.kept ? [each.kept] : []));
  const added = kept.map(({ wall, ran: calls }) => wall - longestChain(calls));
  print(line('not judged: findings on disk (embedded)', kept.map(ratioOf)));
  print(`  not judged: the same in ms more than the chain ${percentile(added, 0.5).toFixed(1).padStart(6)}`);
  const wrong = played.filter((each) => !isRight(each.graph, each.run)).map(({ index }) => seed + index);
  if (wrong.length > 0) print(`  WRONG FINDINGS for seeds ${wrong.join(', ')}`);
  const holds = percentile(ours, 0.5) <= bars.middle && Math.max(...ours) <= bars.worst;
  print(`  ${verdict(holds)} bar: p50 ≤ ${bars.middle}, worst ≤ ${bars.worst}`);
  return holds && wrong.length === 0;
}

/** Wall time to the longest chain of calls, of one graph. */
export const ratioOf = ({ wall, ran }: GraphRun): number => wall / longestChain(ran);

/** One after the other: two at once would wait for each other. The first of all is a warm-up. */
export async function playGraphs(seed: number, count: number): Promise<readonly Played[]> {
  const [config, drop] = await freshFolder();
  try {
    await using store = await openStore(config);
    const desks: readonly (() => Promise<Desk>)[] = [inMemory, () => onDisk(store)];
    for (const desk of desks) await runGraph(await desk(), drawGraph(seeded(seed)));
    const played: Played[] = [];
    for (let index = 0; index < count; index += 1) {
      const graph = drawGraph(seeded(seed + index));
      const run = await runGraph(await inMemory(), graph);
      const kept = index % written === 0 ? { kept: await runGraph(await onDisk(store), graph) } : {};
      played.push({ index, graph, run, ...kept });
    }
    return played;
  } finally {
    await drop();
  }
}

/** A fast answer counts only when it is the right one: looked at what could be, and skipped the rest. */
export function isRight(graph: Graph, { ran, found }: Pick<GraphRun, 'ran' | 'found'>): boolean {
  const open = opened(graph);
  const states = { ok: 'ok', warn: 'warn', blocked: 'blocked', problem: 'unknown' } as const;
  return [...graph].every(
    ([id, { ending }]) =>
      found.get(id)?.state === (open.has(id) ? states[ending] : 'skipped') && ran.has(id) === open.has(id),
  );
}

async function measureReal({ seed, runs, print }: Bench): Promise<boolean> {
  print(`the real plan on the twin, each endpoint 100 to 400 ms slower, findings on disk, ${runs} looks`);
  const looks = await lookForReal(seed, runs);
  for (const { wall, chain, calls, alone } of looks)
    print(
      `  ${wall.toFixed(0)} ms ÷ ${chain.toFixed(0)} ms of dependent calls = ${(wall / chain).toFixed(3)}` +
        `   (${calls} calls, one after the other ${(alone / chain).toFixed(2)})`,
    );
  const ratios = looks.map(({ wall, chain }) => wall / chain);
  const middle = percentile(ratios, 0.5);
  const holds = middle <= bars.real;
  print(`  ${verdict(holds)} bar: p50 ≤ ${bars.real}; it is ${middle.toFixed(3)}`);
  return holds;
}

const verdict = (holds: boolean) => (holds ? 'ok  ' : 'MISS');

const line = (name: string, ratios: readonly number[]) =>
  `  ${name.padEnd(44)} ${[0.5, 0.9, 1].map((share) => percentile(ratios, share).toFixed(3).padStart(6)).join(' ')}`;
