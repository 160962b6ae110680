/**
 * Test support: kills a process that runs an action, with a real SIGKILL, at every boundary of every step, and
 * shows that the next process goes on and that no effect happened twice. The plan's actions are put through it by
 * `in-the-twin.ts`; anything else can be, as a `Subject` of its own.
 */
import { createJournal } from '../../journal/journal.ts';
import { systemWorld } from '../../operations/world.ts';
import { type Child, startChild } from '../../store/child.ts';
import { openStore, type StoreConfig } from '../../store/open-store.ts';
import type { ChildOrder, ChildSays, Part, SubjectOrder } from './crash-orders.ts';

export interface Subject extends SubjectOrder {
  /** A world of its own for each operation: in a used one the next would find everything done. */
  readonly upstream: () => Promise<Upstream>;
}

export interface Upstream extends AsyncDisposable {
  /** For the subject's module; goes through JSON. */
  readonly settings: unknown;
  /** What is true up there: each effect with how often it happened, which must be once. */
  readonly effects: () => Readonly<Record<string, number>>;
  /** How many writes arrived there. The journal must tell of as many. */
  readonly writes: () => number;
}

/** Which boundaries of a subject to kill at. */
export type Pick = (subject: Subject, points: readonly string[]) => readonly string[];

export interface MatrixReport {
  readonly subjects: readonly {
    readonly name: string;
    /** Every boundary there is. */
    readonly points: readonly string[];
    /** Those at which a process was killed. */
    readonly killedAt: readonly string[];
  }[];
  /** Empty, or in words what went wrong at which point. */
  readonly faults: readonly string[];
}

const script = 'test-support/crash-matrix/crash-matrix.child.ts';

/** An action whose steps run side by side doesn't pass the same points each time. */
const mostTries = 5;

/** Milliseconds after which a process is stuck. It needs a few seconds, and on a busy machine a minute. */
const patience = 600_000;

/** Each process first finishes what the one before left, then begins its own operation and dies in it. */
export async function crashMatrix(
  config: StoreConfig,
  subjects: readonly Subject[],
  pick: Pick,
): Promise<MatrixReport> {
  const faults: string[] = [];
  const run: Run = async (awaited, begins, where) => {
    const order = { config, executor: 'one', lease: 15, asksAgain: true } as const;
    const child = await startedChild({ ...order, awaited, begins });
    let stuck = false;
    const late = setTimeout(() => {
      stuck = true;
      void child.kill();
    }, patience);
    const said = await everything(child);
    clearTimeout(late);
    if (stuck) throw new Error(`${where}: does not come to its end. ${faults.join('\n')}`);
    for (const each of said) {
      if (each.says === 'failed') faults.push(`${where}: ${each.error}`);
      if (each.says === 'finished' && each.outcome !== 'done')
        faults.push(`${where}: ${each.operation} ended as ${each.outcome}`);
    }
    return { said, ended: await child.ended };
  };

  const plans = await unharmed(subjects, run);
  // Without them there is nothing to compare with.
  if (faults.length > 0) throw new Error(faults.join('\n'));
  for (const { name, effects } of plans)
    for (const [effect, times] of Object.entries(effects))
      if (times !== 1) faults.push(`${name}, unharmed: ${effect} happened ${times} times`);
  const chosen = plans.map((plan) => ({ ...plan, killedAt: pick(plan.subject, plan.points) }));
  /** Writes that arrived upstream, by operation. */
  const arrived = new Map(plans.map(({ operation, writes }) => [operation, writes]));

  /** Whose process died, and what its operation has to come to. */
  let before: (Begun & { at: string; usual: string }) | undefined;
  const finish = async (begins: ChildOrder['begins']) => {
    const { ended } = await run(before ? [before.part] : [], begins, before?.at ?? 'the first');
    if (before) {
      const effects = JSON.stringify(before.upstream.effects());
      if (effects !== before.usual) faults.push(`${before.at}: effects ${effects}`);
      arrived.set(before.part.operation, before.upstream.writes());
      await before.upstream[Symbol.asyncDispose]();
      before = undefined;
    }
    return ended;
  };
  const victims = chosen.flatMap((plan) => plan.killedAt.map((dieAt) => ({ ...plan, dieAt })));
  for (const { subject, name, effects, dieAt } of victims) {
    const at = `${name}, ${dieAt}`;
    for (let tries = 1; ; tries += 1) {
      const begun = await begin(subject, `${at}, ${tries}`);
      const ended = await finish([{ ...begun.part, dieAt }]);
      if (ended === 'SIGKILL') {
        before = { ...begun, at, usual: JSON.stringify(effects) };
        break;
      }
      arrived.set(begun.part.operation, begun.upstream.writes());
      await begun.upstream[Symbol.asyncDispose]();
      if (ended === 0 && tries < mostTries) continue;
      faults.push(`${at}: was not killed but ended with ${ended}`);
      break;
    }
  }
  await finish([]);
  faults.push(...(await faultsOfJournals(config, arrived)));
  return { faults, subjects: chosen };
}

type Run = (
  awaited: ChildOrder['awaited'],
  begins: ChildOrder['begins'],
  where: string,
) => Promise<{ readonly said: readonly ChildSays[]; readonly ended: string | number | null }>;

interface Begun {
  readonly part: Part;
  readonly upstream: Upstream;
}

async function begin(subject: Subject, operation: string): Promise<Begun> {
  const { module, action, driver, pace } = subject;
  const upstream = await subject.upstream();
  const { settings } = upstream;
  return { upstream, part: { operation, settings, subject: { module, action, driver, pace } } };
}

/** Each subject once from beginning to end: the boundaries there are, and what it comes to. */
async function unharmed(subjects: readonly Subject[], run: Run) {
  const begun = await Promise.all(
    subjects.map(async (subject) => {
      const name = `${subject.action} (${subject.driver})`;
      return { subject, name, ...(await begin(subject, `${name}, unharmed`)) };
    }),
  );
  const parts = begun.map(({ part }) => part);
  const { said } = await run([], parts, 'unharmed');
  return Promise.all(
    begun.map(async ({ subject, name, part, upstream }) => {
      const points = said.flatMap((each) =>
        each.says === 'points' && each.operation === part.operation ? each.points : [],
      );
      const [effects, writes] = [upstream.effects(), upstream.writes()];
      await upstream[Symbol.asyncDispose]();
      return { subject, name, operation: part.operation, points, effects, writes };
    }),
  );
}

/** A child under orders, launched: it says so before it waits for anything. */
export async function startedChild(order: ChildOrder): Promise<Child> {
  const child = startChild(script);
  child.tell(order);
  return child;
}

/** All that a child says until it is gone. */
async function everything(child: Child): Promise<ChildSays[]> {
  const all: ChildSays[] = [];
  for (;;) {
    const said = await child.next();
    if (typeof said !== 'object' || said === null || !('says' in said)) return all;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only crash-matrix.child.ts talks here
    all.push(said as ChildSays);
  }
}

/** One beginning, one end, everything told once, every write told and nothing else, and a chain that holds. */
async function faultsOfJournals(
  config: StoreConfig,
  arrived: ReadonlyMap<string, number>,
): Promise<string[]> {
  await using store = await openStore(config);
  const journal = createJournal(store, systemWorld);
  const faults: string[] = [];
  for (const { id, title } of await store.db.selectFrom('runs').select(['id', 'title']).execute()) {
    const broken = await journal.verify(id);
    if (broken !== undefined) faults.push(`${title}: the journal breaks at ${broken}`);
    const told = (await journal.read(id, 0)).flatMap(({ event }) => {
      if (event.type === 'operation-wrote') return [`${event.type} ${event.key}`];
      if (event.type === 'operation-said') return [`${event.type} ${JSON.stringify(event.says)}`];
      // Waits are told as often as they must be.
      return /^operation-(?!waiting)/.test(event.type) ? [event.type] : [];
    });
    for (const each of new Set(told)) {
      const times = told.filter((other) => other === each).length;
      if (times > 1) faults.push(`${title}: ${each} ${times} times`);
    }
    for (const type of ['operation-started', 'operation-finished']) {
      if (!told.includes(type)) faults.push(`${title}: no ${type}`);
    }
    const wrote = told.filter((each) => each.startsWith('operation-wrote'));
    if (wrote.length !== arrived.get(title))
      faults.push(`${title}: ${arrived.get(title)} writes arrived, and ${wrote.join(', ') || 'none'} told`);
  }
  return faults;
}
