/** Test support: the same suite on the embedded store and, where one answers, on PostgreSQL. */
import { PGlite } from '@electric-sql/pglite';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, describe, test } from 'vitest';
import type { StoreConfig } from '../store/open-store.ts';

export interface StoreFixture {
  readonly kind: 'postgres' | 'embedded';
  /** An empty database of its own; it is dropped after the suite. Several stores may open it on PostgreSQL. */
  readonly fresh: () => Promise<StoreConfig>;
}

const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const absent = await whyAbsent(server);
if (absent) {
  process.stderr.write(
    `\n!! PostgreSQL tests are SKIPPED: no server answers (${absent}). Set TEST_DATABASE_URL.\n`,
  );
}

export function onBothStores(title: string, suite: (fixture: StoreFixture) => void): void {
  describe(`${title}, embedded`, () => {
    suite(fixture('embedded', freshFolder));
  });
  onPostgres(title, suite);
}

/** For what takes two processes on one database. */
export function onPostgres(title: string, suite: (fixture: StoreFixture) => void): void {
  describe(`${title}, PostgreSQL`, () => {
    if (absent) sayWhy(absent);
    else suite(fixture('postgres', freshDatabase));
  });
}

function fixture(kind: StoreFixture['kind'], open: () => Promise<[StoreConfig, () => Promise<void>]>) {
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

/** A folder whose database is already made: initdb takes seconds, a copy takes a moment. */
export async function freshFolder(): Promise<[StoreConfig, () => Promise<void>]> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-store-'));
  await cp(await madeDatabase(), join(folder, 'database'), { recursive: true });
  return [{ folder }, () => rm(folder, { recursive: true, force: true })];
}

async function madeDatabase(): Promise<string> {
  const cache = join(import.meta.dirname, '../../node_modules/.cache');
  const made = join(cache, 'portico-made-database-0.5.16');
  if (existsSync(made)) return made;
  const draft = `${made}-${randomUUID()}`;
  await mkdir(cache, { recursive: true });
  const db = await PGlite.create({ dataDir: draft });
  await db.close();
  // Two test files may make it at once: the second finds it there, which is as good.
  await rename(draft, made).catch(() => rm(draft, { recursive: true, force: true }));
  return made;
}

async function freshDatabase(): Promise<[StoreConfig, () => Promise<void>]> {
  const name = `portico_test_${randomUUID().replaceAll('-', '')}`;
  await atServer(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;

  return [
    { folder: tmpdir(), databaseUrl: url.href },
    () => atServer(`drop database if exists ${name} with (force)`),
  ];
}

async function atServer(statement: string): Promise<void> {
  const client = new Client({ connectionString: server, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function whyAbsent(url: string): Promise<string> {
  try {
    await atServer('select 1');
    return '';
  } catch (error) {
    return `${new URL(url).host}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** A test that is skipped shows its reason in every report. */
function sayWhy(absent: string): void {
  // oxlint-disable-next-line vitest/expect-expect -- it only ever skips
  test('needs a server', (here) => here.skip(`no PostgreSQL answers: ${absent}`));
}
