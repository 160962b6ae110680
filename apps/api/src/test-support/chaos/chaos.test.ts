import { describe, test } from 'vitest';
import { whyNoPostgres } from '../fresh-store.ts';
import { playChaos } from './chaos.ts';
import type { Severity } from './mischief.ts';

/** Each kill costs the start of a process, and on PostgreSQL half a lease: the long run is `pnpm chaos`. */
const gentle: Severity = { kills: [1, 1], killEvery: 400, faultEvery: 160 };

describe('a set-up whose API is killed and whose calls are spoilt', () => {
  test.concurrent.for(['embedded', 'postgres'] as const)(
    'ends whole, and does nothing twice: %s',
    { timeout: 300_000 },
    async (store, { expect, skip }) => {
      const absent = store === 'postgres' ? await whyNoPostgres() : '';
      if (absent)
        process.stderr.write(`\n!! Chaos on PostgreSQL is SKIPPED: no server answers (${absent}).\n`);
      skip(absent !== '', `No PostgreSQL answers (${absent}).`);
      const lines: string[] = [];
      const print = (line: string) => void lines.push(line);
      const failures = await playChaos({ rounds: 1, stores: [store], seed: 4200, severity: gentle, print });
      process.stdout.write(`${lines.join('\n')}\n`);
      expect(failures, lines.join('\n')).toBe(0);
    },
  );
});
