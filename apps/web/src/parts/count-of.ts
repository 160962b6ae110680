import type { OperationState } from '@portico/plan/reduce';
import type { Text } from '@portico/plan/text';

/** So many of so many are done, as the operation's own words say it. */
export interface Count {
  readonly done: number;
  readonly total: number;
}

/** What an operation counted so far; undefined where its words hold no count. */
export function countOf({ said, waiting }: OperationState): Count | undefined {
  const done = said.flatMap(({ says }) => counted(says) ?? []).at(-1);
  const going = waiting && counted(waiting.says);
  if (!going) return done;
  // "Copies the rows of X (8 of 29)": seven are done. "3 of 5 run" counts by itself.
  return waiting.says.values?.['number'] === undefined ? going : { ...going, done: going.done - 1 };
}

function counted({ values }: Text): Count | undefined {
  const done = values?.['number'] ?? values?.['count'];
  const total = values?.['total'];
  return typeof done === 'number' && typeof total === 'number' && total > 0 ? { done, total } : undefined;
}

/** Seconds that are left at the pace so far, as a range; undefined while too little is known. */
export function leftOf({ done, total }: Count, elapsed: number): readonly [number, number] | undefined {
  if (done < 3 || done >= total) return undefined;
  const each = (elapsed / done) * (total - done);
  return [each * 0.6, each * 1.6];
}
