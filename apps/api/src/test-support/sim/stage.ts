import { type VirtualWorld, virtualWorld } from '@portico/microsoft/test-support/virtual-world';
import type { Driver } from '@portico/plan/action';
import type { ActionId } from '@portico/contract/plan';
import type { Perform } from '../../operations/run-operation.ts';
import { type Chance, seeded } from '../seeded.ts';
import { type Disk, emptyDisk, type Entry } from './disk.ts';
import { type Durable, openDurable } from './durable.ts';
import { createLife, type Life } from './life.ts';
import type { CallFault, Mischief } from './mischief.ts';
import { alex, mona } from './persons.ts';
import type { Tokens } from './tokens.ts';

const [seconds, minutes] = [1000, 60_000];
/** From when on nothing goes wrong, at the latest; and how long everything may take from there. */
const [mischiefEnds, everythingEnds] = [20 * minutes, 6 * 60 * minutes];
/** Operations that people begin for one thing before they stop meddling. */
const mostTries = 4;

/** Where one story is told: its time, its chance, what survives a crash, and what is said of it. */
export interface Stage {
  readonly chance: Chance;
  readonly time: VirtualWorld;
  readonly disk: Disk;
  readonly lines: readonly string[];
  readonly broken: readonly string[];
  /** Lines cost time: they are made only where somebody reads them. */
  readonly tell: (line: () => string) => void;
  /** An invariant that doesn't hold. */
  readonly breaks: (words: string) => void;
}

export function openStage(seed: number, withLines: boolean): Stage {
  const chance = seeded(seed);
  const time = virtualWorld(() => chance.next(), 1);
  const began = time.now().getTime();
  const lines: string[] = [];
  const broken: string[] = [];
  const tell = (line: () => string) => {
    const now = (time.now().getTime() - began) / seconds;
    if (withLines) lines.push(`${now.toFixed(1).padStart(7)} s  ${line()}`);
  };
  const breaks = (words: string) => {
    tell(() => `BROKEN ${words}`);
    broken.push(words);
  };
  return { chance, time, disk: emptyDisk(), lines, broken, tell, breaks };
}

/** What people do until it is done: they begin operations, and whatever happens to them meanwhile. */
export interface Players {
  /** The operation that was begun last. */
  readonly current: () => string;
  /** The first process starts. */
  boot(): void;
  cancel(): void;
  /** The same, whether or not anything goes wrong still: somebody has seen that it leads nowhere. */
  giveUp(): void;
  /** At some moment within so many milliseconds, unless everything has calmed down by then. */
  later(most: number, act: () => unknown): void;
  nudge(): void;
  endSignIn(): void;
  play(): Promise<number>;
}

interface Means {
  readonly stage: Stage;
  readonly mischief: Mischief<CallFault>;
  readonly tokens: Tokens;
  /** Which one is begun next. */
  readonly action: ActionId | (() => ActionId);
  readonly driver: Driver;
  /** The product in one process. */
  readonly perform: (life: Life) => Perform;
  /** What holds now that an operation has ended; answers how it ended: `done`, or `on` when there is more to do. */
  readonly judge: (entry: Entry) => string;
  /** Somebody reads how it ended, and decides anew. */
  readonly decide?: (entry: Entry) => boolean | Promise<boolean>;
  /** Once, when nothing goes wrong any more. */
  readonly calm?: () => void;
  /** Each minute from then on: whoever has to do something does it. */
  readonly again?: () => void;
}

export function openPlayers(means: Means): Players {
  const { stage, mischief, tokens, action, driver, perform, judge, decide, calm, again } = means;
  const { chance, time, disk, tell, breaks } = stage;
  let tries = 0;
  const current = () => `op-${tries}`;
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
    const report = (message: string, fields: object) => breaks(`${message}: ${JSON.stringify(fields)}`);
    engine = openDurable({ disk, life, world: time, perform: perform(life), report });
    engine.resume();
  }

  /** From here on nothing goes wrong, and whoever has to do something does it within a minute, again and again. */
  async function mend(): Promise<void> {
    mischief.end();
    tell(() => 'from here on nothing goes wrong');
    calm?.();
    tokens.signIn(alex.id);
    for (;;) {
      again?.();
      await engine.wakeWaiting({ tenant: alex.tenant, person: alex.id });
      await time.sleep(minutes);
    }
  }

  async function play(): Promise<void> {
    let [decided, since] = [0, 0];
    const late = time.sleep(everythingEnds).then(() => undefined);
    for (;;) {
      tries += 1;
      since += 1;
      const clean = mischief.over;
      const end = new Promise<Entry>((resolve) => ended.set(current(), resolve));
      const begun = typeof action === 'string' ? action : action();
      await engine.start({ operation: current(), action: begun, driver, by: alex });
      const entry = await Promise.race([end, late]);
      if (!entry) return breaks(`hangs: ${disk.journal.at(-1)?.event.type} was the last that was told`);
      const outcome = judge(entry);
      if (outcome === 'done' || stage.broken.length > 0) return;
      // Who was told no for a reason decides otherwise, twice at most; then it must go on.
      const anew = (await decide?.(entry)) ?? false;
      if (outcome === 'on') [decided, since] = [0, 0];
      else if (clean && !(anew && (decided += 1) <= 2))
        return breaks(`doesn’t go on: a start with nothing in the way ends ${outcome}`);
      if (since >= mostTries && !mischief.over) void mend();
      await time.sleep(mischief.over ? 5 * minutes : chance.pick([1, 20, 120]) * seconds);
    }
  }

  return {
    current,
    boot,
    giveUp: () => void engine.cancel(current(), alex),
    cancel: () => void (mischief.over || engine.cancel(current(), alex)),
    nudge: () => void engine.nudge(current()),
    later: (most, act) => void time.sleep(chance.between(1, most)).then(() => mischief.over || act()),
    endSignIn() {
      tell(() => 'the sign-in ends');
      tokens.end(alex.id);
      const takesOver = mischief.strikes('colleague takes over');
      void time.sleep(chance.between(5, 400) * seconds).then(async () => {
        tell(() => (takesOver ? 'a colleague takes over' : 'and there is another'));
        if (takesOver) return engine.takeOver(current(), mona);
        tokens.signIn(alex.id);
        return engine.wakeWaiting({ tenant: alex.tenant, person: alex.id });
      });
    },
    async play() {
      void time.sleep(mischiefEnds).then(() => (mischief.over ? undefined : mend()));
      await time.run(play());
      return tries;
    },
  };
}

function wordsOf({ event }: Entry): string {
  const { type, ...more } = event;
  return `${type} ${JSON.stringify(more)}`;
}
