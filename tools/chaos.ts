// `pnpm chaos --rounds N [--store postgres|embedded] [--seed S]`: kills the API at moments that the seed decides,
// goes on as a browser does, and checks at each end that nothing was lost and nothing done twice. Ends 0 or 1.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './repository.ts';

type Store = 'embedded' | 'postgres';
type Chaos = { rounds: number; stores: readonly Store[]; seed: number; print(line: string): void };
/** The contract of the API's own harness; it lies beside what it kills. */
type ChaosModule = { playChaos(chaos: Chaos): Promise<number> };

const isStore = (name: string): name is Store => name === 'embedded' || name === 'postgres';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '10' },
    store: { type: 'string' },
    seed: { type: 'string', default: '1' },
  },
});
const { rounds, store, seed } = values;
if (store !== undefined && !isStore(store)) throw new Error('--store is embedded or postgres');

const path = join(root, 'apps/api/src/test-support/chaos/chaos.ts');
const { playChaos }: ChaosModule = await import(pathToFileURL(path).href);
const failures = await playChaos({
  rounds: Number(rounds),
  stores: store === undefined ? ['embedded', 'postgres'] : [store],
  seed: Number(seed),
  print: (line) => void process.stdout.write(`${line}\n`),
});
process.exit(failures === 0 ? 0 : 1);
