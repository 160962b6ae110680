import { parentPort, workerData } from 'node:worker_threads';
import { areas, isArea } from './areas.ts';
import { playSeeds, range, tellerOf, type Wanted } from './play.ts';

const { area, plant, seed, seeds, step } = workerData as Wanted & { area: string; step: number };
if (!isArea(area)) throw new Error(`${area} is no area`);
const tell = await tellerOf(areas[area], plant);
parentPort?.postMessage(await playSeeds(tell, range(seed, seeds, step)), []);
