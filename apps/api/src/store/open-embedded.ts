import { PGlite } from '@electric-sql/pglite';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { embeddedPool } from './embedded-pool.ts';
import { lockFolder } from './folder-lock.ts';
import { proveSync, type Syncs, syncForReal } from './real-fsync.ts';

// Without -F PostgreSQL syncs; with fsync instead of fdatasync the call reaches us (see real-fsync.ts).
const startParams = [
  ...PGlite.defaultStartParams.filter((flag) => flag !== '-F'),
  '-c',
  'wal_sync_method=fsync',
];

export interface Embedded extends AsyncDisposable {
  readonly pool: Pool;
  readonly syncs: Syncs;
}

/** PostgreSQL inside this process, in `folder/database`. Throws `folder-locked` and `not-durable`. */
export async function openEmbedded(folder: string): Promise<Embedded> {
  const lock = await lockFolder(folder);
  const stack = new AsyncDisposableStack();
  stack.use(lock);
  try {
    const dataDir = join(folder, 'database');
    if (!existsSync(dataDir)) await create(folder, dataDir);
    const db = await PGlite.create({ dataDir, startParams });
    stack.defer(() => db.close());
    const syncs = syncForReal(db);
    await proveSync(db, syncs);
    const pool = embeddedPool(db);
    stack.defer(() => pool.end());
    const opened = stack.move();
    return { pool, syncs, [Symbol.asyncDispose]: () => opened.disposeAsync() };
  } finally {
    await stack.disposeAsync();
  }
}

/** Made aside, synced and moved into place: a crash in the middle leaves nothing that looks like a database. */
async function create(folder: string, dataDir: string): Promise<void> {
  const draft = `${dataDir}.new`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const db = await PGlite.create({ dataDir: draft, startParams });
  await db.close();
  for (const entry of await readdir(draft, { recursive: true, withFileTypes: true })) {
    await sync(join(entry.parentPath, entry.name), entry.isDirectory());
  }
  await rename(draft, dataDir);
  await sync(folder, true);
}

async function sync(path: string, isFolder: boolean): Promise<void> {
  // Windows can't open a folder, and wants a file opened for writing.
  if (isFolder && process.platform === 'win32') return;
  const handle = await open(path, isFolder ? 'r' : 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
