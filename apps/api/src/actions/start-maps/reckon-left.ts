import type { OrderedMap, SecondsRange } from '@portico/contract/findings';
import { correctedPace, type Measured } from '../../targets/corrected-pace.ts';
import type { Expected } from '../../targets/sync-forecast.ts';
import { type Effort, rangeOf } from '../../targets/sync-feasibility.ts';
import type { SyncProgress } from '../../targets/sync-progress.ts';

/** A map that is still to be copied. */
export type OpenMap = Pick<OrderedMap, 'id' | 'wanted'> & Expected;

/** The map whose rows are being copied: what is left of it, and what was measured on the way. */
export interface UnderWay {
  readonly id: string;
  readonly rest: Effort;
  readonly seen: readonly Measured[];
}

/**
 * Seconds that the open maps take, one after the other, at the pace that was measured. Undefined where one of the
 * portal's maps couldn't be counted: they make up nearly all of it.
 */
export function leftOf(
  open: readonly OpenMap[],
  measured: readonly Measured[],
  underWay?: UnderWay,
): SecondsRange | undefined {
  if (open.some(({ wanted, rows }) => wanted && rows === undefined)) return undefined;
  const efforts = open.map((map) => (map.id === underWay?.id ? underWay.rest : map));
  const sum = (of: (effort: Effort) => number) => efforts.reduce((all, each) => all + of(each), 0);
  const effort = { companies: sum(({ companies }) => companies), work: sum(({ work }) => work) };
  return rangeOf(effort, correctedPace([...measured, ...(underWay?.seen ?? [])]));
}

/** Rows that arrive: since when, in milliseconds, and how many there were then. */
export interface Arriving {
  readonly since: number;
  /** Companies that had ended by then. */
  readonly ended: number;
  readonly rows: number;
}

/** From when on rows have arrived of a company whose turn it is; until then it is set up, however long that takes. */
export function arrivingOf(
  before: Arriving | undefined,
  progress: SyncProgress,
  now: number,
): Arriving | undefined {
  const { rows, ended } = countsOf(progress);
  if (rows === 0) return undefined;
  return before?.ended === ended ? before : { since: now, ended, rows };
}

/** What is left of a map, and the paces of its companies: those that have ended, and the one whose rows arrive. */
export function underWayOf(
  { id, ...map }: Pick<OpenMap, 'id'> & Expected,
  progress: SyncProgress,
  arriving: (Arriving & { readonly seconds: number }) | undefined,
): UnderWay {
  const workOf = (rows: number) => (map.rows ? (map.work * rows) / map.rows : 0);
  const { rows, done } = countsOf(progress);
  const ended = progress.companies.filter((company) => company.ended);
  const begun = progress.companies.filter((company) => company.ended || company.rows > 0);
  const seen = ended.flatMap((company) =>
    company.seconds === undefined
      ? []
      : [{ companies: 1, work: workOf(company.rows + company.errors), seconds: company.seconds }],
  );
  const now = arriving && {
    companies: 0,
    work: workOf(rows - arriving.rows),
    seconds: arriving.seconds,
  };
  return {
    id,
    rest: {
      companies: Math.max(0, map.companies - begun.length),
      work: Math.max(0, map.work - workOf(done)),
    },
    seen: now ? [...seen, now] : seen,
  };
}

/** Rows that have arrived in all, and those of companies whose turn isn't over; how many are over. */
export function countsOf({ companies }: SyncProgress) {
  const sum = (some: SyncProgress['companies']) =>
    some.reduce((all, { rows, errors }) => all + rows + errors, 0);
  const open = companies.filter(({ ended }) => !ended);
  return { done: sum(companies), rows: sum(open), ended: companies.length - open.length };
}
