import { Problem } from '@portico/contract/problems';
import { outcomeOf } from '@portico/microsoft/operation';
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

/** A plain no with the sentence that says why, where its words are known; everything else as it came. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Problem) || !/^upstream-(refused|forbidden)$/.test(error.code)) return error;
  const cause = error.upstream && siteErrorCause(error.upstream);
  if (cause === undefined) return error;
  const { code, values, upstream } = error;
  return new Problem(code, { values: { ...values, cause }, ...(upstream ? { upstream } : {}), cause: error });
}
