import { contentOf } from '../canonical/content.ts';
import type { SiteRecord } from '../record.ts';
import { tableOf } from '../tables/standard.ts';
import { groupBy, type Local } from './local-records.ts';

export interface PairedUp {
  readonly pairs: readonly (readonly [theirs: SiteRecord, local: Local])[];
  /** Without a counterpart for certain. */
  readonly alone: readonly SiteRecord[];
  /** Both non-empty, or both empty: who of the one is who of the other can't be told. */
  readonly unclear: { readonly theirs: readonly SiteRecord[]; readonly locals: readonly Local[] };
}
interface Ids {
  readonly base: ReadonlyMap<string, string>;
  readonly theirs: ReadonlyMap<string, string>;
}

/**
 * Who is who among records of one key. One on each side is a pair; of several, those that one more column tells apart,
 * then those that say exactly the same. What is left is never guessed.
 */
export function pairUp(theirs: readonly SiteRecord[], locals: readonly Local[], ids: Ids): PairedUp {
  const provisioned = locals.filter(({ base }) => base);
  const candidates = theirs.length === 1 && provisioned.length === 1 ? provisioned : locals;
  const byName = (record: SiteRecord) =>
    JSON.stringify(tableOf(record.table).tieBreak?.map((column) => record.fields[column] ?? ''));
  const byContent = (record: SiteRecord, to: ReadonlyMap<string, string>) =>
    [...contentOf(record, to)]
      .map(([name, { same }]) => JSON.stringify([name, same]))
      .sort()
      .join();
  let [left, right] = [theirs, candidates];
  const pairs: (readonly [SiteRecord, Local])[] = [];
  const pair = (one: (record: SiteRecord) => string, other: (local: SiteRecord) => string) => {
    const [mine, yours] = [groupBy(left, one), groupBy(right, (local) => other(said(local)))];
    for (const [key, [first, ...more]] of mine) {
      const [found, ...others] = yours.get(key) ?? [];
      if (first && found && more.length + others.length === 0) pairs.push([first, found]);
    }
    const taken = new Set(pairs.flat());
    [left, right] = [left.filter((each) => !taken.has(each)), right.filter((each) => !taken.has(each))];
  };
  pair(
    () => '',
    () => '',
  );
  if (left.length > 0 && right.length > 0) pair(byName, byName);
  if (left.length > 0 && right.length > 0)
    pair(
      (record) => byContent(record, ids.theirs),
      (record) => byContent(record, ids.base),
    );
  const isClear = left.length === 0 || right.length === 0;
  return {
    pairs,
    alone: isClear ? left : [],
    unclear: isClear ? { theirs: [], locals: [] } : { theirs: left, locals: right },
  };
}

/** What the template may know of a record: what it was when it came, or what it is. */
function said({ base, ours }: Local): SiteRecord {
  const record = base ?? ours;
  if (!record) throw new Error('A local record is in the baseline or in the live site');
  return record;
}
