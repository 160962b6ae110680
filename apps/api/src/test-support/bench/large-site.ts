import type { Switches, World } from '@portico/twin/world';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Order {
  readonly records: number;
  /** Twin seconds per second. */
  readonly speed: number;
  readonly takes: NonNullable<World['takes']>;
  readonly batchedRequests: Switches['batchedRequests'];
}

export interface LargeSite {
  readonly port: number;
  /** Of the newer template’s site, in the sandbox. */
  readonly website: string;
  /** For our own API. */
  readonly token: string;
  /** Where the site’s rows are, with a token for it, and ids of some that the template changes. */
  readonly dataverse: string;
  readonly dataverseToken: string;
  readonly templates: readonly string[];
}

/** What Dataverse has seen so far, of whomever. Times in milliseconds of the twin. */
export interface Seen {
  readonly calls: number;
  readonly throttled: number;
  readonly batches: number;
  readonly lastBatch: number;
  /** Records of the site that say what the newer template says. */
  readonly written: number;
  readonly now: number;
  /** Milliseconds of ours that the twin has waited for a processor. */
  readonly queued: number;
}

/** Starts a twin with a large site in a process of its own. */
export async function largeSite(
  order: Order,
): Promise<LargeSite & AsyncDisposable & { seen(): Promise<Seen> }> {
  const child = fork(join(import.meta.dirname, 'large-site.child.ts'), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const gone = once(child, 'exit');
  const answer = async <T>(message: object) => {
    const came = Promise.race([
      once(child, 'message'),
      gone.then(() => Promise.reject(new Error('The twin ended.'))),
    ]);
    child.send(message);
    // Both sides of this channel are ours.
    return (await came)[0] as T;
  };
  const site = await answer<LargeSite>(order);
  return {
    ...site,
    seen: () => answer<Seen>({}),
    async [Symbol.asyncDispose]() {
      child.kill();
      await gone;
    },
  };
}
