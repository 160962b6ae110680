/** Test support: empty databases, made in a moment. */
import { PGlite } from '@electric-sql/pglite';
import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { StoreConfig } from '../store/open-store.ts';

/** An empty store and how to be rid of it. */
export type Fresh = readonly [StoreConfig, () => Promise<void>];

const server = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** A folder whose database is already made: initdb takes seconds, a copy takes a moment. */
export async function freshFolder(): Promise<Fresh> {
  const folder = await mkdtemp(join(tmpdir(), 'portico-store-'));
  await fillFolder(folder);
  return [{ folder }, () => rm(folder, { recursive: true, force: true })];
}

/** Puts the made database where the embedded store of this folder looks for it. */
export async function fillFolder(folder: string): Promise<void> {
  await cp(await madeDatabase(), join(folder, 'database'), { recursive: true });
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
  try {
    await atServer('select 1');
    return '';
  } catch (error) {
    return `${new URL(server).host}: ${error instanceof Error ? error.message : String(error)}`;
  }
}
