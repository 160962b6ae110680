import type { PGlite } from '@electric-sql/pglite';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { StoreError } from './store-error.ts';

/** The part of Emscripten's file system we touch; PGlite hands it out as `Module.FS` and doesn't type it. */
interface Emscripten {
  lookupPath(path: string): { node: Node };
}
interface Node {
  name: string;
  parent: Node;
  mount: { opts: { root: string } };
  stream_ops: { fsync?: (stream: { nfd?: number; node: Node }) => number };
}

export interface Syncs {
  /** How often the disk was asked to keep what it was given. */
  readonly count: number;
}

/**
 * Makes PGlite's fsync real. Emscripten's node file system has none: it answers success and does nothing
 * (pglite 0.5.16, `_fd_sync` calls `stream_ops.fsync?.()`); `fdatasync` can't be mended at all, which is why
 * the store starts with `wal_sync_method=fsync`.
 */
export function syncForReal(db: PGlite): Syncs {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- PGlite types it as an unknown of its own
  const files = db.Module.FS as unknown as Emscripten;
  const syncs = { count: 0 };
  // One object serves every file under the data folder.
  files.lookupPath('/pglite/data').node.stream_ops.fsync = (stream) => {
    if (stream.nfd === undefined) syncFolder(pathOf(stream.node));
    else fsyncSync(stream.nfd);
    syncs.count += 1;
    return 0;
  };
  return syncs;
}

/** Refuses a database that doesn't reach the disk: an insert and a checkpoint must each sync. */
export async function proveSync(db: PGlite, syncs: Syncs): Promise<void> {
  await db.exec('create table if not exists synced (at timestamptz not null); truncate synced');
  const before = syncs.count;
  await db.exec('insert into synced values (now())');
  const inserted = syncs.count;
  await db.exec('checkpoint');
  if (inserted > before && syncs.count > inserted) return;
  throw new StoreError(
    'not-durable',
    'The embedded database does not write through to the disk here, so Portico will not start on it. ' +
      'Use a PostgreSQL database (DATABASE_URL), or report this with the versions of Node and PGlite.',
  );
}

function pathOf(node: Node): string {
  const names: string[] = [];
  let at = node;
  while (at.parent !== at) {
    names.unshift(at.name);
    at = at.parent;
  }
  return [at.mount.opts.root, ...names].join('/');
}

function syncFolder(path: string): void {
  // Windows can't open a folder; its rename is durable without.
  if (process.platform === 'win32') return;
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
