import type { Answers } from '@portico/contract/answers';
import { virtualWorld } from '@portico/microsoft/test-support/virtual-world';
import { emptyRun } from '@portico/plan/reduce';
import startMaps from '../../../actions/start-maps.ts';
import type { actions } from '../../../actions/index.ts';
import mapsRunning from '../../../checks/maps-running.ts';
import type { checks } from '../../../checks/index.ts';
import type { Perform } from '../../../operations/run-operation.ts';
import { perform } from '../../../plan/perform.ts';
import { runChecks } from '../../../plan/run-checks.ts';
import { seeded } from '../../seeded.ts';
import { emptyDisk, type Entry } from '../disk.ts';
import { type Durable, openDurable } from '../durable.ts';
import { createLife, type Life } from '../life.ts';
import { judgeEnd } from './judge-end.ts';
import { drawMischief } from './mischief.ts';
import { givePast, openPage } from './people.ts';
import { reachOf } from './reach.ts';
import { drawShape, kindsOfWorlds } from './shapes.ts';
import { alex, mona, smallWorld } from './small-world.ts';
import { createTokens } from './tokens.ts';
import { watchWrites } from './watch-writes.ts';
import { createWire } from './wire.ts';

export interface Told {
  readonly seed: number;
  readonly broken: readonly string[];
  readonly lines: readonly string[];
  /** What went wrong, and what the world was like. */
  readonly faults: Readonly<Record<string, number>>;
  readonly operations: number;
}

const [seconds, minutes] = [1000, 60_000];
/** From when on nothing goes wrong, at the latest; and how long everything may take from there. */
const [mischiefEnds, everythingEnds] = [20 * minutes, 6 * 60 * minutes];
/** Worlds are drawn apart, so that a new kind of them changes no other story. */
const ofShapes = 1_000_003;
/** Operations that people begin before they stop meddling. */
const mostTries = 4;

/** One story: a person has the maps started while things go wrong, and goes on until they run. Lines cost time. */
export async function tellStory(seed: number, withLines = false): Promise<Told> {
  const chance = seeded(seed);
  const time = virtualWorld(() => chance.next(), 1);
  const began = time.now().getTime();
  const lines: string[] = [];
  const broken: string[] = [];
  const now = () => time.now().getTime() - began;
  const tell = (line: () => string) => {
    if (withLines) lines.push(`${(now() / seconds).toFixed(1).padStart(7)} s  ${line()}`);
  };
  const breaks = (words: string) => {
    tell(() => `BROKEN ${words}`);
    broken.push(words);
  };

  const driver = chance.pick(['automatic', 'automatic', 'guided'] as const);
  const gateway = driver === 'guided' && chance.next() < 0.4 ? 'refused' : 'granted';
  const requestCompletes = chance.pick(['on-acceptance', 'after-sync'] as const);
  const decided: NonNullable<Answers['table-maps']> = {
    initialSync: chance.next() < 0.8,
    master: chance.pick(['finance-operations', 'dataverse'] as const),
    choices: {},
  };
  const mischief = drawMischief(chance);
  const switches = { requestCompletes, gatewayTokens: gateway } as const;
  const shape = drawShape(seeded(seed + ofShapes));
  const small = smallWorld({ now: time.now, chance, switches, shape });
  const { world: twin, link, wanted } = small;
  givePast(twin, link, wanted, chance);
  tell(
    () => `${driver}, gateway ${gateway}, requests complete ${requestCompletes}, ${JSON.stringify(decided)}`,
  );
  tell(() => link.maps.map(({ name, state }) => `${name}: ${state}`).join('; '));

  const disk = emptyDisk();
  const tokens = createTokens(gateway);
  const page = openPage(twin, link, wanted, tell);
  let tries = 0;
  const anyMap = () => chance.pick(page.wanted);
  const current = () => `op-${tries}`;
  const watch = watchWrites({
    twin,
    link,
    decided,
    operation: current,
    broken: breaks,
    touched: () => page.clicked > 0,
  });
  const throttledUntil = () =>
    Math.max(
      0,
      ...[...disk.waits]
        .filter(([key, { kind }]) => kind === 'throttle' && key.startsWith(`${current()} `))
        .map(([, { next_at }]) => next_at.getTime()),
    );
  const means = { twin, link, time, chance, mischief, tokens, watch, page, tell };
  const cancel = () => void (mischief.over || engine.cancel(current(), alex));
  const wire = createWire({ ...means, throttledUntil, cancel, broken: breaks });
  const ended = new Map<string, (entry: Entry) => void>();
  disk.heard.add((entry) => {
    const { event } = entry;
    tell(() => wordsOf(entry));
    if (event.type === 'operation-finished') ended.get(event.operation)?.(entry);
  });

  let engine: Durable;
  function boot(): void {
    const life: Life = createLife({
      dies: () => mischief.strikes('crash'),
      died(where) {
        tell(() => `the process dies: ${where}`);
        void time.sleep(chance.between(1, chance.pick([1, 5, 90])) * seconds).then(boot);
      },
    });
    const reach = reachOf({ wire, life, time, tokens, link, answers: { 'table-maps': decided } });
    const report = (message: string, fields: object) => breaks(`${message}: ${JSON.stringify(fields)}`);
    engine = openDurable({ disk, life, world: time, perform: performing(reach, time.now, breaks), report });
    engine.resume();
  }
  boot();

  const later = (most: number, act: () => unknown) =>
    void time.sleep(chance.between(1, most)).then(() => mischief.over || act());
  if (mischief.strikes('sign-in ends')) later(6 * minutes, endSignIn);
  if (mischief.strikes('somebody starts a map'))
    later(3 * minutes, () => page.run([anyMap()], chance.next() < 0.8));
  if (mischief.strikes('cancelled')) later(4 * minutes, cancel);
  if (mischief.strikes('nudged')) later(4 * minutes, () => engine.nudge(current()));
  if (driver === 'guided') {
    later(minutes, () => page.run([anyMap()], true));
    later(3 * minutes, () => page.run(page.wanted, decided.initialSync));
  }

  function endSignIn(): void {
    tell(() => 'the sign-in ends');
    tokens.end(alex.id);
    const takesOver = mischief.strikes('colleague takes over');
    void time.sleep(chance.between(5, 400) * seconds).then(async () => {
      tell(() => (takesOver ? 'a colleague takes over' : 'and there is another'));
      if (takesOver) return engine.takeOver(current(), mona);
      tokens.signIn(alex.id);
      return engine.wakeWaiting({ tenant: alex.tenant, person: alex.id });
    });
  }

  /** From here on nothing goes wrong, and whoever has to do something does it within a minute, again and again. */
  async function mend(): Promise<void> {
    mischief.end();
    tell(() => 'from here on nothing goes wrong');
    for (const row of small.customers) if (row['InvoiceAccount'] === 'NOBODY') row['InvoiceAccount'] = '';
    tokens.signIn(alex.id);
    for (;;) {
      if (driver === 'guided') {
        page.resume();
        page.run(page.wanted, decided.initialSync);
      }
      await engine.wakeWaiting({ tenant: alex.tenant, person: alex.id });
      await time.sleep(minutes);
    }
  }
  void time.sleep(mischiefEnds).then(() => (mischief.over ? undefined : mend()));

  async function play(): Promise<void> {
    const late = time.sleep(everythingEnds).then(() => undefined);
    for (;;) {
      tries += 1;
      const clean = mischief.over;
      const end = new Promise<Entry>((resolve) => ended.set(current(), resolve));
      await engine.start({ operation: current(), action: 'start-maps', driver, by: alex });
      const entry = await Promise.race([end, late]);
      if (!entry) return breaks(`hangs: ${disk.journal.at(-1)?.event.type} was the last that was told`);
      const outcome = judgeEnd({ twin, link, wanted, watch, disk, gateway, entry, broken: breaks });
      if (outcome === 'done' || broken.length > 0) return;
      if (clean) return breaks(`doesn’t go on: a start with nothing in the way ends ${outcome}`);
      if (tries >= mostTries && !mischief.over) void mend();
      await time.sleep(mischief.over ? 5 * minutes : chance.pick([1, 20, 120]) * seconds);
    }
  }
  await time.run(play());
  const worlds = Object.fromEntries(kindsOfWorlds.filter((kind) => shape[kind]).map((kind) => [kind, 1]));
  return { seed, broken, lines, faults: { ...mischief.counts, ...worlds }, operations: tries };
}

/** As `performOn` ties operations to actions, for the one action that is played here. */
const performing =
  (reach: ReturnType<typeof reachOf>, now: () => Date, broken: (words: string) => void): Perform =>
  (operation, verbs) => {
    const person = {
      tenant: operation.by.tenant,
      get id() {
        return operation.by.id;
      },
    };
    const holds = { running: false, finding: { state: 'ok', says: { id: 'held' } } } as const;
    const state = { ...emptyRun, checks: { 'maps-resolved': holds, 'map-prerequisites': holds } };
    return perform(
      {
        // Of both registries only what is asked for.
        actions: { 'start-maps': startMaps } as unknown as typeof actions,
        targets: async () => reach({ person, patience: 'durable', evidence: (seen) => verbs.saw(seen) }),
        prove: (ids) =>
          runChecks(
            {
              checks: { 'maps-running': mapsRunning } as unknown as typeof checks,
              journal: { append: async () => [] },
              now,
              bug: (error) => broken(`a check met a bug: ${String(error)}`),
            },
            {
              run: 'run',
              state,
              by: operation.by,
              ids,
              targets: (evidence) => reach({ person, patience: 'interactive', evidence, memo: {} }),
            },
          ),
      },
      { action: 'start-maps', driver: operation.driver },
      verbs,
    );
  };

function wordsOf({ event }: Entry): string {
  const { type, ...more } = event;
  return `${type} ${JSON.stringify(more)}`;
}
