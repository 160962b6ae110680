import { PGlite } from '@electric-sql/pglite';
import { existsSync } from 'node:fs';
import { access, constants, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { embeddedPool } from './embedded-pool.ts';
import { lockFolder } from './folder-lock.ts';
import { proveSync, type Syncs, syncForReal } from './real-fsync.ts';
import { StoreError } from './store-error.ts';

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

/** PostgreSQL inside this process, in `folder/database`. Throws `folder-locked`, `not-durable`, `database-damaged`. */
export async function openEmbedded(folder: string): Promise<Embedded> {
  const lock = await lockFolder(folder);
  const stack = new AsyncDisposableStack();
  stack.use(lock);
  try {
    const dataDir = join(folder, 'database');
    if (!existsSync(dataDir)) await create(folder, dataDir);
    const db = await opened(dataDir);
    stack.defer(() => db.close());
    const syncs = syncForReal(db);
    await proveSync(db, syncs);
    const pool = embeddedPool(db);
    stack.defer(() => pool.end());
    const kept = stack.move();
    return { pool, syncs, [Symbol.asyncDispose]: () => kept.disposeAsync() };
  } finally {
    await stack.disposeAsync();
  }
}

/** PGlite says nothing of use about files it can't read; the system does, for the first that this user may not use. */
async function opened(dataDir: string): Promise<PGlite> {
  try {
    return await PGlite.create({ dataDir, startParams });
  } catch (error) {
    for (const entry of await readdir(dataDir, { recursive: true, withFileTypes: true }))
      await access(join(entry.parentPath, entry.name), constants.R_OK | constants.W_OK);
    throw new StoreError(
      'database-damaged',
      `The embedded database in ${dataDir} can’t be opened (${String(error)}). Put back the last copy of its ` +
        'folder; a mere rehearsal begins anew when you move the folder away.',
      error,
    );
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
