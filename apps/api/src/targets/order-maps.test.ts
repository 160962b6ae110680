import {
  type Arbitrary,
  array,
  assert,
  asyncProperty,
  integer,
  nat,
  property,
  record,
  tuple,
} from 'fast-check';
import { expect, test } from 'vitest';
import { askNeeds } from './map-order.ts';
import { orderMaps } from './order-maps.ts';

type Graph = ReadonlyMap<string, readonly string[]>;

/** Any graph of up to twelve maps: a number of edges, from any to any. */
const graphs: Arbitrary<Graph> = record({
  size: integer({ min: 1, max: 12 }),
  edges: array(tuple(nat(), nat()), { maxLength: 30 }),
}).map(({ size, edges }) => {
  const needs = new Map<string, string[]>(Array.from({ length: size }, (_, index) => [`m${index}`, []]));
  for (const [from, to] of edges)
    if (from % size !== to % size) needs.get(`m${from % size}`)?.push(`m${to % size}`);
  return needs;
});

/** Everything that a map needs, by way of others too. */
function reach(needs: Graph, id: string): ReadonlySet<string> {
  const seen = new Set<string>();
  const open = [...(needs.get(id) ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop())
    if (!seen.has(next)) {
      seen.add(next);
      open.push(...(needs.get(next) ?? []));
    }
  return seen;
}

const circlesOf = (needs: Graph) => [...needs.keys()].filter((id) => reach(needs, id).has(id)).toSorted();

/** As the gateway says it: all that a map needs in some order that suits, itself last, circles cut where they close. */
function sequenceIn(needs: Graph, id: string): readonly string[] {
  const order: string[] = [];
  const seen = new Set<string>();
  const visit = (each: string): void => {
    if (seen.has(each)) return;
    seen.add(each);
    for (const need of needs.get(each) ?? []) visit(need);
    order.push(each);
  };
  visit(id);
  return order;
}

function expectRight(needs: Graph, { ids, circles }: ReturnType<typeof orderMaps>): void {
  expect(new Set(ids).size).toBe(ids.length);
  expect(circles.flat().toSorted()).toEqual(circlesOf(needs).filter((id) => ids.includes(id)));
  for (const id of ids)
    for (const need of reach(needs, id))
      if (!circles.some((circle) => circle.includes(id) && circle.includes(need)))
        expect(ids.indexOf(need)).toBeLessThan(ids.indexOf(id));
}

test('no map runs before what it needs, and circles are named: 1,000 graphs', () => {
  assert(
    property(graphs, (needs) => {
      const found = orderMaps(needs);
      expect([...found.ids].toSorted()).toEqual([...needs.keys()].toSorted());
      expectRight(needs, found);
    }),
    { numRuns: 1000, seed: 4 },
  );
});

test('from the gateway’s sequences the same order comes out, circles too: 1,000 graphs', async () => {
  await assert(
    asyncProperty(graphs, array(nat(), { minLength: 1, maxLength: 5 }), async (needs, picks) => {
      const names = [...needs.keys()];
      const wanted = [...new Set(picks.map((pick) => names[pick % names.length] ?? ''))];
      const found = await askNeeds(wanted, async (id) => sequenceIn(needs, id));
      const all = new Set(wanted.flatMap((id) => [id, ...reach(needs, id)]));
      expect([...found.ids].toSorted()).toEqual([...all].toSorted());
      expectRight(needs, found);
    }),
    { numRuns: 1000, seed: 5 },
  );
});

test('sequences that contradict each other without need make no circle', async () => {
  const said: Readonly<Record<string, readonly string[]>> = { a: ['x', 'y', 'a'], b: ['y', 'x', 'b'] };
  const found = await askNeeds(['a', 'b'], async (id) => said[id] ?? [id]);
  expect(found.circles).toEqual([]);
  expect(new Set(found.ids)).toEqual(new Set(['a', 'b', 'x', 'y']));
});

test('each map is asked about once', async () => {
  const asked: string[] = [];
  await askNeeds(['a', 'b', 'a'], async (id) => {
    asked.push(id);
    return ['x', 'y', id];
  });
  expect(asked.toSorted()).toEqual(['a', 'b', 'x', 'y']);
});
