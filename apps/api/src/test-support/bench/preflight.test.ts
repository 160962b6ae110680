import { expect, test } from 'vitest';
import { seeded } from '../seeded.ts';
import { longestChain } from './chains.ts';
import { isRight, playGraphs, ratioOf } from './preflight.ts';
import { drawGraph, type Graph, opened } from './random-graph.ts';
import { inMemory, runGraph } from './run-graph.ts';

test('the same seed draws the same graph, and its longest chain is as long as it should be', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const graph = drawGraph(seeded(seed));
    expect([...drawGraph(seeded(seed))]).toEqual([...graph]);
    const chain = longestChain(opened(graph));
    expect(chain).toBeGreaterThan(240);
    expect(chain).toBeLessThan(360);
  }
});

test('graphs are looked at as they must, in the runner alone and on disk', async () => {
  const played = await playGraphs(1, 3);
  const runs = played.flatMap(
    ({ graph, run, kept }) =>
      (kept
        ? [
            [graph, run],
            [graph, kept],
          ]
        : [[graph, run]]) as [Graph, typeof run][],
  );
  expect(runs).toHaveLength(4);
  for (const [graph, run] of runs) {
    expect([...run.ran.keys()]).toEqual([...opened(graph).keys()]);
    expect(isRight(graph, run)).toBe(true);
    // Nothing may begin before what it builds on has ended.
    expect(ratioOf(run)).toBeGreaterThanOrEqual(1);
  }
});

test('findings that are wrong are told, however fast they came', async () => {
  const graph: Graph = new Map([
    ['a', { after: [], took: 1, ending: 'blocked' }],
    ['b', { after: ['a'], took: 1, ending: 'ok' }],
  ]);
  const run = await runGraph(await inMemory(), graph);
  expect(isRight(graph, run)).toBe(true);
  expect(isRight(graph, { ...run, ran: new Map([...run.ran, ['b', { after: ['a'], took: 1 }]]) })).toBe(
    false,
  );
  expect(isRight(graph, { ...run, found: new Map() })).toBe(false);
});

test('a short check does not wait for a long one of its layer', async () => {
  const graph: Graph = new Map([
    ['a', { after: [], took: 400, ending: 'ok' }],
    ['b', { after: ['a'], took: 10, ending: 'ok' }],
    ['c', { after: [], took: 10, ending: 'ok' }],
    ['d', { after: ['c'], took: 400, ending: 'ok' }],
  ]);
  // In layers it would be nearly 2.
  expect(ratioOf(await runGraph(await inMemory(), graph))).toBeLessThan(1.5);
});
