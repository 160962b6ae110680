/** Test support: the same suite on the embedded store and, where one answers, on PostgreSQL. */
import { afterAll, describe } from 'vitest';
import { type Fresh, freshDatabase, freshFolder, whyNoPostgres } from './fresh-store.ts';
import type { StoreConfig } from './open-store.ts';

export interface StoreFixture {
  readonly kind: 'postgres' | 'embedded';
  /** An empty database of its own; it is dropped after the suite. Several stores may open it on PostgreSQL. */
  readonly fresh: () => Promise<StoreConfig>;
}

const absent = await whyNoPostgres();
if (absent) {
  process.stderr.write(
    `\n!! PostgreSQL tests are SKIPPED: no server answers (${absent}). Set TEST_DATABASE_URL.\n`,
  );
}

export function onBothStores(title: string, suite: (fixture: StoreFixture) => void): void {
  describe(`${title}, embedded`, () => {
    suite(fixture('embedded', freshFolder));
  });
  describe.skipIf(absent)(`${title}, PostgreSQL`, () => {
    suite(fixture('postgres', freshDatabase));
  });
}

function fixture(kind: StoreFixture['kind'], open: () => Promise<Fresh>) {
  const dropped: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const drop of dropped) await drop();
  });
  return {
    kind,
    async fresh() {
      const [config, drop] = await open();
      dropped.push(drop);
      return config;
    },
  };
}
