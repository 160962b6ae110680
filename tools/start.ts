// `npm start`: builds the web app when it changed, starts the API and says where it is.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeOf, root } from './repository.ts';
import { stopWhenAlone } from './starter/alone.mjs';
import { inWords, StarterProblem } from './starter/explain.mjs';
import { Interrupted } from './starter/run.mjs';
import { stopOnSignals } from './stop.ts';
import { ensureWebBuilt, webFolder } from './web-build.ts';

/** What `apps/api/src/start.ts` is handed. Everything else it reads from its own configuration. */
export type StartOptions = {
  /** Absolute folder of the built web app, to be served. */
  webFolder: string;
};

/** What it gives back: the address to open, such as `http://localhost:4700`, and the way to stop. */
export type Started = { address: string; rehearsal: boolean; close(): Promise<void> };

/** The contract of `apps/api/src/start.ts`. Expected failures carry a `code` and explain themselves. */
export type StartModule = {
  /** Throws all that is wrong with the settings, before anything is built or opened. */
  checkSettings(): unknown;
  start(options: StartOptions): Promise<Started>;
};

/** @returns whole sentences for a failure a person can mend, or undefined for a bug */
export function explainStart(error: unknown): string | undefined {
  // What failed first is why; closing what was open then failed too, on the same full disk for instance.
  if (error instanceof SuppressedError) return explainStart(error.suppressed);
  if (error instanceof StarterProblem) return inWords(error).trim();
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return (
        `Portico could not start because this user may not use its data folder (${error.message}). ` +
        'Give the folder and all that is in it to this user (a start as root makes it root’s), ' +
        'or set PORTICO_DATA to another folder.'
      );
    case 'EEXIST':
    case 'ENOTDIR':
      return (
        `Portico could not start because something is in the way of its data folder (${error.message}). ` +
        'Set PORTICO_DATA to a folder.'
      );
    case 'ENOSPC':
      return `Portico could not start because the disk is full (${error.message}). Free at least 1 GB.`;
    case 'settings':
      return error.message;
    default:
      // Node's own codes (ERR_…) are bugs of ours: those keep their stack.
      if (code === undefined || code.startsWith('ERR_')) return undefined;
      // The API explains its own expected failures in whole sentences; we only pass them on.
      return `Portico could not start. ${error.message}`;
  }
}

async function loadApi(): Promise<StartModule> {
  const path = join(root, 'apps', 'api', 'src', 'start.ts');
  if (!existsSync(path)) {
    throw Object.assign(new Error('apps/api/src/start.ts does not exist yet.'), { code: 'not-there-yet' });
  }
  // A path made at run time, so that the tools can be checked before the API exists.
  const loaded: StartModule = await import(pathToFileURL(path).href);
  return loaded;
}

async function main(): Promise<void> {
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const api = await loadApi();
  api.checkSettings();
  await ensureWebBuilt(say);
  const started = await api.start({ webFolder });
  stopOnSignals(() => started.close(), say);
  const where = started.rehearsal
    ? 'an imitation of the Microsoft cloud; nothing leaves this machine'
    : 'the Microsoft cloud; what you start there is real';
  process.stdout.write(`Portico works with ${where}.\nOpen ${started.address}\n`);
}

if (import.meta.main) {
  stopWhenAlone();
  // A terminal that was closed takes no more words; that must not keep us from stopping cleanly.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
  try {
    await main();
  } catch (error) {
    if (error instanceof Interrupted) process.exit(error.exitCode);
    const words = explainStart(error);
    if (words === undefined) throw error;
    process.stderr.write(`\n${words}\n`);
    process.exitCode = 1;
  }
}
