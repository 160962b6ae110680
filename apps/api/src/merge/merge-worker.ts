import { parentPort, workerData } from 'node:worker_threads';
import { match } from '@portico/merge/match';
import { mergeSite } from '@portico/merge/merge-site';
import type { Merged, MergeRequest } from './merge-in-thread.ts';
import { newIdIn } from './new-id.ts';

// Only merge-in-thread.ts starts this file, with a request of this type.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
const { sides, answers = {} } = workerData as MergeRequest;
const matching = match(sides, { answers, newId: ({ id }) => newIdIn(sides.ours.website, id) });
const merged: Merged = { matching, site: mergeSite(matching) };
// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort?.postMessage(merged);
