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
import { createJournal } from '../journal/journal.ts';
import { type Child, startChild } from '../store/child.ts';
import { openStore, type StoreConfig } from '../store/open-store.ts';
import type { ChildOrder, ChildSays, SubjectOrder } from './crash-orders.ts';
import { systemWorld } from './world.ts';

export interface Subject extends SubjectOrder {
  /** What happened upstream for one operation: each effect with its count, which must be 1 at the end. */
  readonly effects: (operation: string) => Promise<Readonly<Record<string, number>>>;
}

export interface MatrixReport {
  /** Every boundary at which a process was killed. */
  readonly points: readonly string[];
  /** Empty, or in words what went wrong at which point. */
  readonly faults: readonly string[];
}

const script = 'operations/crash-matrix.child.ts';

/** Each process first finishes what the one before left, then begins its own operation and dies in it. */
export async function crashMatrix(config: StoreConfig, subject: Subject): Promise<MatrixReport> {
  const { effects, ...order } = subject;
  const run = (more: Pick<ChildOrder, 'awaited' | 'begin'>) =>
    startedChild({ config, subject: order, executor: 'one', lease: 15, asksAgain: true, ...more });
  const faults: string[] = [];
  const unharmed = await run({ awaited: [], begin: { operation: 'unharmed' } });
  const points = await pointsOf(unharmed);
  const usual = await effects('unharmed');

  let before: string | undefined;
  let tries = 1;
  for (let dieAt = 0; dieAt <= points.length; dieAt += 1) {
    const operation = `dies-at-${dieAt}-${tries}`;
    const last = dieAt === points.length;
    const child = await run({
      awaited: before === undefined ? [] : [before],
      ...(last ? {} : { begin: { operation, dieAt } }),
    });
    const point = points[dieAt - 1] ?? '';
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
    if (again) dieAt -= 1;
  }
  for (const [effect, times] of Object.entries(usual)) {
    if (times !== 1) faults.push(`unharmed: ${effect} happened ${times} times`);
  }
  faults.push(...(await faultsOfJournals(config)));
  return { points, faults };
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
