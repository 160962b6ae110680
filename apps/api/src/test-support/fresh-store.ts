/** Test support: empty databases, made in a moment. */
import { PGlite } from '@electric-sql/pglite';
import { fork } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { StoreConfig } from '../store/open-store.ts';

/** An empty store and how to be rid of it. */
export type Fresh = readonly [StoreConfig, () => Promise<void>];

/** `none`: these tests do without, whatever is there. */
const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** A folder with an embedded database that has all its tables: to make them takes seconds, a copy a moment. */
export async function freshFolder(): Promise<Fresh> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-store-'));
  await fillFolder(folder);
  return [{ folder }, () => rm(folder, { recursive: true, force: true })];
}

/** A folder whose database holds nothing at all yet: for what is about its very first opening. */
export async function emptyFolder(): Promise<Fresh> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-store-'));
  await cp(await madeDatabase('empty'), join(folder, 'database'), { recursive: true });
  return [{ folder }, () => rm(folder, { recursive: true, force: true })];
}

/** Puts a database with all tables where the embedded store of this folder looks for it. */
export async function fillFolder(folder: string): Promise<void> {
  await cp(await madeDatabase('migrated'), join(folder, 'database'), { recursive: true });
}

const here = (path: string) => join(import.meta.dirname, path);

/** All that decides what is in a made database: the packages that make it, and our own migrations. */
const recipe = ['../../../../pnpm-lock.yaml', '../store/migrations.ts', '../store/migrate.ts'];

async function madeDatabase(kind: 'empty' | 'migrated'): Promise<string> {
  const hash = createHash('sha256');
  for (const file of recipe) hash.update(await readFile(here(file)));
  const cache = here('../../node_modules/.cache');
  const made = join(cache, `portico-made-${kind}-${hash.digest('hex').slice(0, 16)}`);
  if (existsSync(made)) return made;
  const draft = join(cache, `portico-draft-${randomUUID()}`);
  const dataDir = join(draft, 'database');
  await mkdir(draft, { recursive: true });
  if (kind === 'empty') await (await PGlite.create({ dataDir })).close();
  else {
    await cp(await madeDatabase('empty'), dataDir, { recursive: true });
    // By a process of its own: this one may have an engine already, and can't have two.
    const [code] = await once(fork(here('make-tables.child.ts'), [draft]), 'exit');
    if (code !== 0) throw new Error(`The tables of the made database could not be made (${code}).`);
  }
  // Two test files may make it at once: the second finds it there, which is as good.
  await rename(dataDir, made).catch((error: unknown) => {
    if (!existsSync(made)) throw error;
  });
  await rm(draft, { recursive: true, force: true });
  return made;
}

/** A database of its own on the server of TEST_DATABASE_URL, or the local one. Several stores may open it. */
export async function freshDatabase(): Promise<Fresh> {
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

/** Why there is no PostgreSQL for tests, in words; empty when there is one. */
export async function whyNoPostgres(): Promise<string> {
  if (server === 'none') return 'TEST_DATABASE_URL is none';
  try {
    await atServer('select 1');
    return '';
  } catch (error) {
    return `${new URL(server).host}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
