import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callsOf, longestCallChain, type Seen } from './call-chain.ts';
import { layered, longestChain, type Ran, sequential } from './chains.ts';

const timed = (after: readonly string[], took: number) => ({ after, took });

/** Two chains whose long parts don't meet: where layers lose most. */
const crossed: Ran = new Map([
  ['a', timed([], 200)],
  ['b', timed(['a'], 10)],
  ['c', timed([], 10)],
  ['d', timed(['c'], 190)],
]);

describe('chains of checks', () => {
  test('the longest is neither that of a layer nor that of the most links', () => {
    expect([longestChain(crossed), layered(crossed), sequential(crossed)]).toEqual([210, 390, 410]);
  });

  test('what did not run takes no time, and nothing took none', () => {
    expect(longestChain(new Map([['b', timed(['a'], 10)]]))).toBe(10);
    expect([longestChain(new Map()), layered(new Map()), sequential(new Map())]).toEqual([0, 0, 0]);
  });

  test('an order that would hide a chain is refused', () => {
    const upsideDown = new Map([...crossed].toReversed());
    expect(() => longestChain(upsideDown)).toThrow('c stands after what builds on it');
  });

  test('any graph: a chain is at most its layers, those at most all in a row, and it has a call that begins it', () => {
    const graphs = fc
      .array(
        fc.record({ links: fc.array(fc.nat(), { maxLength: 3 }), took: fc.integer({ min: 1, max: 99 }) }),
        {
          minLength: 1,
          maxLength: 20,
        },
      )
      .map(
        (nodes): Ran =>
          new Map(
            nodes.map(({ links, took }, index) => [
              `c${index}`,
              timed(index === 0 ? [] : links.map((link) => `c${link % index}`), took),
            ]),
          ),
      );
    fc.assert(
      fc.property(graphs, (ran) => {
        const chain = longestChain(ran);
        expect(chain).toBeLessThanOrEqual(layered(ran));
        expect(layered(ran)).toBeLessThanOrEqual(sequential(ran));
        expect(chain).toBeGreaterThanOrEqual(Math.max(...[...ran.values()].map(({ took }) => took)));
      }),
    );
  });
});

describe('chains of calls, from evidence', () => {
  const call = (url: string, begins: number, took: number) => ({
    url,
    at: new Date(begins).toISOString(),
    took,
  });
  const seen = (after: readonly string[], ...evidence: Seen['evidence']): Seen => ({ after, evidence });

  test('calls of one check that ran side by side are no chain; those that did not are', () => {
    const look = new Map([['a', seen([], call('/1', 0, 50), call('/2', 0, 40), call('/3', 50, 30))]]);
    expect(longestCallChain(look)).toBe(80);
  });

  test('a check builds on others; strangers that ran later by chance do not', () => {
    const look = new Map([
      ['a', seen([], call('/1', 0, 50))],
      ['b', seen(['a'], call('/2', 51, 30))],
      ['c', seen(['b'], call('/3', 90, 20))],
      ['d', seen([], call('/4', 200, 60))],
    ]);
    expect(longestCallChain(look)).toBe(100);
  });

  test('an answer that several checks share is one call, and counts once', () => {
    const shared = call('/1', 0, 50);
    const look = new Map([
      ['a', seen([], shared)],
      ['b', seen(['a'], shared, call('/2', 60, 30))],
    ]);
    expect(callsOf(look)).toHaveLength(2);
    expect(longestCallChain(look)).toBe(80);
  });

  test('nothing called is no chain', () => {
    expect(longestCallChain(new Map([['a', seen([])]]))).toBe(0);
  });
});
