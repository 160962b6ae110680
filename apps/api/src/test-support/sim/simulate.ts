import { areas, isArea } from './areas.ts';
import { type Area, type Played, playOnWorkers, playSeeds, range, tellerOf } from './play.ts';

export interface Simulation {
  readonly area: string;
  readonly seeds: number;
  readonly seed: number;
  readonly plant?: string;
  readonly workers: number;
  readonly print: (line: string) => void;
}

/** Plays an area, prints what happened and what broke, and answers how many seeds broke something. */
export async function simulate({ area, seeds, seed, plant, workers, print }: Simulation): Promise<number> {
  if (!isArea(area)) throw new Error(`The area is one of ${Object.keys(areas).join(', ')}.`);
  const known: Area = areas[area];
  const wanted = { seed, seeds, ...(plant === undefined ? {} : { plant }) };
  const began = performance.now();
  const tell = await tellerOf(known, plant);
  if (seeds === 1) for (const line of (await tell(seed, true)).lines) print(line);
  const played =
    workers > 1 ? await playOnWorkers(area, wanted, workers) : await playSeeds(tell, range(seed, seeds));
  const took = (performance.now() - began) / 1000;
  const kept = seeds === 1 ? undefined : await playSeeds(tell, known.regressions);
  const broken = [...played.broken, ...(kept?.broken ?? [])];
  for (const each of broken) {
    print(`BROKEN by seed ${each.seed}: ${each.broken.join('; ')}`);
    if (seeds > 1) for (const line of each.lines.slice(-25)) print(`     | ${line.slice(0, 300)}`);
    print(`     again: pnpm sim ${area}${plant ? ` --plant ${plant}` : ''} --seeds 1 --seed ${each.seed}`);
  }
  print(summary(played, took));
  if (plant !== undefined) print(known.plants[plant]?.says ?? '');
  return broken.length;
}

function summary({ seeds, faults, broken }: Played, took: number): string {
  const kinds = Object.entries(faults).sort(([, a], [, b]) => b - a);
  return [
    `${seeds} seeds in ${took.toFixed(1)} s, ${(seeds / took).toFixed(0)} seeds/s; ${broken.length} broke something`,
    `what went wrong: ${kinds.map(([kind, times]) => `${kind} ${times}`).join(', ')}`,
  ].join('\n');
}
