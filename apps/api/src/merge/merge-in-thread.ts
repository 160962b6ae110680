import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Answers, Matching, Sides } from '@portico/merge/matching/matching';
import type { MergedSite } from '@portico/merge/merge-site';

/** What a merge is made of; `answers`: who is who, where a person had to say. */
export interface MergeRequest {
  readonly sides: Sides;
  readonly answers?: Answers;
}
export interface Merged {
  readonly matching: Matching;
  readonly site: MergedSite;
}

/**
 * Merges a site in a thread of its own: ten thousand records take a second of pure computing, and everybody's event
 * streams would stand still for it. A failure in there is thrown here.
 */
export async function mergeInThread({ sides, answers = {} }: MergeRequest): Promise<Merged> {
  const workerData: MergeRequest = { sides, answers };
  const worker = new Worker(new URL('./merge-worker.ts', import.meta.url), { workerData });
  try {
    const [merged]: unknown[] = await once(worker, 'message');
    // The thread is ours, and answers with nothing else.
    return merged as Merged;
  } finally {
    await worker.terminate();
  }
}
