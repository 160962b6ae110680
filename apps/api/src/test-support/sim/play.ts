import { Worker } from 'node:worker_threads';
import { importPlanted, type Plant } from './plant-source.ts';

/** One story, whatever it is about. */
export interface Told {
  readonly seed: number;
  /** Invariants that don't hold, in words. */
  readonly broken: readonly string[];
  readonly lines: readonly string[];
  readonly faults: Readonly<Record<string, number>>;
}
export type Tell = (seed: number, withLines?: boolean) => Promise<Told>;

/** What can be simulated: a module that exports `tellStory`, and what may be planted in what it plays. */
export interface Area {
  readonly module: URL;
  readonly plants: Readonly<Record<string, Plant>>;
  /** What must come in the first stories that the tests play: kinds of faults, and of worlds. */
  readonly kinds: readonly string[];
  /** Seeds that once found something; always played. */
  readonly regressions: readonly number[];
}

export interface Wanted {
  readonly seeds: number;
  /** The first one; the others follow it. */
  readonly seed: number;
  readonly plant?: string;
}

export interface Played {
  readonly seeds: number;
  readonly faults: Readonly<Record<string, number>>;
  readonly broken: readonly Told[];
}

/** How many stories that went wrong are kept; more are only counted. */
const most = 20;

export async function tellerOf({ module, plants }: Area, plant?: string): Promise<Tell> {
  const planted = plant === undefined ? undefined : plants[plant];
  if (plant !== undefined && !planted) throw new Error(`--plant is one of ${Object.keys(plants).join(', ')}`);
  const loaded = planted ? importPlanted(module, plant ?? '', planted) : import(module.href);
  // The contract of an area's module.
  return ((await loaded) as { tellStory: Tell }).tellStory;
}

/** Plays seeds one after the other; stops at the first that breaks something when told so. */
export async function playSeeds(
  tell: Tell,
  seeds: Iterable<number>,
  { untilBroken = false } = {},
): Promise<Played> {
  const faults: Record<string, number> = {};
  const broken: Told[] = [];
  let count = 0;
  for (const seed of seeds) {
    const told = await tell(seed).catch((error: unknown) => {
      throw new Error(`Seed ${seed} could not be told`, { cause: error });
    });
    count += 1;
    for (const [kind, times] of Object.entries(told.faults)) faults[kind] = (faults[kind] ?? 0) + times;
    if (told.broken.length === 0) continue;
    // The same seed is the same story: it is told in full only where somebody will read it.
    if (broken.length < most) broken.push(await tell(seed, true));
    if (untilBroken) break;
  }
  return { seeds: count, faults, broken };
}

export function* range(from: number, count: number, step = 1): Generator<number> {
  for (let index = 0; index < count; index += step) yield from + index;
}

/** The same on several cores, each with every n-th seed. */
export async function playOnWorkers(area: string, wanted: Wanted, workers: number): Promise<Played> {
  const shares = await Promise.all(
    Array.from(
      { length: workers },
      (_, index) =>
        new Promise<Played>((resolve, reject) => {
          const own = {
            area,
            ...wanted,
            seed: wanted.seed + index,
            seeds: wanted.seeds - index,
            step: workers,
          };
          const worker = new Worker(new URL('share.worker.ts', import.meta.url), { workerData: own });
          worker.once('message', resolve);
          worker.once('error', reject);
        }),
    ),
  );
  const faults: Record<string, number> = {};
  for (const share of shares)
    for (const [kind, times] of Object.entries(share.faults)) faults[kind] = (faults[kind] ?? 0) + times;
  return {
    seeds: shares.reduce((sum, share) => sum + share.seeds, 0),
    faults,
    broken: shares.flatMap(({ broken }) => broken).sort((a, b) => a.seed - b.seed),
  };
}
