// `pnpm bench <area>`: measures one area against its bar, beside an anchor from the same run. Ends 0 or 1.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './repository.ts';

type Bench = {
  seed: number;
  graphs: number;
  runs: number;
  repository: string;
  triples: number;
  records: number;
  speed: number;
  print(line: string): void;
};
/** The contract of a harness, which lies beside what it measures; it answers whether the bar holds. */
type BenchModule = { measure(bench: Bench): Promise<boolean> };

/** Each area with its harness. */
export const areas: Readonly<Record<string, string>> = {
  apply: 'apps/api/src/test-support/bench/apply.ts',
  merge: 'packages/merge/src/test-support/bench/merge.ts',
  preflight: 'apps/api/src/test-support/bench/preflight.ts',
  spa: 'e2e/bench/spa.ts',
};

const print = (line: string): void => void process.stdout.write(`${line}\n`);

/** @returns the exit code */
export async function bench(args: string[], say = print): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      seed: { type: 'string', default: '1' },
      graphs: { type: 'string', default: '200' },
      runs: { type: 'string', default: '5' },
      repository: { type: 'string', default: root },
      triples: { type: 'string', default: '1500' },
      records: { type: 'string', default: '10000' },
      speed: { type: 'string', default: '1' },
    },
  });
  const area = positionals[0] ?? '';
  const path = Object.hasOwn(areas, area) ? areas[area] : undefined;
  if (path === undefined || positionals.length > 1) {
    say(`There is no bench “${positionals.join(' ')}”. There are: ${Object.keys(areas).join(', ')}.`);
    return 1;
  }
  const { measure }: BenchModule = await import(pathToFileURL(join(root, path)).href);
  const { seed, graphs, runs, repository, triples, records, speed } = values;
  const holds = await measure({
    seed: Number(seed),
    graphs: Number(graphs),
    runs: Number(runs),
    repository,
    triples: Number(triples),
    records: Number(records),
    speed: Number(speed),
    print: say,
  });
  say(holds ? `${area}: every bar holds` : `${area}: A BAR IS MISSED`);
  return holds ? 0 : 1;
}

if (import.meta.main) process.exit(await bench(process.argv.slice(2)));
