import type { SecondsRange } from '@portico/contract/findings';
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

/** What an operation reckoned last: the seconds that it may still take, from a time on. */
export interface Reckoned {
  readonly seconds: SecondsRange;
  readonly at: string;
}

/**
 * By what it waits for, or else by what it said last. Rows are copied, and nobody could reckon how long: `unknown`. An
 * operation that copies no rows reckons nothing.
 */
export function reckonedOf({ said, waiting }: OperationState): Reckoned | 'unknown' | undefined {
  const words = [...said, ...(waiting ? [{ says: waiting.says, at: waiting.since }] : [])];
  const reckoned = words.flatMap(({ says: { values }, at }): Reckoned[] => {
    const [least, most] = [values?.['atLeast'], values?.['atMost']];
    return typeof least === 'number' && typeof most === 'number' ? [{ seconds: [least, most], at }] : [];
  });
  const counts = words.some(({ says: { values } }) => values?.['rows'] !== undefined);
  return reckoned.at(-1) ?? (counts ? 'unknown' : undefined);
}

/** Rows of each company that have arrived, as the wait's words carry them. */
export const companiesOf = ({ waiting }: OperationState): readonly { company: string; rows: number }[] =>
  Object.entries(waiting?.says.values ?? {}).flatMap(([name, rows]) =>
    name.startsWith('company ') && typeof rows === 'number'
      ? [{ company: name.slice('company '.length), rows }]
      : [],
  );

/** Seconds that are left at the pace so far, as a range; undefined while too little is known. */
export function leftOf({ done, total }: Count, elapsed: number): SecondsRange | undefined {
  if (done < 3 || done >= total) return undefined;
  const each = (elapsed / done) * (total - done);
  return [each * 0.6, each * 1.6];
}
