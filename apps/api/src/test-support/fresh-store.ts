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

async function nameOfRecipe(): Promise<string> {
  const hash = createHash('sha256');
  for (const file of recipe) hash.update(await readFile(here(file)));
  return hash.digest('hex').slice(0, 16);
}

/** By a process of its own: this one may have an engine already, and can't have two. */
async function makeTables({ folder, databaseUrl }: StoreConfig): Promise<void> {
  const [code] = await once(fork(here('make-tables.child.ts'), [folder, databaseUrl ?? '']), 'exit');
  if (code !== 0) throw new Error(`The tables of the made database could not be made (${code}).`);
}

async function madeDatabase(kind: 'empty' | 'migrated'): Promise<string> {
  const cache = here('../../node_modules/.cache');
  const made = join(cache, `portico-made-${kind}-${await nameOfRecipe()}`);
  if (existsSync(made)) return made;
  const draft = join(cache, `portico-draft-${randomUUID()}`);
  const dataDir = join(draft, 'database');
  await mkdir(draft, { recursive: true });
  if (kind === 'empty') await (await PGlite.create({ dataDir })).close();
  else {
    await cp(await madeDatabase('empty'), dataDir, { recursive: true });
    await makeTables({ folder: draft });
  }
  // Two test files may make it at once: the second finds it there, which is as good.
  await rename(dataDir, made).catch((error: unknown) => {
    if (!existsSync(made)) throw error;
  });
  await rm(draft, { recursive: true, force: true });
  return made;
}

/** A database of its own on the server of TEST_DATABASE_URL, or the local one, with all its tables. Several stores may open it. */
export async function freshDatabase(): Promise<Fresh> {
  return databaseLike(await madeOnServer());
}

/** One that holds nothing at all yet. */
export const emptyDatabase = (): Promise<Fresh> => databaseLike('template1');

async function databaseLike(template: string): Promise<Fresh> {
  const name = newName();
  await atServer(`create database ${name} template ${template}`);
  return [{ folder: tmpdir(), databaseUrl: urlOf(name) }, () => drop(name)];
}

/** The database that others are copies of: the engine's tables take seconds to make. It stays on the server. */
async function madeOnServer(): Promise<string> {
  const made = `portico_made_${await nameOfRecipe()}`;
  const isThere = async () =>
    (await atServer(`select 1 from pg_database where datname = '${made}'`)).length > 0;
  if (await isThere()) return made;
  const draft = newName();
  await atServer(`create database ${draft}`);
  await makeTables({ folder: tmpdir(), databaseUrl: urlOf(draft) });
  // Two test files may make it at once: the second finds it there, which is as good.
  await atServer(`alter database ${draft} rename to ${made}`).catch(async (error: unknown) => {
    await drop(draft);
    if (!(await isThere())) throw error;
  });
  return made;
}

const newName = () => `portico_test_${randomUUID().replaceAll('-', '')}`;
const drop = async (name: string): Promise<void> =>
  void (await atServer(`drop database if exists ${name} with (force)`));

function urlOf(name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function atServer(statement: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: server, connectionTimeoutMillis: 3000 });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
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
