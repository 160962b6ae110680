import type { Entry } from './map-catalogue.ts';

/** Which company has how much of what the largest has; branches have a fiftieth. */
const share: Readonly<Record<string, number>> = { usmf: 1, demf: 0.6, gbsi: 0.25 };

/** How many rows a company has; what has no company is asked for under `dat`. */
export const countOf = ({ global, rows }: Entry, company: string): number =>
  global ? rows : Math.ceil(rows * (share[company] ?? 0.02));
