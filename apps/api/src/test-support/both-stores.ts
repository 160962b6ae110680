/** Test support: the same suite on the embedded store and, where one answers, on PostgreSQL. */
import { afterAll, describe, test } from 'vitest';
import type { StoreConfig } from '../store/open-store.ts';
import {
  emptyDatabase,
  emptyFolder,
  type Fresh,
  freshDatabase,
  freshFolder,
  whyNoPostgres,
} from './fresh-store.ts';

export interface StoreFixture {
  readonly kind: 'postgres' | 'embedded';
  /** A database of its own without a row; it is dropped after the suite. Several stores may open it on PostgreSQL. */
  readonly fresh: () => Promise<StoreConfig>;
  /** One without even a table, for what is about its very first opening. */
  readonly empty: () => Promise<StoreConfig>;
}

const absent = await whyNoPostgres();
if (absent) {
  process.stderr.write(
    `\n!! PostgreSQL tests are SKIPPED: no server answers (${absent}). Set TEST_DATABASE_URL.\n`,
  );
}

export function onBothStores(title: string, suite: (fixture: StoreFixture) => void): void {
  describe(`${title}, embedded`, () => {
    suite(fixture('embedded', freshFolder, emptyFolder));
  });
  onPostgres(title, suite);
}

/** For what takes two processes on one database. */
export function onPostgres(title: string, suite: (fixture: StoreFixture) => void): void {
  describe(`${title}, PostgreSQL`, () => {
    if (absent) sayWhy(absent);
    else suite(fixture('postgres', freshDatabase, emptyDatabase));
  });
}

function fixture(
  kind: StoreFixture['kind'],
  open: () => Promise<Fresh>,
  openEmpty: () => Promise<Fresh>,
): StoreFixture {
  const dropped: (() => Promise<void>)[] = [];
  afterAll(async () => {
    for (const drop of dropped) await drop();
  });
  const kept = async (opening: Promise<Fresh>) => {
    const [config, drop] = await opening;
    dropped.push(drop);
    return config;
  };
  return { kind, fresh: () => kept(open()), empty: () => kept(openEmpty()) };
}

/** A test that is skipped shows its reason in every report. */
function sayWhy(absent: string): void {
  // oxlint-disable-next-line vitest/expect-expect -- it only ever skips
  test('needs a server', (here) => here.skip(`no PostgreSQL answers: ${absent}`));
}
