import type { Matching, Question } from './matching/matching.ts';
import { mergeRecord, type MergedRecord } from './merge-record.ts';
import { mergeOrders } from './outcome/merge-orders.ts';
import type { SiteRecord } from './record.ts';

/** What becomes of a site, record by record; nothing in it is decided for anybody. */
export interface MergedSite {
  readonly records: readonly MergedRecord[];
  readonly questions: readonly Question[];
  readonly leftOut: readonly SiteRecord[];
}

/** Merges a matched site. It takes time in proportion to the records. */
export function mergeSite(matching: Matching): MergedSite {
  const orders = mergeOrders(matching);
  return {
    records: matching.matches.map((match) => mergeRecord(match, matching, orders.get(match.id))),
    questions: matching.questions,
    leftOut: matching.leftOut,
  };
}
