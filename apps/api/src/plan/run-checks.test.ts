import type { CheckId } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { RunEvent } from '@portico/plan/event';
import { type Finding, passes } from '@portico/plan/finding';
import { emptyRun, type RunState } from '@portico/plan/reduce';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyCheck } from '../checks/define-check.ts';
import { checks as registry } from '../checks/index.ts';
import { type Looking, runChecks } from './run-checks.ts';
import { VirtualClock } from './test-support/virtual-clock.ts';

type Ending = 'ok' | 'warn' | 'blocked' | 'problem' | 'bug' | 'stopped';

/** A made-up check: what it builds on, how long it looks, and how that ends. */
interface Node {
  readonly after: readonly string[];
  readonly took: number;
  readonly ending: Ending;
}
type Graph = Readonly<Record<string, Node>>;

const says = { id: 'said' };
const findings = {
  ok: { state: 'ok', says },
  warn: { state: 'warn', says, remedy: { owner: 'you', steps: [says] } },
  blocked: { state: 'blocked', says, remedy: { owner: 'you', steps: [says] } },
} satisfies Record<string, Finding>;
const states = {
  ok: 'ok',
  warn: 'warn',
  blocked: 'blocked',
  problem: 'unknown',
  bug: 'unknown',
  stopped: 'unknown',
} as const;
const by = { id: 'ada', tenant: 'contoso', name: 'Ada' };

function stage(
  graph: Graph,
  { ids = Object.keys(graph), state = emptyRun, fails = false, ended = false } = {},
) {
  const clock = new VirtualClock();
  const events: RunEvent[] = [];
  const observed: string[] = [];
  const bugs: string[] = [];
  const make = (id: string, { after, took, ending }: Node): AnyCheck => ({
    title: { id: 't', defaultMessage: 't' },
    why: { id: 'w', defaultMessage: 'w' },
    owner: 'you',
    after,
    observe: async () => {
      observed.push(id);
      await clock.sleep(took);
      if (ending === 'problem') throw new Problem('upstream-throttled');
      if (ending === 'stopped') throw new Problem('stopping');
      if (ending === 'bug') throw new TypeError('nobody foresaw this');
      return ending;
    },
    judge: () => findings[ending === 'warn' || ending === 'blocked' ? ending : 'ok'],
  });
  const environment = {
    // Made-up ids: the runner only ever uses them as names.
    checks: Object.fromEntries(Object.entries(graph).map(([id, node]) => [id, make(id, node)])) as Record<
      CheckId,
      AnyCheck
    >,
    journal: {
      append: (_run: string, _by: unknown, added: readonly RunEvent[]) => {
        events.push(...added);
        return fails ? Promise.reject(new Error('The store is gone.')) : Promise.resolve([]);
      },
    },
    now: clock.now,
    bug: (_error: unknown, check: string) => void bugs.push(check),
  };
  const looking = {
    run: 'run',
    state,
    by,
    ids: ids as readonly CheckId[],
    targets: () => ({}),
    signal: ended ? AbortSignal.abort() : undefined,
  } as unknown as Looking;
  return { clock, events, observed, bugs, look: () => clock.run(runChecks(environment, looking)) };
}

/** What each check must come to, and when, by the definition. */
function expected(graph: Graph): ReadonlyMap<string, { state: Finding['state']; at: number }> {
  const known = new Map<string, { state: Finding['state']; at: number }>();
  // A node is only ever built on earlier ones.
  for (const [id, { after, took, ending }] of Object.entries(graph)) {
    const before = after.map((other) => known.get(other));
    const begins = Math.max(0, ...before.map((each) => each?.at ?? 0));
    const open = before.every((each) => /^(ok|warn)$/.test(each?.state ?? ''));
    known.set(id, open ? { state: states[ending], at: begins + took } : { state: 'skipped', at: begins });
  }
  return known;
}

const graphs: fc.Arbitrary<Graph> = fc
  .array(
    fc.record({
      links: fc.array(fc.nat(), { maxLength: 3 }),
      took: fc.integer({ min: 1, max: 30_000 }),
      ending: fc.oneof(
        { weight: 6, arbitrary: fc.constant<Ending>('ok') },
        { weight: 2, arbitrary: fc.constantFrom<Ending>('warn', 'blocked', 'problem', 'bug') },
      ),
    }),
    { minLength: 1, maxLength: 17 },
  )
  .map((nodes) =>
    Object.fromEntries(
      nodes.map(({ links, took, ending }, index): [string, Node] => {
        const after = index === 0 ? [] : [...new Set(links.map((link) => `c${link % index}`))];
        return [`c${index}`, { after, took, ending }];
      }),
    ),
  );

test('any graph: each comes to what it must, in the time of its longest chain, observed once or not at all', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (graph) => {
      const { clock, observed, bugs, look } = stage(graph);
      const looked = await look();
      const wanted = expected(graph);
      expect(new Map([...looked].map(([id, { finding }]) => [id, finding.state]))).toEqual(
        new Map([...wanted].map(([id, { state }]) => [id, state])),
      );
      expect(clock.elapsed).toBe(Math.max(...[...wanted.values()].map(({ at }) => at)));
      const open = [...wanted].filter(([, { state }]) => state !== 'skipped').map(([id]) => id);
      expect(observed.toSorted()).toEqual(open.toSorted());
      expect(bugs.toSorted()).toEqual(open.filter((id) => graph[id]?.ending === 'bug').toSorted());
    }),
    { numRuns: 200 },
  );
});

test('any graph: each check is journalled as begun, then as finished, and after what it builds on', async () => {
  await fc.assert(
    fc.asyncProperty(graphs, async (graph) => {
      const { events, look } = stage(graph);
      await look();
      const place = (type: RunEvent['type'], id: string) => {
        const places = events.flatMap((event, index) =>
          event.type === type && 'check' in event && event.check === id ? [index] : [],
        );
        expect(places).toHaveLength(1);
        return places[0] ?? -1;
      };
      for (const [id, { after }] of Object.entries(graph)) {
        const finished = place('check-finished', id);
        expect(place('check-started', id)).toBeLessThan(finished);
        for (const other of after) expect(place('check-finished', other)).toBeLessThan(finished);
      }
    }),
  );
});

const chain = (ending: Ending): Graph => ({
  a: { after: [], took: 10, ending },
  b: { after: ['a'], took: 10, ending: 'ok' },
  c: { after: ['b'], took: 10, ending: 'ok' },
  d: { after: [], took: 5, ending: 'ok' },
});

test.each(['blocked', 'problem', 'bug'] as const)(
  'a check that ends as %s holds up only its dependents',
  async (ending) => {
    const looked = await stage(chain(ending)).look();
    const found = new Map<string, Finding>([...looked].map(([id, { finding }]) => [id, finding]));
    expect([...found].filter(([, finding]) => passes(finding)).map(([id]) => id)).toEqual(['d']);
    expect(found.get('b')).toMatchObject({ state: 'skipped', because: 'a' });
    expect(found.get('c')).toMatchObject({ state: 'skipped', because: 'b' });
  },
);

test('a problem is unknown with its code; a bug is unknown with the code bug, and is told', async () => {
  const problem = await stage(chain('problem')).look();
  expect([...problem.values()][0]?.finding).toMatchObject({
    state: 'unknown',
    problem: { code: 'upstream-throttled' },
  });
  const broken = stage(chain('bug'));
  expect([...(await broken.look()).values()][0]?.finding).toMatchObject({
    state: 'unknown',
    problem: { code: 'bug' },
  });
  expect(broken.bugs).toEqual(['a']);
});

test('what isn’t looked at now counts as it was found before', async () => {
  const seen = (finding: Finding): RunState => ({ ...emptyRun, checks: { a: { running: false, finding } } });
  const states = async (state: RunState) => {
    const scene = stage(chain('ok'), { ids: ['b'], state });
    const looked = await scene.look();
    return [scene.observed, [...looked.values()].map(({ finding }) => finding.state)];
  };
  expect(await states(seen(findings.ok))).toEqual([['b'], ['ok']]);
  expect(await states(seen(findings.blocked))).toEqual([[], ['skipped']]);
  expect(await states(emptyRun)).toEqual([[], ['skipped']]);
});

test('how long a check took is its own time, not the time it waited for others', async () => {
  const looked = await stage(chain('ok')).look();
  expect([...looked.values()].map(({ took }) => took)).toEqual([10, 10, 10, 5]);
});

test('a store that fails fails the look, and no rejection is left unheard while others still look', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown) => void unheard.push(reason);
  process.on('unhandledRejection', hear);
  try {
    await expect(stage(chain('ok'), { fails: true }).look()).rejects.toThrow('The store is gone.');
    expect(unheard).toEqual([]);
  } finally {
    process.off('unhandledRejection', hear);
  }
});

test('the checks of the plan build on each other without a circle', () => {
  const graph = new Map<string, AnyCheck>(Object.entries(registry));
  const visit = (id: string, path: readonly string[]): void => {
    expect(path).not.toContain(id);
    expect([...graph.keys()]).toContain(id);
    for (const other of graph.get(id)?.after ?? []) visit(other, [...path, id]);
  };
  for (const id of graph.keys()) visit(id, []);
});

test('a look that a stop cut short finds nothing, and the others have told what they found before it ends', async () => {
  const { events, bugs, look } = stage({
    quick: { after: [], took: 1, ending: 'ok' },
    cut: { after: [], took: 2, ending: 'stopped' },
    slow: { after: [], took: 5, ending: 'ok' },
  });
  await expect(look()).rejects.toMatchObject({ code: 'stopping' });
  const found = events.flatMap((event) => (event.type === 'check-finished' ? [event.check] : []));
  expect(found).toEqual(['quick', 'slow']);
  expect(bugs).toEqual([]);
});

test('a look whose operation is ended finds nothing', async () => {
  const { events, bugs, look } = stage({ any: { after: [], took: 1, ending: 'bug' } }, { ended: true });
  await expect(look()).rejects.toThrow('nobody foresaw this');
  expect(events.filter(({ type }) => type === 'check-finished')).toEqual([]);
  expect(bugs).toEqual([]);
});
