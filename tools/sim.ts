// `pnpm sim AREA --seeds N [--seed S] [--plant NAME] [--workers N]`: plays an area of the product against the twin's own
// world, in one process and in no time, with faults that the seed decides. Ends 0 when every invariant held in every
// seed, else 1. The same seed is the same story: `--seeds 1 --seed S` tells it.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './repository.ts';

type Simulation = {
  area: string;
  seeds: number;
  seed: number;
  plant?: string;
  workers: number;
  print(line: string): void;
};
/** The contract of the API's own harness; it lies beside what it plays. */
type SimModule = { simulate(simulation: Simulation): Promise<number> };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seeds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    plant: { type: 'string' },
    workers: { type: 'string', default: '1' },
  },
});
const path = join(root, 'apps/api/src/test-support/sim/simulate.ts');
const { simulate }: SimModule = await import(pathToFileURL(path).href);
const failures = await simulate({
  area: positionals[0] ?? '',
  seeds: Number(values.seeds),
  seed: Number(values.seed),
  workers: Number(values.workers),
  ...(values.plant === undefined ? {} : { plant: values.plant }),
  print: (line) => void process.stdout.write(`${line}\n`),
});
process.exit(failures === 0 ? 0 : 1);
