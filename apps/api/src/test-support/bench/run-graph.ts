import type { CheckId } from '@portico/contract/plan';
import { Problem } from '@portico/contract/problems';
import type { Finding } from '@portico/plan/finding';
import { emptyRun } from '@portico/plan/reduce';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { AnyCheck } from '../../checks/define-check.ts';
import { createJournal, type Journal } from '../../journal/journal.ts';
import { runChecks } from '../../plan/run-checks.ts';
import type { Store } from '../../store/open-store.ts';
import { createRuns } from '../../store/runs.ts';
import type { Targets } from '../../targets/targets.ts';
import type { Timed } from './chains.ts';
import type { Ending, Graph, Node } from './random-graph.ts';

export interface GraphRun {
  /** Milliseconds, from the command until every finding is told. */
  readonly wall: number;
  /** What was really called, in the order of the graph, with the time that each call really took. */
  readonly ran: ReadonlyMap<string, Timed>;
  readonly found: ReadonlyMap<string, Finding>;
}

const by = { id: 'ada', tenant: 'contoso', name: 'Ada' };
const now = () => new Date();
const says = { id: 'said' };
const remedy = { owner: 'you', steps: [says] } as const;
const findings = {
  ok: { state: 'ok', says },
  warn: { state: 'warn', says, remedy },
  blocked: { state: 'blocked', says, remedy },
} satisfies Record<Exclude<Ending, 'problem'>, Finding>;

/** Where a pre-flight writes what it finds. */
export interface Desk {
  readonly run: string;
  readonly journal: Pick<Journal, 'append'>;
}

/** Keeps nothing: what is measured then is the runner alone. */
export const inMemory = async (): Promise<Desk> => ({ run: 'bench', journal: { append: async () => [] } });

export async function onDisk(store: Store): Promise<Desk> {
  const { id } = await createRuns(store, { now }).ensure({ title: 'Bench', key: randomUUID(), by });
  return { run: id, journal: createJournal(store, { now }) };
}

/** The product's check runner, with made-up checks whose calls are timed. */
export async function runGraph({ run, journal }: Desk, graph: Graph): Promise<GraphRun> {
  const times = new Map<string, Timed>();
  const checks = [...graph].map(([id, node]): [string, AnyCheck] => [id, checkOf(id, node, times)]);
  const began = performance.now();
  const looked = await runChecks(
    {
      // Made-up ids: the runner only ever uses them as names.
      checks: Object.fromEntries(checks) as Record<CheckId, AnyCheck>,
      journal,
      now,
      bug: (error) => {
        throw error;
      },
    },
    {
      run,
      by,
      state: emptyRun,
      ids: [...graph.keys()] as CheckId[],
      // Made-up checks reach nothing.
      targets: () => ({}) as Targets,
    },
  );
  const wall = performance.now() - began;
  const ran = [...graph.keys()].flatMap((id) => {
    const timed = times.get(id);
    return timed ? [[id, timed] as const] : [];
  });
  return {
    wall,
    ran: new Map(ran),
    found: new Map([...looked].map(([id, { finding }]) => [id, finding])),
  };
}

function checkOf(id: string, { after, took, ending }: Node, times: Map<string, Timed>): AnyCheck {
  const message = { id: 'made-up', defaultMessage: 'Made up' };
  return {
    title: message,
    why: message,
    owner: 'you',
    after,
    observe: async () => {
      const began = performance.now();
      await wait(took);
      times.set(id, { after, took: performance.now() - began });
      if (ending === 'problem') throw new Problem('upstream-throttled');
      return ending;
    },
    judge: () => findings[ending === 'problem' ? 'ok' : ending],
  };
}
