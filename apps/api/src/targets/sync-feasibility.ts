import type { SecondsRange, SyncObstacle } from '@portico/contract/findings';

/** Rows of one map that one company's initial sync would copy; undefined: they couldn't be counted. */
export interface SideRows {
  readonly finance: number | undefined;
  readonly dataverse: number | undefined;
}

export interface Shape {
  /** Finance and operations takes its rows in one by one. */
  readonly singleThreaded: boolean;
  /** Ten lookups or more. */
  readonly manyLookups: boolean;
  /** Rows go from finance and operations only. */
  readonly oneWay: boolean;
}

/** A run takes so many rows of a company (dual-write, initial-sync-guidance). */
export const mostRows = 500_000;
/** More than this on a single-threaded table may not be done within a day (same page). */
export const mostSingleThreaded = 70_000;
/** Finance and operations must have answered by then (same page). */
const longestHours = 24;

/** Rows a minute: about 100 by Microsoft's training material; 70,000 in a day on single-threaded tables. */
const usual = 100;
const slow = mostSingleThreaded / (longestHours * 60);

/** What a copying asks for: companies one after the other, and the seconds of its rows at the published pace. */
export interface Effort {
  readonly companies: number;
  readonly work: number;
}

export interface Pace {
  /** Seconds until a company's export and import have been set up, however few the rows. */
  readonly setUp: SecondsRange;
  /** How many times as long as published the rows take. */
  readonly rate: SecondsRange;
}

/** The ranges are ours: nobody has published how much the pace varies. */
export const published: Pace = { setUp: [10, 120], rate: [1 / 1.4, 1 / 0.6] };

/** Why a company's sync can't end well; empty: it can. */
export function obstaclesOf({ finance = 0, dataverse = 0 }: SideRows, shape: Shape): readonly SyncObstacle[] {
  const back = shape.oneWay ? 0 : dataverse;
  const found: SyncObstacle[] = [];
  if (Math.max(finance, back) > mostRows) found.push('rows');
  if (shape.singleThreaded && back > mostSingleThreaded) found.push('single-threaded');
  else if (back / usual / 60 > longestHours) found.push('hours');
  if (shape.manyLookups && back > 0) found.push('lookups');
  return found;
}

/** So many companies with these rows together, each both ways. What couldn't be counted counts as none. */
export function effortOf(
  { finance = 0, dataverse = 0 }: SideRows,
  shape: Shape,
  companies: number,
): Effort & { readonly rows: number } {
  const back = shape.oneWay ? 0 : dataverse;
  const work = (finance / usual + back / (shape.singleThreaded ? slow : usual)) * 60;
  return { companies, work, rows: finance + back };
}

/** How long that takes. */
export const rangeOf = ({ companies, work }: Effort, { setUp, rate }: Pace = published): SecondsRange => [
  companies * setUp[0] + work * rate[0],
  companies * setUp[1] + work * rate[1],
];

/** How long the syncs of so many companies with these rows take together. */
export const durationOf = (rows: SideRows, shape: Shape, companies: number): SecondsRange =>
  rangeOf(effortOf(rows, shape, companies));

/** One after the other: companies of a map, and maps of a run. */
export const together = (ranges: readonly SecondsRange[]): SecondsRange => [
  ranges.reduce((sum, [least]) => sum + least, 0),
  ranges.reduce((sum, [, most]) => sum + most, 0),
];
