/**
 * Test support: kills a process that runs an action, with a real SIGKILL, at every boundary of every step, and
 * shows that the next process goes on and that no effect happened twice.
 *
 * To put your own action through it:
 *
 *   // my-action.subject.ts: what the child process loads
 *   export const perform: SubjectModule['perform'] = ({ url }) => async (operation, verbs) =>
 *     myAction.drivers.automatic.run(await contextOn(url, operation), verbs);
 *
 *   // my-action.crash.test.ts
 *   onBothStores('my action', ({ fresh }) => {
 *     test('survives kill -9 at every boundary', async () => {
 *       await using twin = await startTwin();
 *       const report = await crashMatrix(await fresh(), {
 *         module: new URL('./my-action.subject.ts', import.meta.url).href,
 *         settings: { url: twin.url }, action: 'my-action', driver: 'automatic', pace: 1000,
 *         effects: async (operation) => twin.effectsOf(operation),  // { 'site created': 1, … }
 *       });
 *       expect(report.faults).toEqual([]);
 *     }, 300_000);
 *   });
 */
import { createJournal } from '../../journal/journal.ts';
import { type Child, startChild } from '../../store/child.ts';
import { openStore, type StoreConfig } from '../../store/open-store.ts';
import { type Chance, seeded } from '../seeded.ts';
import type { ChildOrder, ChildSays, SubjectOrder } from './crash-orders.ts';
import { systemWorld } from '../../operations/world.ts';

export interface Subject extends SubjectOrder {
  /** Kills at so many of the boundaries only, spread over the whole operation; the seed decides at which. */
  readonly sample?: { readonly count: number; readonly seed: number };
  /** What happened upstream for one operation: each effect with its count, which must be 1 at the end. */
  readonly effects: (operation: string) => Promise<Readonly<Record<string, number>>>;
}

export interface MatrixReport {
  /** Every boundary there is. */
  readonly points: readonly string[];
  /** Those at which a process was killed: all, or the sample. */
  readonly killedAt: readonly string[];
  /** Empty, or in words what went wrong at which point. */
  readonly faults: readonly string[];
}

const script = 'test-support/crash-matrix/crash-matrix.child.ts';

/** Each process first finishes what the one before left, then begins its own operation and dies in it. */
export async function crashMatrix(config: StoreConfig, subject: Subject): Promise<MatrixReport> {
  const { effects, sample, ...order } = subject;
  const run = (more: Pick<ChildOrder, 'awaited' | 'begin'>) =>
    startedChild({ config, subject: order, executor: 'one', lease: 15, asksAgain: true, ...more });
  const faults: string[] = [];
  const unharmed = await run({ awaited: [], begin: { operation: 'unharmed' } });
  const points = await pointsOf(unharmed);
  const usual = await effects('unharmed');
  const chosen = sample ? spread(points.length, sample.count, seeded(sample.seed)) : [...points.keys()];

  let before: string | undefined;
  let tries = 1;
  for (let turn = 0; turn <= chosen.length; turn += 1) {
    const dieAt = chosen[turn] ?? points.length;
    const operation = `dies-at-${dieAt}-${tries}`;
    const last = turn === chosen.length;
    const child = await run({
      awaited: before === undefined ? [] : [before],
      ...(last ? {} : { begin: { operation, dieAt } }),
    });
    const point = points[chosen[turn - 1] ?? -1] ?? '';
    for (const said of await everything(child)) {
      if (said.says === 'failed') faults.push(`${point}: ${said.error}`);
      if (said.says === 'finished' && said.outcome !== 'done')
        faults.push(`${point}: ended as ${said.outcome}`);
    }
    const ended = await child.ended;
    const missed = !last && ended !== 'SIGKILL';
    // An action whose steps run side by side doesn't pass the same points each time.
    const again = missed && ended === 0 && tries < 5;
    if (missed && !again) faults.push(`${points[dieAt]}: was not killed but ended with ${ended}`);
    if (before !== undefined) {
      const done = await effects(before);
      if (JSON.stringify(done) !== JSON.stringify(usual))
        faults.push(`${point}: effects ${JSON.stringify(done)}`);
    }
    before = last || missed ? undefined : operation;
    tries = again ? tries + 1 : 1;
    if (again) turn -= 1;
  }
  for (const [effect, times] of Object.entries(usual)) {
    if (times !== 1) faults.push(`unharmed: ${effect} happened ${times} times`);
  }
  faults.push(...(await faultsOfJournals(config)));
  return { points, killedAt: chosen.map((at) => points[at] ?? ''), faults };
}

/** One of each of `count` stretches of equal length, so that no phase of the operation is left out. */
function spread(length: number, count: number, chance: Chance): number[] {
  const stretches = Math.min(length, count);
  return Array.from({ length: stretches }, (_, n) =>
    chance.between(Math.floor((n * length) / stretches), Math.floor(((n + 1) * length) / stretches) - 1),
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

async function pointsOf(child: Child): Promise<readonly string[]> {
  const all = await everything(child);
  const failed = all.find((said) => said.says === 'failed');
  if (failed) throw new Error(failed.error);
  return all.find((said) => said.says === 'points')?.points ?? [];
}

/** One beginning, one end, every write told once, and a chain that holds. */
async function faultsOfJournals(config: StoreConfig): Promise<string[]> {
  await using store = await openStore(config);
  const journal = createJournal(store, systemWorld);
  const faults: string[] = [];
  for (const { id, title } of await store.db.selectFrom('runs').select(['id', 'title']).execute()) {
    const broken = await journal.verify(id);
    if (broken !== undefined) faults.push(`${title}: the journal breaks at ${broken}`);
    const told = (await journal.read(id, 0)).map(({ event }) =>
      event.type === 'operation-wrote' ? `${event.type} ${event.key}` : event.type,
    );
    for (const type of new Set(told)) {
      const times = told.filter((other) => other === type).length;
      if (type !== 'operation-waiting' && times > 1) faults.push(`${title}: ${type} ${times} times`);
    }
    for (const type of ['operation-started', 'operation-finished']) {
      if (!told.includes(type)) faults.push(`${title}: no ${type}`);
    }
  }
  return faults;
}
