import { randomUUID } from 'node:crypto';
import { link, mkdir, readdir, readFile, rename, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from './error-code.ts';
import { identityOf, isAlive, type ProcessIdentity } from './holder.ts';
import { StoreError } from './store-error.ts';

const prefix = 'holder.';

/**
 * Takes the folder for this process, or throws `folder-locked`. PGlite doesn't guard its files: two processes
 * on one folder lose rows without a word.
 *
 * The holder is the file `holder.<n>` with the highest number. Taking over means to `link` the next number,
 * which only one can; numbers only grow, so nobody removes a lock that was taken meanwhile.
 */
export async function lockFolder(folder: string): Promise<AsyncDisposable> {
  // PGlite makes its files writable for everybody; so nobody else may come in here.
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mine = join(folder, `.holder-${process.pid}-${randomUUID()}`);
  await writeFile(mine, JSON.stringify(identityOf(process.pid)), { flush: true });
  try {
    const path = await take(folder, mine);
    return {
      async [Symbol.asyncDispose]() {
        const freed = `${mine}-freed`;
        await writeFile(freed, JSON.stringify({ pid: 0, started: '' }), { flush: true });
        await rename(freed, path);
      },
    };
  } finally {
    await unlink(mine);
  }
}

async function take(folder: string, mine: string): Promise<string> {
  for (;;) {
    const last = Math.max(0, ...(await numbers(folder)));
    const holder = last > 0 ? await holderOf(pathOf(folder, last)) : undefined;
    if (holder && holder.pid !== 0 && isAlive(holder)) {
      throw new StoreError(
        'folder-locked',
        `The data folder ${folder} is in use by process ${holder.pid}. ` +
          'Stop that process, or give this one another folder (PORTICO_DATA) or a PostgreSQL database (DATABASE_URL).',
      );
    }
    const next = last + 1;
    if (!(await linked(mine, pathOf(folder, next)))) continue;
    // Somebody may have gone further since we looked; then this number was free only because it is history.
    const now = await numbers(folder);
    if (Math.max(...now) > next) {
      await forget(pathOf(folder, next));
      continue;
    }
    await Promise.all(now.filter((n) => n < next).map((n) => forget(pathOf(folder, n))));
    return pathOf(folder, next);
  }
}

const pathOf = (folder: string, n: number) => join(folder, `${prefix}${n}`);

const numbers = async (folder: string): Promise<number[]> =>
  (await readdir(folder))
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter((n) => Number.isSafeInteger(n));

/** Undefined when the file is gone or unreadable: then its holder is history. */
async function holderOf(path: string): Promise<ProcessIdentity | undefined> {
  try {
    const { pid, started }: ProcessIdentity = JSON.parse(await readFile(path, 'utf8'));
    return { pid, started };
  } catch {
    return undefined;
  }
}

async function linked(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

async function forget(path: string): Promise<void> {
  await unlink(path).catch((error: unknown) => {
    if (errorCode(error) !== 'ENOENT') throw error;
  });
}
