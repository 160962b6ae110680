import { Problem } from '@portico/contract/problems';
import type { Write } from '@portico/merge/plan';
import { changeSet, readBatch } from '@portico/microsoft/batch';
import type { DataverseClient } from './table-shape.ts';
import { requestsOf, type Target } from './write-requests.ts';

/**
 * Sends writes as one change set: all of them happen, or none.
 * @throws Problem `site-edited` where a row isn't as it was read, `update-refused` for what Dataverse doesn't take
 */
export async function sendSet(
  client: DataverseClient,
  writes: readonly Write[],
  target: Target,
  boundaries: { readonly batch: string; readonly set: string },
): Promise<void> {
  const requests = writes.flatMap((write) =>
    requestsOf(write, target).map((request) => ({ write, request })),
  );
  const { contentType, body } = changeSet(
    requests.map(({ request }) => request),
    boundaries,
  );
  const parts = readBatch(await client.batch({ headers: { 'content-type': contentType }, body }));
  const failed = parts.find(({ status }) => status >= 300);
  if (!failed) return;
  const culprit = requests[Number(failed.contentId ?? 0) - 1]?.write;
  const upstream = { status: failed.status, ...errorOf(failed.body) };
  if (failed.status === 412)
    throw new Problem('site-edited', {
      values: { count: 1, names: culprit?.id ?? '' },
      upstream,
    });
  throw new Problem('update-refused', { upstream });
}

function errorOf(body: unknown): { code?: string; message?: string } {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : undefined;
  if (typeof error !== 'object' || error === null) return {};
  return {
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    ...('message' in error && typeof error.message === 'string' ? { message: error.message } : {}),
  };
}
