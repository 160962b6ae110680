import { Problem } from '@portico/contract/problems';
import { outcomeOf, withVersion } from '@portico/microsoft/operation';
import { read, valueOf } from '../targets/read.ts';
import { siteErrorCause } from '../targets/site-errors.ts';
import type { Targets } from '../targets/targets.ts';

/** A word of refusal about the operation is no word about the site: what the list says counts. */
const noNews = ['upstream-refused', 'upstream-forbidden', 'upstream-shape', 'upstream-unavailable'] as const;

/** The operation only ever tells of failure: success is what the list and the site itself say. */
export async function failIfRefused(targets: Pick<Targets, 'websites'>, operation: string): Promise<void> {
  const told = await read(targets.websites.getOperation.at(operation), noNews);
  const outcome = outcomeOf(valueOf(told));
  if (outcome.state !== 'failed') return;
  const { code, message = outcome.raw, correlation } = outcome;
  const cause = siteErrorCause({ code, message });
  throw new Problem('action-failed', {
    ...(cause ? { values: { cause } } : {}),
    upstream: { status: 200, message, ...(code ? { code } : {}), ...(correlation ? { correlation } : {}) },
  });
}

/** Sends, and lets a refusal say why, where its words are known. */
export async function explaining<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw explained(error);
  }
}

/**
 * Sends what begins an operation.
 * @returns its address; undefined where Microsoft names none: then the list is the only witness
 */
export async function beginOperation(
  send: () => Promise<{ readonly operation?: string | undefined }>,
): Promise<string | undefined> {
  const { operation } = await explaining(send);
  return operation === undefined ? undefined : withVersion(operation);
}

/** A plain no with the sentence that says why, where its words are known; everything else as it came. */
function explained(error: unknown): unknown {
  if (!(error instanceof Problem) || !/^upstream-(refused|forbidden)$/.test(error.code)) return error;
  const cause = error.upstream && siteErrorCause(error.upstream);
  if (cause === undefined) return error;
  const { code, values, upstream } = error;
  return new Problem(code, { values: { ...values, cause }, ...(upstream ? { upstream } : {}), cause: error });
}
