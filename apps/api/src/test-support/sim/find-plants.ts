import { areas, isArea } from './areas.ts';
import { type Area, playSeeds, range, tellerOf } from './play.ts';

export interface Found {
  readonly plant: string;
  /** Seeds that were played until one broke something; undefined when none did. */
  readonly after?: number;
  readonly broke: readonly string[];
}

/** Plays the same seeds with each of an area's plants, until one breaks something or so many broke nothing. */
export async function* findPlants(
  area: string,
  most: number,
  names?: readonly string[],
): AsyncGenerator<Found> {
  if (!isArea(area)) throw new Error(`${area} is no area`);
  const known: Area = areas[area];
  for (const plant of names ?? Object.keys(known.plants)) {
    const tell = await tellerOf(known, plant);
    const near = known.plants[plant]?.near ?? 1;
    const { seeds, broken } = await playSeeds(tell, range(near, near + most - 1), { untilBroken: true });
    const [first] = broken;
    yield { plant, ...(first ? { after: seeds } : {}), broke: first?.broken ?? [] };
  }
}
