import type { SecondsRange } from '@portico/contract/findings';
import { type Effort, type Pace, published } from './sync-feasibility.ts';

/** A part of a copying that was seen, and how many seconds it took. */
export interface Measured extends Effort {
  readonly seconds: number;
}

/** Seconds of a company's set-up, as expected between the least and the most. */
const usual = (published.setUp[0] + published.setUp[1]) / 2;
/** So much must have been measured before it counts as much as what is published: companies, and seconds of rows. */
const half = { companies: 5, work: 600 };
/** By what part of it what comes may differ from what was measured, at least and at most. */
const [leastSpread, mostSpread] = [0.15, 2];

/**
 * The pace that a run has shown, in place of the published one to the degree that it was measured: of many small
 * companies nothing follows for many rows, and the other way round. Parts that disagree leave the range wide.
 */
export function correctedPace(measured: readonly Measured[]): Pace {
  const seen = measured.filter(({ companies, work }) => companies + work > 0);
  const { each, rate } = fit(seen);
  const weight = seen.reduce((sum, part) => sum + expected(part), 0);
  const off = seen.reduce((sum, part) => {
    const fitted = part.companies * each + part.work * rate;
    return sum + expected(part) * (part.seconds / fitted - 1) ** 2;
  }, 0);
  const spread = Math.min(mostSpread, Math.max(leastSpread, weight > 0 ? Math.sqrt(off / weight) : 0));
  const companies = seen.reduce((sum, part) => sum + part.companies, 0);
  const work = seen.reduce((sum, part) => sum + part.work, 0);
  const around = (value: number): SecondsRange => [value / (1 + spread), value * (1 + spread)];
  return {
    setUp: between(published.setUp, around(each), companies / (companies + half.companies)),
    rate: between(published.rate, around(rate), work / (work + half.work)),
  };
}

const expected = ({ companies, work }: Effort): number => companies * usual + work;

/**
 * Seconds a company and a second of work took, by least squares; a part counts as much as it was expected to take. One
 * company and one minute as published are always among them, so that there is an answer.
 */
function fit(seen: readonly Measured[]): { readonly each: number; readonly rate: number } {
  const parts = [...seen, { companies: 1, work: 0, seconds: usual }, { companies: 0, work: 60, seconds: 60 }];
  const sum = (of: (part: Measured) => number) =>
    parts.reduce((all, part) => all + of(part) / expected(part), 0);
  const cc = sum(({ companies }) => companies * companies);
  const cw = sum(({ companies, work }) => companies * work);
  const ww = sum(({ work }) => work * work);
  const ct = sum(({ companies, seconds }) => companies * seconds);
  const wt = sum(({ work, seconds }) => work * seconds);
  // Nothing takes no time, whatever chance has made of a few parts: then the other takes it all.
  const each = Math.max(1, (ct * ww - wt * cw) / (cc * ww - cw * cw));
  const rate = Math.max(0.01, (wt - each * cw) / ww);
  return { each: Math.max(1, (ct - rate * cw) / cc), rate };
}

const between = (from: SecondsRange, to: SecondsRange, part: number): SecondsRange => [
  from[0] + (to[0] - from[0]) * part,
  from[1] + (to[1] - from[1]) * part,
];
