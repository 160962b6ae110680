// `pnpm sec:ssrf [--variants N] [--seed S] [--place WORDS]`: gives every place where an address comes from tenant data or from an
// answer N addresses that lead astray, and counts what was dialled, asked and sent. Ends 0 or 1.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { root } from './repository.ts';

type Ssrf = { variants: number; seed: number; only?: string; print(line: string): void };
/** The contract of the API's own harness; it lies beside what it attacks. */
type SsrfModule = { playSsrf(ssrf: Ssrf): Promise<number> };

const { values } = parseArgs({
  options: {
    variants: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    place: { type: 'string' },
  },
});

const path = join(root, 'apps/api/src/test-support/ssrf/ssrf.ts');
const { playSsrf }: SsrfModule = await import(pathToFileURL(path).href);
const missed = await playSsrf({
  variants: Number(values.variants),
  seed: Number(values.seed),
  ...(values.place === undefined ? {} : { only: values.place }),
  print: (line) => void process.stdout.write(`${line}\n`),
});
process.exit(missed === 0 ? 0 : 1);
